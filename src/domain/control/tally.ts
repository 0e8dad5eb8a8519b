// How duties were met by their terms, counted: each duty once, so that the numbers of a check add up (п. 2.10, 4.2).
import type { Finding } from '../findings/finding.ts'

/** One word a duty; `open`: its term goes on and it is not done yet. */
export const verdicts = ['inTime', 'late', 'unproven', 'missing', 'open', 'other'] as const
export type Verdict = (typeof verdicts)[number]

export type Tally = Record<Verdict, number> & {
  /** Of what is late or missing: how much an outage explains. */
  explained: number
  /** Minutes by which the latest of the late ones was late. */
  worst: number
}

export const noTally: Tally = {
  ...{ inTime: 0, late: 0, unproven: 0, missing: 0, open: 0, other: 0 },
  ...{ explained: 0, worst: 0 },
}

/** What was to be done by now: `other` is beside the terms, `open` is still ahead. */
export const dueOf = ({ inTime, late, unproven, missing }: Tally): number =>
  inTime + late + unproven + missing

export const sumOf = (some: readonly Tally[]): Tally =>
  some.reduce((sum, one) => {
    const added = verdicts.map((verdict) => [verdict, sum[verdict] + one[verdict]] as const)
    return {
      ...(Object.fromEntries(added) as Record<Verdict, number>),
      explained: sum.explained + one.explained,
      worst: Math.max(sum.worst, one.worst),
    }
  }, noTally)

/** What the linter found of one duty as one word, the worst of them: what lacks before what came late. */
export const verdictOf = (found: readonly Finding[], isDone: boolean): Verdict => {
  const has = (kind: Finding['problem']['kind']): boolean => found.some((one) => one.problem.kind === kind)
  if (has('missing')) return 'missing'
  if (!isDone) return 'open'
  if (has('late')) return 'late'
  return has('unproven') ? 'unproven' : 'inTime'
}
