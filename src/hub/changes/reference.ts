// The part of the school that one person works with: own and led classes, nobody else's pupils (R2).
import { classesOf } from '../../domain/lesson.ts'
import type { ClassId, PersonId, School } from '../../domain/school.ts'

const slotOf = (lesson: string): string => lesson.slice(0, lesson.lastIndexOf('@'))

/** Classes a person teaches, substitutes in, or leads. */
const ownClasses = (school: School, person: PersonId): Set<ClassId> => {
  const substituted = new Set(
    school.substitutions.filter((one) => one.teacher === person).map((one) => slotOf(one.lesson)),
  )
  const assignments = new Set(
    school.timetable.filter((slot) => substituted.has(slot.id)).map((slot) => slot.assignment),
  )
  const taught = school.assignments
    .filter((one) => one.teacher === person || assignments.has(one.id))
    .flatMap((one) => classesOf(school, one.target))
  const led = school.classes.filter((one) => one.classTeacher === person).map((one) => one.id)
  return new Set([...taught, ...led])
}

export const referenceFor = (school: School, person: PersonId): School => {
  const visible = ownClasses(school, person)
  const sees = (classes: readonly ClassId[]): boolean => classes.some((id) => visible.has(id))
  const assignments = school.assignments.filter((one) => sees(classesOf(school, one.target)))
  const shown = new Set(assignments.map((one) => one.id))
  const timetable = school.timetable.filter((slot) => shown.has(slot.assignment))
  const slots = new Set(timetable.map((slot) => slot.id))
  const substitutions = school.substitutions.filter((one) => slots.has(slotOf(one.lesson)))
  const enrolments = school.enrolments.filter((stay) => visible.has(stay.schoolClass))
  const pupils = new Set(enrolments.map((stay) => stay.pupil))
  const classes = school.classes.filter((one) => visible.has(one.id))
  const parallels = new Set(classes.map((one) => one.parallel))
  const subjects = new Set(assignments.map((one) => one.subject))
  const colleagues = new Set([
    person,
    ...assignments.map((one) => one.teacher),
    ...substitutions.map((one) => one.teacher),
    ...classes.map((one) => one.classTeacher),
  ])
  return {
    ...school,
    staff: school.staff
      .filter((one) => colleagues.has(one.id))
      .map((one) => (one.id === person ? one : { ...one, positions: [] })),
    classes,
    enrolments,
    pupils: school.pupils.filter((one) => pupils.has(one.id)),
    groups: school.groups
      .filter((group) => sees(group.classes))
      .map((group) => ({
        ...group,
        members: group.members.filter((id) => pupils.has(id)),
        ...(group.memberDates && { memberDates: group.memberDates.filter((one) => pupils.has(one.pupil)) }),
      })),
    subjects: school.subjects.filter((one) => subjects.has(one.id)),
    assignments,
    timetable,
    plan: school.plan.filter((item) => subjects.has(item.subject) && parallels.has(item.parallel)),
    substitutions,
    ...(school.changes && { changes: school.changes.filter((one) => slots.has(slotOf(one.lesson))) }),
    ...(school.statuses && { statuses: school.statuses.filter((one) => pupils.has(one.pupil)) }),
  }
}
