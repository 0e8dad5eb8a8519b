// Where a final mark belongs: the class in which the term ends for the pupil, and who teaches the subject there (п. 2.4, 4.4).
import { lastTermOf, termsOf } from '../calendar/school-day.ts'
import type { Cell } from '../cell.ts'
import { lastDayOfTerm } from '../deadline/lesson-deadline.ts'
import { isMember } from '../pupils/roster.ts'
import type { ClassId, PersonId, PupilId, School, SchoolClass, TeachingAssignment } from '../school.ts'
import { indexOf } from '../school-index.ts'
import type { SchoolDate } from '../time.ts'
import { readYearColumn } from './year-column.ts'

/** The last day until `day` on which the timetable had the assignment, or '' where it had none by then. */
const stoodUntil = (school: School, assignment: string, day: SchoolDate): SchoolDate =>
  school.timetable
    .filter((slot) => slot.assignment === assignment && (slot.from ?? day) <= day)
    .map(({ to }) => (to === undefined || to > day ? day : to))
    .reduce((last, one) => (one > last ? one : last), '')

/** Is the class or group taught the subject by this assignment on a day, or by another that has taken over from it? */
export const stands = (school: School, assignment: TeachingAssignment, day: SchoolDate): boolean => {
  const { subject, target } = assignment
  const same = school.assignments.filter(
    (one) => one.subject === subject && one.target.kind === target.kind && one.target.id === target.id,
  )
  if (same.length === 1) return true
  const until = stoodUntil(school, assignment.id, day)
  return same.every((one) => stoodUntil(school, one.id, day) <= until)
}

/**
 * The day a column of a class goes by: its term's last school day; of year, examination and final marks the year's. A
 * column of a year that the lists no longer have goes with the newest.
 */
export const endOfColumn = (school: School, schoolClass: SchoolClass, column: string): SchoolDate | null => {
  const year = readYearColumn(school, column)?.year
  const term =
    termsOf(school, schoolClass).find((one) => one.id === column) ??
    lastTermOf(school, schoolClass, year) ??
    lastTermOf(school, schoolClass)
  return term && (lastDayOfTerm(school, schoolClass, term) ?? term.to)
}

interface TermStay {
  schoolClass: SchoolClass
  /** The column's day, or the pupil's last day in the class before it. */
  date: SchoolDate
}

/** Of a pupil who has moved the class that the term ended in; who came after it is found where they came to. */
const stayOf = (school: School, pupil: PupilId, column: string): TermStay | null => {
  const stays = school.enrolments
    .filter((one) => one.pupil === pupil)
    .flatMap(({ schoolClass: id, from, to }) => {
      const schoolClass = indexOf(school).classes.get(id)
      const ends = schoolClass && endOfColumn(school, schoolClass, column)
      return schoolClass && ends ? [{ schoolClass, from, ends, to: to ?? ends }] : []
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const found = stays.findLast((one) => one.from <= one.ends) ?? stays[0]
  return found
    ? { schoolClass: found.schoolClass, date: found.to < found.ends ? found.to : found.ends }
    : null
}

/** The subject's teachers, one as a rule, and the class; nobody where the lists don't know the pupil. */
export const termMarkPlace = (
  school: School,
  { term, subject, pupil }: Extract<Cell, { kind: 'termMark' }>,
): { teachers: readonly PersonId[]; classes: readonly ClassId[] } => {
  const stay = stayOf(school, pupil, term)
  if (!stay) return { teachers: [], classes: [] }
  const { schoolClass, date } = stay
  const groups = school.groups.filter(
    (one) => one.subject === subject && one.classes.includes(schoolClass.id) && isMember(one, pupil, date),
  )
  const plans = groups.filter((one) => one.individualPlan)
  const taught = school.assignments.filter(({ subject: taken, target }) => {
    if (taken !== subject) return false
    if (target.kind === 'class') return target.id === schoolClass.id && plans.length === 0
    return (plans.length > 0 ? plans : groups).some((one) => one.id === target.id)
  })
  return {
    teachers: taught.filter((one) => stands(school, one, date)).map((one) => one.teacher),
    classes: [schoolClass.id],
  }
}
