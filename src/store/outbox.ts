// The outbox is no table: it is the part of the log above the watermark. Receipts move the watermark.
import { type EntryId, entryHash, type LogId, logKey } from '../domain/entry.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { Instant } from '../domain/time.ts'
import type { JournalDatabase, LogRow } from './database.ts'
import { rowsAbove } from './logs.ts'
import { covers, runsOf } from './receipts.ts'

export interface SentAnswer {
  receipts: readonly Receipt[]
  rev: number
  at: Instant
}

export interface Taken {
  /** Receipts that prove nothing. */
  unverifiable: number
  /** The first `seq` at which the hub has another history of this log. */
  forkedFrom: number | null
}

const noneHeld: ReadonlySet<EntryId> = new Set()

export const createOutbox = (db: JournalDatabase) => {
  const receiptsAbove = (key: string, watermark: number) =>
    db.receipt
      .where('logKey')
      .equals(key)
      .filter((row) => row.toSeq > watermark)
      .toArray()

  /** Entries without a receipt, in order of `seq`, up to `limit`; those in `held` are passed by. */
  const unsentRows = async (
    log: LogId,
    limit: number,
    held: ReadonlySet<EntryId> = noneHeld,
  ): Promise<LogRow[]> => {
    const key = logKey(log)
    const head = await db.logHead.get(key)
    if (!head || head.watermark === head.lastSeq) return []
    const receipts = await receiptsAbove(key, head.watermark)
    return rowsAbove(db, key, head.watermark)
      .filter((row) => !covers(receipts, row.seq) && !held.has(row.id))
      .limit(limit)
      .toArray()
  }

  /**
   * Takes the hub's receipts. One that is not for an entry of this log, or whose hash is of something else,
   * changes nothing and is counted. An entry that the hub refused as forked has no place there yet: it stays unsent.
   */
  const apply = (log: LogId, answer: SentAnswer): Promise<Taken> =>
    db.transaction('rw', db.log, db.logHead, db.receipt, db.verdict, async () => {
      const key = logKey(log)
      const head = await db.logHead.get(key)
      if (!head) return { unverifiable: answer.receipts.length, forkedFrom: null }
      const rows = await db.log.bulkGet(answer.receipts.map((one): [string, number] => [key, one.seq]))
      const verified = answer.receipts.filter((one, at) => {
        const row = rows[at]
        return row?.id === one.id && entryHash(row.entry) === one.hash
      })
      const forked = verified.filter((one) => one.reason === 'forked').map((one) => one.seq)
      const proven = verified.filter((one) => one.reason !== 'forked')
      const fresh = proven.filter((one) => one.seq > head.watermark)
      const runs = runsOf(fresh.map((one) => one.seq))
      await db.receipt.bulkAdd(runs.map((run) => ({ ...run, logKey: key, rev: answer.rev, at: answer.at })))
      const noteworthy = proven.filter((one) => one.state !== 'accepted')
      await db.verdict.bulkPut(noteworthy.map(({ id, state, reason }) => ({ id, state, reason })))

      const receipts = await receiptsAbove(key, head.watermark)
      let watermark = head.watermark
      while (covers(receipts, watermark + 1)) {
        watermark = Math.max(...receipts.filter((r) => r.fromSeq <= watermark + 1).map((r) => r.toSeq))
      }
      if (watermark !== head.watermark) await db.logHead.put({ ...head, watermark })
      return {
        unverifiable: answer.receipts.length - verified.length,
        forkedFrom: forked.length === 0 ? null : Math.min(...forked),
      }
    })

  /**
   * The hub knows this log only up to `lastSeq` (it was restored): everything later is to be sent again.
   * Verdicts of those entries are forgotten, the entries never.
   */
  const fallBack = (log: LogId, lastSeq: number): Promise<void> =>
    db.transaction('rw', db.log, db.logHead, db.receipt, db.verdict, async () => {
      const key = logKey(log)
      const head = await db.logHead.get(key)
      if (!head || head.watermark <= lastSeq) return
      const ids = (await rowsAbove(db, key, lastSeq).toArray()).map((row) => row.id)
      await db.verdict.bulkDelete(ids)
      for (const row of await receiptsAbove(key, lastSeq)) {
        if (row.id === undefined) continue
        if (row.fromSeq > lastSeq) await db.receipt.delete(row.id)
        else await db.receipt.put({ ...row, toSeq: lastSeq })
      }
      await db.logHead.put({ ...head, watermark: lastSeq })
    })

  return {
    batch: async (log: LogId, limit: number, held?: ReadonlySet<EntryId>) =>
      (await unsentRows(log, limit, held)).map((row) => row.entry),
    unsentRows,
    apply,
    fallBack,
  }
}
