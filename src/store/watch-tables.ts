// Hears that tables of the journal have changed, in this tab or in another one; and says so of what was not written
// through Dexie.
import { Dexie, type ObservabilitySet, RangeSet, rangesOverlap } from 'dexie'
import type { JournalDatabase, LogHead, LogRow } from './database.ts'
import { createCalm } from './reading/calm.ts'
import { saveFailure } from './save-failure.ts'

/** While what this tab has appended itself is being told: its rows. */
let ownRows: readonly LogRow[] | null = null

/** A whole table, or one row of `meta`, whose rows have nothing to do with one another. */
export type Watched = string | { meta: string }

const isTouched = (db: JournalDatabase, watched: Watched): ((parts: ObservabilitySet) => boolean) => {
  const place = `idb://${db.name}/${typeof watched === 'string' ? watched : 'meta'}/`
  if (typeof watched === 'string') return (parts) => Object.keys(parts).some((part) => part.startsWith(place))
  const row = new RangeSet(watched.meta)
  return (parts) => parts[place] !== undefined && rangesOverlap(parts[place], row)
}

/**
 * Returns what stops the listening. What has changed is not told: whoever hears reads anew. `own`: the rows that this tab
 * has just appended, and nothing else has changed; null after any other change.
 */
export const watchTables = (
  db: JournalDatabase,
  watched: readonly Watched[],
  onChange: (own: readonly LogRow[] | null) => void,
): (() => void) => {
  const touched = watched.map((one) => isTouched(db, one))
  const heard = (parts: ObservabilitySet): void => {
    if (parts.all !== undefined || touched.some((of) => of(parts))) onChange(ownRows)
  }
  Dexie.on('storagemutated', heard)
  return () => Dexie.on.storagemutated.unsubscribe(heard)
}

/** How changes are followed: each at once, whichever tab has made it, where nothing else is said. */
export interface Following {
  /** Anew when a burst of changes is over: for what stands around the cell that a person is writing. */
  calmly?: boolean
  /** False where nothing that this tab records can change it. */
  ownToo?: boolean
}

/**
 * Reads now and after each change there; the newest reading alone is told. Returns what stops it. Dexie's own live query
 * gathers for each listener whatever has changed anywhere, so that a dozen of them cost a key of a lesson dear.
 */
export const followTables = <T>(
  db: JournalDatabase,
  watched: readonly Watched[],
  read: () => Promise<T>,
  { found, failed }: { found(what: T): void; failed(error: unknown): void },
  { calmly = false, ownToo = true }: Following = {},
): (() => void) => {
  let newest = 0
  const readAnew = (): void => {
    newest += 1
    const ticket = newest
    read().then(
      (what) => {
        if (ticket === newest) found(what)
      },
      (error: unknown) => {
        // What was read last stays where a newer tab has closed the database.
        if (ticket === newest && saveFailure(error).why !== 'closed') failed(error)
      },
    )
  }
  const calm = createCalm(readAnew)
  const stop = watchTables(db, watched, (own) => {
    if (own && !ownToo) return
    if (calmly) calm.note()
    else readAnew()
  })
  readAnew()
  return () => {
    newest += 1
    stop()
    calm.cancel()
  }
}

/** Tells every tab of new rows of a log, by their keys alone: only what has asked for one of them is read anew. */
export const tellAppended = (db: JournalDatabase, rows: readonly LogRow[], head: LogHead): void => {
  const keys = (of: (row: LogRow) => string | [string, string | number]): RangeSet =>
    new RangeSet().addKeys(rows.map(of))
  const log = `idb://${db.name}/log/`
  ownRows = rows
  try {
    Dexie.on.storagemutated.fire({
      [log]: keys((row) => [row.logKey, row.seq]),
      [`${log}id`]: keys((row) => row.id),
      [`${log}cellKey`]: keys((row) => row.cellKey),
      [`${log}lesson`]: keys((row) => row.lesson),
      [`${log}[logKey+act]`]: keys((row) => [row.logKey, row.act]),
      [`idb://${db.name}/logHead/`]: new RangeSet(head.logKey),
    })
  } finally {
    ownRows = null
  }
}
