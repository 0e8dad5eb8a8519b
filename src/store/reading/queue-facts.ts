// What «Очередь» says beside the entries themselves: gaps in the numbers, the last receipt, refusals that were read.
import type { EntryId, LogOwner } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { JournalDatabase, LogHead } from '../database.ts'
import { readLogs, rowsAbove } from '../logs.ts'
import { covers, type Run, runsOf } from '../receipts.ts'

const gapsOf = async (db: JournalDatabase, head: LogHead): Promise<Run[]> => {
  const keys = await rowsAbove(db, head.logKey, 0).primaryKeys()
  const here = new Set(keys.map(([, seq]) => seq))
  const empty = Array.from({ length: head.lastSeq }, (_, at) => at + 1).filter((seq) => !here.has(seq))
  const known = head.absent ?? 0
  if (empty.length <= known) return []
  // Places that are rightly empty have receipts; where that doesn't add up, nobody can tell which are.
  const receipts = await db.receipt.where('logKey').equals(head.logKey).toArray()
  const unsent = empty.filter((seq) => seq > head.watermark && !covers(receipts, seq))
  return runsOf(unsent.length === empty.length - known ? unsent : empty)
}

/** How many entries the logs' own numbers speak of, and the numbers that no entry here has and nobody accounts for. */
export const readSum = async (
  db: JournalDatabase,
  owner: LogOwner,
): Promise<{ recorded: number; gaps: Run[] }> => {
  const heads = await readLogs(db, owner)
  const gaps = await Promise.all(heads.map((head) => gapsOf(db, head)))
  return {
    recorded: heads.reduce((sum, head) => sum + head.lastSeq - (head.absent ?? 0), 0),
    gaps: gaps.flat(),
  }
}

/** When the hub last gave a receipt for an entry of this person, by the hub's clock; null while it never did. */
export const readLastReceipt = async (db: JournalDatabase, owner: LogOwner): Promise<Instant | null> => {
  const logs = (await readLogs(db, owner)).map((head) => head.logKey)
  const rows = await db.receipt.where('logKey').anyOf(logs).toArray()
  return rows.reduce<Instant | null>((last, { at }) => (last === null || at > last ? at : last), null)
}

const name = 'readRefusals'

/** Refused entries whose reason the person has read; they stay in the log and in every count. */
export const readReadRefusals = async (db: JournalDatabase): Promise<ReadonlySet<EntryId>> =>
  new Set(((await db.meta.get(name))?.value as EntryId[] | undefined) ?? [])

export const noteReadRefusals = (db: JournalDatabase, ids: readonly EntryId[]): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const known = await readReadRefusals(db)
    await db.meta.put({ name, value: [...known, ...ids] })
  })

/** These entries, and the unsent ones of the same cells before them: an entry is never judged before what it follows. */
export const withForerunners = async (db: JournalDatabase, ids: readonly EntryId[]): Promise<EntryId[]> => {
  const asked = await db.log.where('id').anyOf(ids).toArray()
  const cells = [...new Set(asked.map((row) => row.cellKey))]
  const beside = await db.log.where('cellKey').anyOf(cells).toArray()
  const before = beside.filter((row) =>
    asked.some((one) => one.cellKey === row.cellKey && one.logKey === row.logKey && row.seq <= one.seq),
  )
  return before.map((row) => row.id)
}
