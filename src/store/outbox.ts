// The outbox is no table: it is the part of the log above the watermark. Receipts move the watermark.
import { type Entry, type EntryId, entryHash, type LogId, logKey } from '../domain/entry.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { Instant } from '../domain/time.ts'
import type { JournalDatabase, LogHead, LogRow, ReceiptRow } from './database.ts'
import { receiptsFrom, rowsAbove } from './logs.ts'
import { noteRestored } from './pulled.ts'
import { noteSeen } from './reading/cursor.ts'
import { covers, runsOf, watermarkFrom } from './receipts.ts'

export interface SentAnswer {
  receipts: readonly Receipt[]
  rev: number
  at: Instant
  /** Whose revision that is, to be told the hub as seen; without a life's name it proves nothing. */
  incarnation?: string
  boot?: string | undefined
}

export interface Taken {
  /** Receipts that prove nothing. */
  unverifiable: number
  /** The first `seq` at which the hub has another history of this log. */
  forkedFrom: number | null
}

/** What every answer tells of the hub and of how far it has this log without a gap. */
export interface HubSays {
  incarnation: string
  lastSeq: number
  /** The hash of the entry at `lastSeq`; none from a hub of a version before. */
  lastHash?: string | undefined
  serverTime: Instant
}

interface TakenBack {
  above: number
  had(seq: number): boolean
  rows: readonly LogRow[]
  receipts: readonly ReceiptRow[]
  at: Instant
}

const noneHeld: ReadonlySet<EntryId> = new Set()

