// Terms of two working days: the reason of an absence (п. 2.9) and the transfer into АИС СРО (п. 3.2).
import { twoWorkingDays, type WorkTerms } from '../calendar/transfer-due.ts'
import { dateAt, type Instant, type SchoolDate } from '../time.ts'
import type { Clause, Deadline } from './deadline.ts'

const within = (clause: Clause, school: WorkTerms, from: SchoolDate): Deadline => {
  const { due, strict } = twoWorkingDays(school, from)
  return { clause, due, amberAt: strict, redAt: due }
}

/** п. 2.9: counted from the day on which the class teacher received the document. */
export const reasonDeadline = (school: WorkTerms, received: SchoolDate): Deadline =>
  within('2.9', school, received)

/** п. 3.2: counted from the return of access; amber by the stricter reading, red by the default one. */
export const transferDeadline = (school: WorkTerms, restoredAt: Instant): Deadline =>
  within('3.2', school, dateAt(restoredAt, school.zone))
