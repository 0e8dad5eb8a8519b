// Receipts are kept as runs of numbers: acknowledging ten thousand entries is one small row.

export interface Run {
  fromSeq: number
  toSeq: number
}

/** Runs of consecutive numbers: [1,2,3,7] → [1..3],[7..7]. */
export const runsOf = (seqs: readonly number[]): Run[] => {
  const runs: Run[] = []
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && seq === last.toSeq + 1) last.toSeq = seq
    else if (!last || seq > last.toSeq) runs.push({ fromSeq: seq, toSeq: seq })
  }
  return runs
}

export const covers = (runs: readonly Run[], seq: number): boolean =>
  runs.some((run) => run.fromSeq <= seq && seq <= run.toSeq)

/** The highest number up to which everything has a receipt. */
export const watermarkFrom = (watermark: number, receipts: readonly Run[]): number => {
  let reached = watermark
  while (covers(receipts, reached + 1)) {
    reached = Math.max(...receipts.filter((run) => run.fromSeq <= reached + 1).map((run) => run.toSeq))
  }
  return reached
}
