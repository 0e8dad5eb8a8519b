// What the device's memory has lost, for the deputy to see: until the hub has heard of it, a later one is added to it.
import type { Instant } from '../../domain/time.ts'
import type { JournalDatabase } from '../database.ts'

/** The device's memory had lost something; the deputy sees it with the device's next report. */
export interface Incident {
  at: Instant
  /** Entries put back from the second copy. */
  restored: number
  /** Entries without a receipt that are nowhere on this device any more. */
  lost: number
  /** Logs in which an entry does not name the one before it: somebody or something altered them. */
  altered: number
}

/** What one start finds. */
export interface Found {
  restored: number
  /** Beside those told of before; below 0 where some of these are back. */
  lost: number
  /** Keys of logs that are not what was once written. */
  altered: ReadonlySet<string>
  /** Rows or a log's head are missing, if only those that the hub has. */
  broken: boolean
}

const readMeta = async <T>(db: JournalDatabase, name: string): Promise<T | undefined> =>
  (await db.meta.get(name))?.value as T | undefined

export const readIncident = async (db: JournalDatabase): Promise<Incident | null> =>
  (await readMeta<Incident>(db, 'incident')) ?? null

/** The hub has taken a report that names it: a later one stands by itself. */
export const noteIncidentTold = async (db: JournalDatabase, { at }: Incident): Promise<void> => {
  if ((await readMeta<Instant>(db, 'incidentTold')) !== at)
    await db.meta.put({ name: 'incidentTold', value: at })
}

/**
 * Inside a transaction over meta. `standing`: the logs that stay altered because nothing here can put them right; every
 * start finds them again, which is no news. Returns what there is to tell, or null when everything is in order.
 */
export const noteFound = async (
  db: JournalDatabase,
  found: Found,
  standing: readonly string[],
  now: Instant,
): Promise<Incident | null> => {
  const stood = (await readMeta<string[]>(db, 'alteredLogs')) ?? []
  if (stood.join() !== standing.join()) await db.meta.put({ name: 'alteredLogs', value: standing })
  const former = await readIncident(db)
  const fresh = [...found.altered].filter((key) => !stood.includes(key))
  if (!found.broken && found.restored === 0 && fresh.length === 0)
    return found.altered.size > 0 ? former : null
  const untold = former && (await readMeta<Instant>(db, 'incidentTold')) !== former.at ? former : null
  const incident: Incident = {
    at: now,
    restored: (untold?.restored ?? 0) + found.restored,
    lost: Math.max(0, (untold?.lost ?? 0) + found.lost),
    altered: untold ? untold.altered + fresh.length : found.altered.size,
  }
  await db.meta.put({ name: 'incident', value: incident })
  return incident
}
