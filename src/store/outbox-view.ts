// What waits and what became of it, over all logs of one person on this tablet.
import type { Entry, LogOwner } from '../domain/entry.ts'
import { type EntryState, entryStates } from '../domain/entry-state.ts'
import type { Verdict } from '../domain/receipt.ts'
import type { Instant } from '../domain/time.ts'
import type { JournalDatabase, LogHead } from './database.ts'
import { readLogs, rowsAbove } from './logs.ts'
import { createOutbox } from './outbox.ts'

export interface OutboxSummary {
  unsent: number
  oldestUnsentAt: Instant | null
}

export interface ListedEntry extends Omit<Verdict, 'state' | 'id'> {
  entry: Entry
  state: EntryState
}

const all = Number.MAX_SAFE_INTEGER

/** Everything that has no receipt yet, the oldest first. */
export const readUnsent = async (db: JournalDatabase, owner: LogOwner): Promise<Entry[]> => {
  const { unsentRows } = createOutbox(db)
  const heads = await readLogs(db, owner)
  const rows = await Promise.all(heads.map((head) => unsentRows(head.log, all)))
  return rows.flat().map((row) => row.entry)
}

export const summary = async (db: JournalDatabase, owner: LogOwner): Promise<OutboxSummary> => {
  const unsent = await readUnsent(db, owner)
  return { unsent: unsent.length, oldestUnsentAt: unsent[0]?.recordedAt ?? null }
}

const listLog = async (db: JournalDatabase, head: LogHead): Promise<ListedEntry[]> => {
  const rows = await rowsAbove(db, head.logKey, 0).reverse().toArray()
  const verdicts = await db.verdict.bulkGet(rows.map((row) => row.id))
  const unsent = new Set((await createOutbox(db).unsentRows(head.log, all)).map((row) => row.seq))
  return rows.map((row, at) => {
    const verdict = verdicts[at]
    if (unsent.has(row.seq)) return { entry: row.entry, state: 'queued', reason: null }
    return { entry: row.entry, state: verdict?.state ?? 'accepted', reason: verdict?.reason ?? null }
  })
}

/** Every entry with its state, newest first. */
export const listEntries = async (db: JournalDatabase, owner: LogOwner): Promise<ListedEntry[]> => {
  const heads = (await readLogs(db, owner)).reverse()
  return (await Promise.all(heads.map((head) => listLog(db, head)))).flat()
}

/** How many entries are in each state; the sum is what the logs' heads say was recorded, or something is missing. */
export const countStates = async (
  db: JournalDatabase,
  owner: LogOwner,
): Promise<{ byState: Record<EntryState, number>; recorded: number }> => {
  const byState = Object.fromEntries(entryStates.map((state) => [state, 0])) as Record<EntryState, number>
  for (const one of await listEntries(db, owner)) byState[one.state] += 1
  const heads = await readLogs(db, owner)
  return { byState, recorded: heads.reduce((sum, head) => sum + head.lastSeq - (head.absent ?? 0), 0) }
}
