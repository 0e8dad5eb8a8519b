// Who belongs to a lesson on its date: stays, groups with their dates, individual plans, home schooling.
import {
  type ClassId,
  classesOf,
  type Group,
  type PupilId,
  type PupilStatus,
  type School,
  type SubjectId,
  type Target,
} from '../school.ts'
import type { SchoolDate } from '../time.ts'

/** What of a lesson decides whose cells it opens. */
export interface Taught {
  date: SchoolDate
  subject: SubjectId
  target: Target
  /** Those of the target that are in the lesson; others may be here too, and bring nobody. */
  classes: readonly ClassId[]
}

/** Why a lesson opens no cells for a pupil. */
export type NotInLesson = 'notInClass' | 'notInGroup' | 'individualPlan' | 'homeSchooled'

/** Is the date within the days, both included? */
export const covers = (span: { from: SchoolDate; to: SchoolDate | null }, date: SchoolDate): boolean =>
  span.from <= date && (span.to === null || date <= span.to)

/** Is the pupil in the group on that date? */
export const isMember = (group: Group, pupil: PupilId, date: SchoolDate): boolean => {
  if (!group.members.includes(pupil)) return false
  const dated = group.memberDates?.filter((one) => one.pupil === pupil) ?? []
  return dated.length === 0 || dated.some((one) => covers(one, date))
}

/** The statuses of a pupil in a subject on a date: several may hold at once. */
export const statusesOf = (
  school: School,
  pupil: PupilId,
  subject: SubjectId,
  date: SchoolDate,
): PupilStatus['kind'][] =>
  (school.statuses ?? [])
    .filter(
      (one) => one.pupil === pupil && (one.subject === null || one.subject === subject) && covers(one, date),
    )
    .map((one) => one.kind)

/** Why a pupil who stays in a class of the lesson has no cells in it, or null. */
const leftOut = (school: School, { date, subject, target }: Taught, pupil: PupilId): NotInLesson | null => {
  if (target.kind === 'group') {
    const group = school.groups.find((one) => one.id === target.id)
    if (!group || !isMember(group, pupil, date)) return 'notInGroup'
    // The journal of a plan is where those who learn apart are found.
    if (group.individualPlan) return null
  }
  if (statusesOf(school, pupil, subject, date).includes('homeSchooled')) return 'homeSchooled'
  const plan = school.groups.some(
    (one) => one.individualPlan && one.subject === subject && isMember(one, pupil, date),
  )
  return plan ? 'individualPlan' : null
}

const staying = (school: School, { target, classes: here, date }: Taught) => {
  const classes = classesOf(school, target).filter((id) => here.includes(id))
  return school.enrolments.filter((stay) => classes.includes(stay.schoolClass) && covers(stay, date))
}

/**
 * Why the lesson has no cells for the pupil, or null when it has. Who is exempt sits in the list (ОСВ); who studies
 * at home or by an individual plan is found in the journal of that plan alone.
 */
export const notInLesson = (school: School, taught: Taught, pupil: PupilId): NotInLesson | null =>
  staying(school, taught).some((stay) => stay.pupil === pupil) ? leftOut(school, taught, pupil) : 'notInClass'

/** Every pupil a lesson opens cells for, in the order of the lists. */
export const rosterOf = (school: School, taught: Taught): Set<PupilId> =>
  new Set(
    staying(school, taught)
      .map((stay) => stay.pupil)
      .filter((pupil) => leftOut(school, taught, pupil) === null),
  )