export const createOutbox = (db: JournalDatabase) => {
  /** Entries without a receipt, in order of `seq`, up to `limit`; those in `held` are passed by, `only` are looked for. */
  const unsentRows = async (
    log: LogId,
    limit: number,
    held: ReadonlySet<EntryId> = noneHeld,
    only?: ReadonlySet<EntryId>,
  ): Promise<LogRow[]> => {
    const key = logKey(log)
    const head = await db.logHead.get(key)
    if (!head || head.watermark === head.lastSeq) return []
    const receipts = await receiptsFrom(db, key, head.watermark + 1)
    const rows = rowsAbove(db, key, head.watermark)
    // Where no row is passed by they come at one request; looked at one by one each is a request of its own.
    if (receipts.length === 0 && held.size === 0 && !only) return rows.limit(limit).toArray()
    return rows
      .filter((row) => !covers(receipts, row.seq) && !held.has(row.id) && (only?.has(row.id) ?? true))
      .limit(limit)
      .toArray()
  }

  /**
   * Takes the hub's receipts. One that is not for an entry of this log, or whose hash is of something else,
   * changes nothing and is counted. An entry that the hub refused as forked has no place there yet: it stays unsent.
   */
  const apply = (log: LogId, answer: SentAnswer): Promise<Taken> =>
    db.transaction('rw', [db.log, db.logHead, db.receipt, db.verdict, db.meta], async () => {
      const key = logKey(log)
      const head = await db.logHead.get(key)
      if (!head) return { unverifiable: answer.receipts.length, forkedFrom: null }
      const rows = await db.log.bulkGet(answer.receipts.map((one): [string, number] => [key, one.seq]))
      const verified = answer.receipts.filter((one, at) => {
        const row = rows[at]
        return row?.id === one.id && entryHash(row.entry) === one.hash
      })
      const { rev, incarnation, boot } = answer
      if (verified.length > 0 && incarnation !== undefined) await noteSeen(db, { rev, incarnation, boot })
      const forked = verified.filter((one) => one.reason === 'forked').map((one) => one.seq)
      const proven = verified.filter((one) => one.reason !== 'forked')
      const fresh = proven.filter((one) => one.seq > head.watermark)
      const runs = runsOf(fresh.map((one) => one.seq))
      await db.receipt.bulkAdd(runs.map((run) => ({ ...run, logKey: key, rev: answer.rev, at: answer.at })))
      const known = await db.verdict.bulkGet(proven.map((one) => one.id))
      // An answer that was long on its way is older than what a pull has told since.
      const noteworthy = proven.filter(
        (one, at) => one.state !== 'accepted' && answer.rev > (known[at]?.rev ?? -1),
      )
      const acts = new Map(known.map((one) => [one?.id, one?.notCarried]))
      await db.verdict.bulkPut(
        noteworthy.map(({ id, state, reason }) => {
          // The act is told by a pull alone, and is final.
          const notCarried = state === 'notCarried' ? acts.get(id) : undefined
          return { id, state, reason, rev, ...(notCarried && { notCarried }) }
        }),
      )

      const receipts = await receiptsFrom(db, key, head.watermark + 1)
      const watermark = watermarkFrom(head.watermark, receipts)
      if (watermark !== head.watermark) await db.logHead.put({ ...head, watermark })
      return {
        unverifiable: answer.receipts.length - verified.length,
        forkedFrom: forked.length === 0 ? null : Math.min(...forked),
      }
    })

  /** Receipts above a number count no more, but for places that are empty here: there is nothing to send from them. */
  const takeBack = async (head: LogHead, from: TakenBack): Promise<void> => {
    const { logKey: key, lastSeq } = head
    for (const row of from.receipts) {
      if (row.id === undefined) continue
      if (row.fromSeq > from.above) await db.receipt.delete(row.id)
      else await db.receipt.put({ ...row, toSeq: from.above })
    }
    const here = new Set(from.rows.map((row) => row.seq))
    const above = Array.from({ length: lastSeq - from.above }, (_, at) => from.above + 1 + at)
    const empty = runsOf(above.filter((seq) => !here.has(seq) && from.had(seq)))
    await db.receipt.bulkAdd(empty.map((run) => ({ ...run, logKey: key, rev: 0, at: from.at })))
  }

  /**
   * Up to where the hub has this very log. A copy of this tablet may have sent its own entries under the same numbers
   * before us: then nothing of the hub's is known to be ours, and everything goes again.
   */
  const sharedEnd = async (key: string, { lastSeq, lastHash }: HubSays): Promise<number> => {
    if (lastSeq === 0 || lastHash === undefined) return lastSeq
    const row = await db.log.get([key, lastSeq])
    return row && entryHash(row.entry) === lastHash ? lastSeq : 0
  }

  /**
   * A hub of another life than the one that gave the receipts (it was restored or replaced) may lack what it had:
   * everything above what it has of this log is to be sent again. Verdicts of those entries are forgotten, the entries never.
   * Each log remembers the life by itself, for its person may have been away when the hub was restored.
   * Returns what has to be sent again.
   */
  const fallBack = (log: LogId, hub: HubSays): Promise<LogRow[]> =>
    db.transaction('rw', [db.log, db.logHead, db.receipt, db.verdict, db.meta], async () => {
      const key = logKey(log)
      const { incarnation, serverTime } = hub
      const head = await db.logHead.get(key)
      if (!head || head.incarnation === incarnation) return []
      const lastSeq = await sharedEnd(key, hub)
      const receipts = await receiptsFrom(db, key, lastSeq + 1)
      const had = (seq: number) => seq <= head.watermark || covers(receipts, seq)
      const rows = await rowsAbove(db, key, lastSeq).toArray()
      const again = rows.filter((row) => had(row.seq))
      if (again.length > 0) await takeBack(head, { above: lastSeq, had, rows, receipts, at: serverTime })
      await db.verdict.bulkDelete(again.map((row) => row.id))
      // Of another life's revisions this one's say nothing: they count as older than any cell it tells.
      await db.receipt.where('logKey').equals(key).modify({ rev: 0 })
      await db.verdict.toCollection().modify({ rev: 0 })
      if (head.incarnation !== undefined) await noteRestored(db, serverTime)
      const watermark = again.length > 0 ? Math.min(head.watermark, lastSeq) : head.watermark
      await db.logHead.put({ ...head, incarnation, watermark })
      return again
    })

  return {
    batch: async (
      log: LogId,
      limit: number,
      held?: ReadonlySet<EntryId>,
      only?: ReadonlySet<EntryId>,
    ): Promise<Entry[]> => (await unsentRows(log, limit, held, only)).map((row) => row.entry),
    unsentRows,
    apply,
    fallBack,
  }
}
