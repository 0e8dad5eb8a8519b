// What «Очередь» says beside the entries themselves: gaps in the numbers, the last receipt, refusals that were read.
import type { EntryId, LogOwner } from '../../domain/entry.ts'
import { type LogGap, mostGaps } from '../../domain/log-gap.ts'
import type { Instant } from '../../domain/time.ts'
import type { JournalDatabase, LogHead } from '../database.ts'
import { readLogs, rowsAbove } from '../logs.ts'
import { runsOf } from '../receipts.ts'
import { emptyPlaces } from './empty-places.ts'

const gapsOf = async (db: JournalDatabase, head: LogHead): Promise<LogGap[]> => {
  const known = head.absent ?? 0
  // The index alone tells of a whole log that it is one: this is asked with every contact.
  const count = await rowsAbove(db, head.logKey, 0).count()
  if (count === head.lastSeq - known) return []
  const { all, unsent } = await emptyPlaces(db, head)
  if (all.length <= known) return []
  // Places that are rightly empty have receipts; where that doesn't add up, nobody can tell which are.
  const { device, epoch } = head.log
  const runs = runsOf(unsent.length === all.length - known ? unsent : all)
  return runs.map((run) => ({ device, epoch, ...run }))
}

/** The numbers that no entry here has and nobody accounts for, log by log. */
export const readGaps = async (db: JournalDatabase, owner: LogOwner): Promise<LogGap[]> => {
  const gaps = await Promise.all((await readLogs(db, owner)).map((head) => gapsOf(db, head)))
  return gaps.flat().slice(0, mostGaps)
}

const toldName = ({ person }: LogOwner): string => `gapsTold:${person}`

/** The gaps that the hub has said it keeps: only of these the deputy knows. */
export const readGapsTold = async (db: JournalDatabase, owner: LogOwner): Promise<readonly LogGap[]> =>
  ((await db.meta.get(toldName(owner)))?.value as LogGap[] | undefined) ?? []

export const noteGapsTold = async (
  db: JournalDatabase,
  owner: LogOwner,
  gaps: readonly LogGap[],
): Promise<void> => {
  await db.meta.put({ name: toldName(owner), value: gaps })
}

/** How many entries the logs' own numbers speak of, and which numbers are missing. */
export const readSum = async (
  db: JournalDatabase,
  owner: LogOwner,
): Promise<{ recorded: number; gaps: LogGap[] }> => {
  const heads = await readLogs(db, owner)
  return {
    recorded: heads.reduce((sum, head) => sum + head.lastSeq - (head.absent ?? 0), 0),
    gaps: await readGaps(db, owner),
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
