// The order of a card never changes: theirs, what the person saw, the own one. Keys count it from one.
import type { ReportedCandidate } from '../../domain/cell-report.ts'

export interface CardOrder {
  /** As they stand on the card, the own one last. */
  shown: readonly ReportedCandidate[]
  /** Among `shown`; null when none of them is the person's. */
  own: ReportedCandidate | null
}

/** Of two own ones, from two tablets, the one of this tablet stands as the own. */
export const orderCard = (
  candidates: readonly ReportedCandidate[],
  person: string,
  device: string,
): CardOrder => {
  const isOwn = (one: ReportedCandidate): boolean => one.entries.some((each) => each.author === person)
  const isHere = (one: ReportedCandidate): boolean =>
    one.entries.some((each) => each.author === person && each.device === device)
  const own = candidates.find(isHere) ?? candidates.filter(isOwn).at(-1) ?? null
  return { shown: [...candidates.filter((one) => one !== own), ...(own ? [own] : [])], own }
}
