// The logs of one owner on this device: usually one; a fork or a rebuild of the memory opens another epoch.
import { type EntryId, entryHash, isOwnLog, type LogOwner, logKey, movedTo } from '../domain/entry.ts'
import type { Instant } from '../domain/time.ts'
import type { ActId, JournalDatabase, LogHead, LogRow, ReceiptRow } from './database.ts'
import { covers, runsOf, watermarkFrom } from './receipts.ts'

/** Every log of a person here: of this device, and those that came in a file from another. */
export const readLogs = async (db: JournalDatabase, { device, person }: LogOwner): Promise<LogHead[]> =>
  (await db.logHead.toArray())
    .filter((head) => head.log.person === person)
    .sort(
      (a, b) =>
        Number(a.log.device === device) - Number(b.log.device === device) || a.log.epoch - b.log.epoch,
    )

const ownHeads = (heads: readonly LogHead[], owner: LogOwner): LogHead[] =>
  heads.filter((head) => isOwnLog(owner, head.log)).sort((a, b) => a.log.epoch - b.log.epoch)

/** The owner's logs, the oldest epoch first. */
export const readHeads = async (db: JournalDatabase, owner: LogOwner): Promise<LogHead[]> =>
  ownHeads(await db.logHead.toArray(), owner)

export const emptyHead = ({ device, person }: LogOwner, epoch: number): LogHead => {
  const log = { device, person, epoch }
  return { logKey: logKey(log), log, lastSeq: 0, watermark: 0 }
}

/** Rows of a log above `seq`, in order. */
export const rowsAbove = (db: JournalDatabase, key: string, seq: number) =>
  db.log.where('[logKey+seq]').between([key, seq], [key, Number.MAX_SAFE_INTEGER], false, true)

/** Runs with receipts that reach `seq` or lie above it: what a tap asks for, however long the log is. */
export const receiptsFrom = (db: JournalDatabase, key: string, seq: number): Promise<ReceiptRow[]> =>
  db.receipt.where('[logKey+toSeq]').between([key, seq], [key, Number.MAX_SAFE_INTEGER], true, true).toArray()

/** How many of these entries the owner has recorded on this very tablet. */
export const countOwn = (db: JournalDatabase, owner: LogOwner, ids: readonly EntryId[]): Promise<number> =>
  db.log
    .where('id')
    .anyOf(ids)
    .filter((row) => isOwnLog(owner, row.entry.log))
    .count()

/** Rows of several logs, a list a log, each in the order in which they came. */
export const byLog = (rows: readonly LogRow[]): LogRow[][] => {
  const logs = new Map<string, LogRow[]>()
  for (const row of rows) {
    const log = logs.get(row.logKey)
    if (log) log.push(row)
    else logs.set(row.logKey, [row])
  }
  return [...logs.values()]
}

export const readAct = async (db: JournalDatabase, owner: LogOwner, act: ActId): Promise<LogRow[]> => {
  const heads = await readHeads(db, owner)
  const rows = await Promise.all(
    heads.map((head) => db.log.where({ logKey: head.logKey, act }).sortBy('seq')),
  )
  return rows.flat()
}

/** Where the next entry goes, and the hash that it is chained to. */
export interface LogEnd {
  head: LogHead
  hash: string
}

/** The log that the owner's next entry goes into: of several epochs the newest, and the first of all where there is none. */
export const newestHead = (heads: readonly LogHead[], owner: LogOwner): LogHead =>
  ownHeads(heads, owner).at(-1) ?? emptyHead(owner, 1)

/** The end behind `last`, the row at the head's `lastSeq`. Throws when the log's end is not there. */
export const endBehind = (head: LogHead, last: LogRow | undefined): LogEnd => {
  if (head.lastSeq === 0) return { head, hash: '' }
  if (!last) throw new Error(`the log ends before its entry ${head.lastSeq}`)
  return { head, hash: entryHash(last.entry) }
}

/** Inside a transaction over log and logHead: these go on, in this order, in a log of their own under their own ids. */
export const addEpoch = async (
  db: JournalDatabase,
  owner: LogOwner,
  rows: readonly LogRow[],
): Promise<LogRow[]> => {
  const newest = (await readHeads(db, owner)).at(-1)?.log.epoch ?? 0
  const head = emptyHead(owner, newest + 1)
  const entries = rows.map((row) => row.entry)
  const moved = movedTo(head.log, entries).map((entry, at): LogRow => {
    return { ...(rows[at] as LogRow), logKey: head.logKey, seq: entry.seq, entry }
  })
  await db.log.bulkAdd(moved)
  await db.logHead.put({ ...head, lastSeq: rows.length })
  return moved
}

/**
 * Another device has gone on with this log: its entries from `fromSeq` on, which the hub has refused to take there,
 * go on in a new epoch, under their own ids. Their places stay empty. Returns them as they stand there.
 */
export const openEpoch = (
  db: JournalDatabase,
  forked: LogHead,
  fromSeq: number,
  at: Instant,
): Promise<LogRow[]> =>
  db.transaction('rw', db.log, db.logHead, db.receipt, async () => {
    const key = forked.logKey
    const head = await db.logHead.get(key)
    if (!head) return []
    const receipts = await db.receipt.where('logKey').equals(key).toArray()
    const rows = (await rowsAbove(db, key, fromSeq - 1).toArray()).filter((row) => !covers(receipts, row.seq))
    const seqs = rows.map((row) => row.seq)
    await db.log.bulkDelete(seqs.map((seq): [string, number] => [key, seq]))
    const moved = await addEpoch(db, head.log, rows)
    // So that the watermark can pass where they were.
    const emptied = runsOf(seqs)
    await db.receipt.bulkAdd(emptied.map((run) => ({ ...run, logKey: key, rev: 0, at })))
    const watermark = watermarkFrom(head.watermark, [...receipts, ...emptied])
    await db.logHead.put({ ...head, watermark, absent: (head.absent ?? 0) + rows.length })
    return moved
  })
