// Outages of the same people don't overlap: what is entered by hand meets what the register holds (п. 3.1).
import type { Outage, OutageScope } from '../outage.ts'
import type { Instant } from '../time.ts'
import { covers } from './outage-term.ts'

/** Why a person's act can't be entered in the register. */
export type ActRefusal =
  | 'overlaps'
  | 'ahead'
  | 'orderOfDates'
  | 'unknownOutage'
  | 'keptByWatch'
  | 'overAlready'
  | 'notBack'
  | 'unknownPlan'

/** `to` is null while it goes on. */
export interface OutageSpan {
  scope: OutageScope
  from: Instant
  to: Instant | null
}

export const spanOf = ({ no, scope, openedAt, restoredAt, closedAt }: Outage) => ({
  ...{ no, scope, from: openedAt },
  to: closedAt === null ? null : (restoredAt ?? closedAt),
})

/**
 * The first of these that meets everyone of the wanted outage at some moment of it, or null. A building's outage may
 * begin before the whole school's, and a teacher's before both: the wider one then holds what is recorded.
 */
export const overlappedBy = <Span extends OutageSpan>(
  wanted: OutageSpan,
  known: readonly Span[],
): Span | null =>
  known.find(
    (one) =>
      covers(one.scope, wanted.scope) &&
      (one.to === null || wanted.from < one.to) &&
      (wanted.to === null || one.from < wanted.to),
  ) ?? null

/**
 * The number of another outage of the same people that a later return would reach into, or null. Where this one lay
 * inside a wider one already, only what is added counts.
 */
export const reachesInto = (outage: Outage, until: Instant, others: readonly Outage[]): number | null => {
  const { no, scope, openedAt, restoredAt } = outage
  const known = others.filter((one) => one.no !== no).map(spanOf)
  const from = restoredAt ?? openedAt
  return from < until ? (overlappedBy({ scope, from, to: until }, known)?.no ?? null) : null
}

/** A term begins with a return that lies between the outage's opening and now. */
export const checkReturn = (outage: Outage, at: Instant, now: Instant): ActRefusal | null => {
  if (at > now) return 'ahead'
  return at < outage.openedAt ? 'orderOfDates' : null
}
