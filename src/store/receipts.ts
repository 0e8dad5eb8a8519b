// Receipts are kept as runs of numbers: acknowledging ten thousand entries is one small row.
import type { ReceiptRow } from './database.ts'

/** Runs of consecutive numbers: [1,2,3,7] → [1..3],[7..7]. */
export const runsOf = (seqs: readonly number[]): { fromSeq: number; toSeq: number }[] => {
  const runs: { fromSeq: number; toSeq: number }[] = []
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && seq === last.toSeq + 1) last.toSeq = seq
    else if (!last || seq > last.toSeq) runs.push({ fromSeq: seq, toSeq: seq })
  }
  return runs
}

export const covers = (rows: readonly ReceiptRow[], seq: number): boolean =>
  rows.some((row) => row.fromSeq <= seq && seq <= row.toSeq)
