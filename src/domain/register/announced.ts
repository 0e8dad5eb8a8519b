// Outages that were announced ahead (п. 3.1): what a tablet knows of them without a network, and when one begins.
import type { OutageScope } from '../outage.ts'
import type { School } from '../school.ts'
import type { Instant } from '../time.ts'
import { type OutageSpan, overlappedBy } from './overlap.ts'

export interface AnnouncedOutage {
  id: string
  scope: OutageScope
  from: Instant
  /** Its end as announced; access may come back earlier or later. */
  to: Instant
  reason: string
}

/** Those that meet a person of this part of the school. */
export const announcedFor = <A extends AnnouncedOutage>(
  announced: readonly A[],
  { classes }: Pick<School, 'classes'>,
  person: string,
): A[] =>
  announced.filter(({ scope }) => {
    if (scope.kind === 'teacher') return scope.person === person
    return scope.kind === 'school' || classes.some((one) => one.building === scope.building)
  })

export interface AnnouncedNow<A> {
  /** Its hour has come, and its announced end has not. */
  current: A | null
  /** The soonest first. */
  ahead: readonly A[]
}

export const announcedAt = <A extends AnnouncedOutage>(
  announced: readonly A[],
  now: Instant,
): AnnouncedNow<A> => {
  const inOrder = [...announced].sort((a, b) => (a.from < b.from ? -1 : 1))
  return {
    current: inOrder.find((one) => one.from <= now && now < one.to) ?? null,
    ahead: inOrder.filter((one) => now < one.from),
  }
}

/**
 * Those that the clock alone opens: no outage of the same people stands in their time. While АИС is probed a
 * school-wide one is left to the probes, for announced work may not take place.
 */
export const beginning = <A extends AnnouncedOutage>(
  announced: readonly A[],
  known: readonly OutageSpan[],
  now: Instant,
  probes: boolean,
): A[] =>
  announced.filter(
    (one) =>
      one.from <= now &&
      now < one.to &&
      !(probes && one.scope.kind === 'school') &&
      overlappedBy({ scope: one.scope, from: one.from, to: one.to }, known) === null,
  )
