// What sets a pupil apart from the class in a lesson: an exemption, home schooling, a remote place, an individual plan.
import { type Lesson, mergedInto } from '../lesson.ts'
import type { PupilId, PupilStatus, School } from '../school.ts'
import { covers, isMember, notInLesson, statusesOf, type Taught } from './roster.ts'

export type Standing = PupilStatus['kind'] | 'individualPlan'

/** Everything that holds of the pupil in the subject on the date, in the order of the lists. */
export const standingsOf = (
  school: School,
  { subject, date }: Pick<Taught, 'subject' | 'date'>,
  pupil: PupilId,
): Standing[] => {
  const held = statusesOf(school, pupil, subject, date)
  const plan = school.groups.some(
    (one) => one.individualPlan && one.subject === subject && isMember(one, pupil, date),
  )
  return [...new Set([...held, ...(plan ? (['individualPlan'] as const) : [])])]
}

/** Pupils who stay in the lesson's classes and yet have no cells in it: taught at home, or by a plan of their own. */
export const taughtApart = (school: School, lesson: Lesson): PupilId[] =>
  [lesson, ...mergedInto(school, lesson)].flatMap((one) =>
    school.enrolments
      .filter((stay) => one.classes.includes(stay.schoolClass) && covers(stay, lesson.date))
      .map((stay) => stay.pupil)
      .filter((pupil) => ['homeSchooled', 'individualPlan'].includes(notInLesson(school, one, pupil) ?? '')),
  )
