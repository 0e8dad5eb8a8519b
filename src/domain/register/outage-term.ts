// The term of an outage's entries (п. 3.2), and what another outage inside it does to it.
import { twoWorkingDays, type WorkTerms } from '../calendar/transfer-due.ts'
import type { Outage, OutageScope } from '../outage.ts'
import { settingsOf } from '../settings.ts'
import { dateAt, type Instant, toMs } from '../time.ts'

export interface OutageTerm {
  /** Null while access has not come back for good, or is lost again. */
  due: Instant | null
  strict: Instant | null
  /** The date that stood first, where another outage has moved it; it stays in sight. */
  firstDue: Instant | null
  /** The last outage that moved it. */
  extendedBy: number | null
}

/** One failed probe extends no term: half an hour does (a setting of the school), or a deputy's word. */
export const countsAsOutage = (
  outage: Outage,
  school: Pick<WorkTerms, 'settings'>,
  now: Instant,
): boolean => {
  const lastedMs = toMs(outage.restoredAt ?? now) - toMs(outage.openedAt)
  return outage.confirmedAt !== null || lastedMs >= settingsOf(school).outageFromMinutes * 60_000
}

/** Does an outage of the first scope meet everyone of the second? */
export const covers = (first: OutageScope, second: OutageScope): boolean => {
  if (first.kind === 'school') return true
  if (first.kind === 'building') return second.kind === 'building' && first.building === second.building
  return second.kind === 'teacher' && first.person === second.person
}

/** Longer than any term of two working days, the New Year's holidays included. */
export const longestTermMs = 31 * 86_400_000

/** Not over and done with: open, inside its term of п. 3.2, or with something of it that waits. */
export const isCurrent = (
  { closedAt, due }: Pick<Outage, 'closedAt'> & Pick<OutageTerm, 'due'>,
  waits: boolean,
  now: Instant,
): boolean => closedAt === null || (due !== null && now <= due) || waits

/** By its own return alone; null while access has not come back for good. */
export const ownTerm = (outage: Outage, school: WorkTerms) =>
  outage.closedAt && outage.restoredAt ? twoWorkingDays(school, dateAt(outage.restoredAt, school.zone)) : null

/**
 * When what is not yet transferred of an outage falls due: by its own return, or, where access was lost again inside
 * the term, by the return after that. `register` is every outage known.
 */
export const termOf = (
  outage: Outage,
  register: readonly Outage[],
  school: WorkTerms,
  now: Instant,
): OutageTerm => {
  const own = ownTerm(outage, school)
  if (!own) return { due: null, strict: null, firstDue: null, extendedBy: null }
  const inside = register
    .filter(
      (one) => one.no !== outage.no && covers(one.scope, outage.scope) && countsAsOutage(one, school, now),
    )
    .filter(
      (one) => outage.restoredAt !== null && one.openedAt > outage.restoredAt && one.openedAt <= own.due,
    )
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
  const [next] = inside
  if (!next) return { ...own, firstDue: null, extendedBy: null }
  const after = termOf(next, register, school, now)
  return { ...after, firstDue: own.due, extendedBy: after.extendedBy ?? next.no }
}
