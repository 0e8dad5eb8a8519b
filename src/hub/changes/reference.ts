// The part of the school that one person works with: own and led classes, and single lessons given for others (R4).
import { dutyDays } from '../../domain/findings/duty.ts'
import { type Lesson, lessonById, pupilsOf } from '../../domain/lesson.ts'
import {
  type ClassId,
  classesOf,
  type PersonId,
  type PupilId,
  type School,
  standsOn,
  type TimetableSlot,
} from '../../domain/school.ts'
import { plusDays, type SchoolDate, weekdayOf } from '../../domain/time.ts'

const slotOf = (lesson: string): string => lesson.slice(0, lesson.lastIndexOf('@'))

/** Classes a person teaches, or has taught until so lately that something may be owed there, and those they lead. */
const ownClasses = (school: School, person: PersonId, today: SchoolDate): Set<ClassId> => {
  const since = plusDays(today, -dutyDays)
  const standing = new Map<string, boolean>()
  for (const { assignment, to } of school.timetable) {
    standing.set(assignment, (standing.get(assignment) ?? false) || to === undefined || to >= since)
  }
  const taught = school.assignments
    .filter((one) => one.teacher === person && (standing.get(one.id) ?? true))
    .flatMap((one) => classesOf(school, one.target))
  const led = school.classes.filter((one) => one.classTeacher === person).map((one) => one.id)
  return new Set([...taught, ...led])
}

interface SingleLessons {
  /** Given by the person, with pupils of other classes: as a substitute, or because they are merged into an own one. */
  given: Lesson[]
  /** Where pupils of the person's classes sit, merged into somebody else's lesson. */
  joined: Lesson[]
}

const singleLessons = (
  school: School,
  person: PersonId,
  own: ReadonlySet<ClassId>,
  today: SchoolDate,
): SingleLessons => {
  const near = (lesson: Lesson | null): lesson is Lesson =>
    lesson !== null && plusDays(today, -dutyDays) <= lesson.date && lesson.date <= plusDays(today, dutyDays)
  const substituted = school.substitutions
    .filter((one) => one.teacher === person)
    .map((one) => lessonById(school, one.lesson))
  const found: SingleLessons = { given: substituted.filter(near), joined: [] }
  for (const change of school.changes ?? []) {
    if (change.kind !== 'merged') continue
    const guest = lessonById(school, change.lesson)
    const host = lessonById(school, change.into)
    if (!near(guest) || !near(host)) continue
    if (host.teacher === person) found.given.push(guest)
    else if (guest.classes.some((id) => own.has(id))) found.joined.push(host)
  }
  return found
}

/** Slots that a given lesson's terms and topic hang on: its course, and its classes' other lessons of the day. */
const slotsAround = (school: School, given: readonly Lesson[]) => {
  const assignments = new Map(school.assignments.map((one) => [one.id, one]))
  return ({ assignment, weekday }: TimetableSlot): boolean => {
    const course = assignments.get(assignment)
    if (!course) return false
    const classes = classesOf(school, course.target)
    return given.some(
      (lesson) =>
        (course.subject === lesson.subject && course.target.id === lesson.target.id) ||
        (weekday === weekdayOf(lesson.date) && classes.some((id) => lesson.classes.includes(id))),
    )
  }
}

/** Whose names the person sees: those of the own classes, and whoever sits in the single lessons given. */
const visibleStays = (school: School, own: ReadonlySet<ClassId>, given: readonly Lesson[]) => {
  const seats = given.map((lesson) => ({ lesson, pupils: pupilsOf(school, lesson) }))
  const sits = (pupil: PupilId, schoolClass: ClassId): boolean =>
    seats.some(({ lesson, pupils }) => pupils.has(pupil) && lesson.classes.includes(schoolClass))
  return school.enrolments.filter(
    ({ pupil, schoolClass }) => own.has(schoolClass) || sits(pupil, schoolClass),
  )
}

/** What the person's tablet holds on a day: of substitutions and merged lessons those within the duty days around it. */
export const referenceFor = (school: School, person: PersonId, today: SchoolDate): School => {
  const own = ownClasses(school, person, today)
  const { given, joined } = singleLessons(school, person, own, today)
  const isAround = slotsAround(school, given)
  const hosts = new Set([...given, ...joined].map((one) => slotOf(one.id)))
  const ofOwn = new Set(
    school.assignments
      .filter((one) => classesOf(school, one.target).some((id) => own.has(id)))
      .map((one) => one.id),
  )
  const timetable = school.timetable.filter(
    (slot) => ofOwn.has(slot.assignment) || hosts.has(slot.id) || isAround(slot),
  )
  const slots = new Set(timetable.map((slot) => slot.id))
  const shown = new Set([...ofOwn, ...timetable.map((slot) => slot.assignment)])
  const assignments = school.assignments.filter((one) => shown.has(one.id))
  const visible = new Set([...own, ...assignments.flatMap((one) => classesOf(school, one.target))])
  const substitutions = school.substitutions.filter((one) => slots.has(slotOf(one.lesson)))
  const enrolments = visibleStays(school, own, given)
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
    // A build that knows no days of bells takes the last of a period: the one that rings today.
    bells: [...school.bells].sort((a, b) => Number(standsOn(a, today)) - Number(standsOn(b, today))),
    staff: school.staff
      .filter((one) => colleagues.has(one.id))
      .map((one) => (one.id === person ? one : { ...one, positions: [] })),
    classes,
    enrolments,
    pupils: school.pupils.filter((one) => pupils.has(one.id)),
    groups: school.groups
      .filter((group) => group.classes.some((id) => visible.has(id)))
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
