// п. 2.6: interim and final marks are set in the last week of each term, before the holidays.
import { isSchoolDay } from '../calendar/school-day.ts'
import type { School, SchoolClass, Term } from '../school.ts'
import { type Instant, momentOf, plusDays, type SchoolDate, weekdayOf } from '../time.ts'
import type { Deadline } from './deadline.ts'
import { lastDayOfTerm } from './lesson-deadline.ts'

export interface TermMarkWindow {
  opensAt: Instant
  deadline: Deadline
}

const fewestDays = 3

/** The Mon–Sun week of the term's last school day; of fewer than three school days, the seven days up to it. */
export const termMarkWindow = (
  school: School,
  schoolClass: SchoolClass,
  term: Term,
): TermMarkWindow | null => {
  const last = lastDayOfTerm(school, schoolClass, term)
  if (last === null) return null
  const monday = plusDays(last, 1 - weekdayOf(last))
  let held = 0
  for (let day = monday; day <= last; day = plusDays(day, 1)) {
    if (isSchoolDay(school, schoolClass, day)) held += 1
  }
  const first = held < fewestDays ? plusDays(last, -6) : monday
  const sunday: SchoolDate = plusDays(monday, 6)
  const due = momentOf(term.to < sunday ? term.to : sunday, '24:00', school.zone)
  const amberAt = momentOf(last, '00:00', school.zone)
  return {
    opensAt: momentOf(first, '00:00', school.zone),
    deadline: { clause: '2.6', due, amberAt, redAt: due },
  }
}

/**
 * The window of a term-mark cell's `term`: of that term, or of the year's last one for year marks. Examination and
 * final marks follow the examinations, whose dates the regulation doesn't give: null.
 */
export const windowOfTermMark = (school: School, schoolClass: SchoolClass, term: string) => {
  const own = school.terms.filter(
    (one) => one.parallels === undefined || one.parallels.includes(schoolClass.parallel),
  )
  const last = own.reduce<Term | null>((best, one) => (best && best.to > one.to ? best : one), null)
  const found = term === 'year' ? last : (own.find((one) => one.id === term) ?? null)
  return found && termMarkWindow(school, schoolClass, found)
}
