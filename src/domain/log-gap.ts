// Numbers of a log that no entry on the tablet has and nobody accounts for: the deputy has to hear of them.

/** `seq` from and to, both missing, of one log of the tablet's person. */
export interface LogGap {
  device: string
  epoch: number
  fromSeq: number
  toSeq: number
}

/** So many are told and shown; a tablet with more of them has lost its memory as a whole. */
export const mostGaps = 50

/** Whether each of `gaps` lies within one that was `told`. */
export const allTold = (gaps: readonly LogGap[], told: readonly LogGap[]): boolean =>
  gaps.every((gap) =>
    told.some(
      (one) =>
        one.device === gap.device &&
        one.epoch === gap.epoch &&
        one.fromSeq <= gap.fromSeq &&
        gap.toSeq <= one.toSeq,
    ),
  )
