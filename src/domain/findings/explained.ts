// «Перерыв в доступе № …»: the outage that explains why something was not done by its deadline.
import type { Deadline } from '../deadline/deadline.ts'
import type { OutageScope } from '../outage.ts'
import type { ClassId, PersonId, School } from '../school.ts'
import { indexOf } from '../school-index.ts'
import type { Instant } from '../time.ts'

/** What of an outage explains: its number, whom it met, and until when its entries were to be moved over (п. 3.2). */
export interface KnownOutage {
  no: number
  scope: OutageScope
  openedAt: Instant
  restoredAt: Instant | null
  due: Instant | null
  /** When a deputy confirmed it; absent where nobody has. */
  confirmedAt?: Instant
}

/**
 * An outage of the school or a building opens by itself; a teacher's own, such as a forgotten password, explains and
 * asks for nothing until a deputy has confirmed it: intake opens one for whoever brings entries outside of any outage.
 */
export const isProven = ({ scope, confirmedAt }: Pick<KnownOutage, 'scope' | 'confirmedAt'>): boolean =>
  scope.kind !== 'teacher' || confirmedAt !== undefined

export interface Concerned {
  person: PersonId
  classes: readonly ClassId[]
}

/** Did the outage, as far as it is proven, meet this person, teaching these classes? */
export const concerns = (school: School, outage: KnownOutage, { person, classes }: Concerned): boolean => {
  const { scope } = outage
  switch (scope.kind) {
    case 'school':
      return true
    case 'teacher':
      return scope.person === person && isProven(outage)
    case 'building':
      return classes.some((id) => indexOf(school).classes.get(id)?.building === scope.building)
  }
}

/**
 * The number of the outage that was open when the deadline passed, or null. It explains no longer what is done, or
 * still isn't, at `at` after its own term of п. 3.2.
 */
export const explainedBy = (
  school: School,
  outages: readonly KnownOutage[],
  deadline: Deadline,
  concerned: Concerned,
  at: Instant,
): number | null =>
  outages.find(
    (one) =>
      concerns(school, one, concerned) &&
      one.openedAt <= deadline.redAt &&
      (one.restoredAt === null || deadline.redAt <= one.restoredAt) &&
      (one.due === null || at <= one.due),
  )?.no ?? null
