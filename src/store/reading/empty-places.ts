// The places of a log that no entry here has: the hub has given a receipt for it, it is told of as lost, or nobody knows.
import type { JournalDatabase, LogHead } from '../database.ts'
import { rowsAbove } from '../logs.ts'
import { covers } from '../receipts.ts'

export interface EmptyPlaces {
  /** `seq` by `seq` up to the head's `lastSeq`. */
  all: readonly number[]
  /** Of these, what has no receipt. */
  unsent: readonly number[]
}

export const emptyPlaces = async (db: JournalDatabase, head: LogHead): Promise<EmptyPlaces> => {
  const keys = await rowsAbove(db, head.logKey, 0).primaryKeys()
  const here = new Set(keys.map(([, seq]) => seq))
  const all = Array.from({ length: head.lastSeq }, (_, at) => at + 1).filter((seq) => !here.has(seq))
  const receipts = await db.receipt.where('logKey').equals(head.logKey).toArray()
  return { all, unsent: all.filter((seq) => seq > head.watermark && !covers(receipts, seq)) }
}

/** How many unsent places the head accounts for: `absent` speaks first of those with a receipt, and then of these. */
export const toldLost = ({ absent = 0 }: LogHead, { all, unsent }: EmptyPlaces): number =>
  Math.min(unsent.length, Math.max(0, absent - (all.length - unsent.length)))
