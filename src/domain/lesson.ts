// Lessons as the timetable gives them: who, whom, when. A pure reading of the school's lists.
import { isHoliday } from './calendar/working-day.ts'
import type { LessonId } from './cell.ts'
import type {
  Bell,
  ClassId,
  PersonId,
  PlanItem,
  PupilId,
  School,
  SchoolClass,
  SubjectId,
  Target,
  TeachingAssignment,
  TimetableSlot,
} from './school.ts'
import { type Instant, momentOf, plusDays, type SchoolDate, weekdayOf } from './time.ts'

export interface Lesson {
  id: LessonId
  date: SchoolDate
  period: number
  begins: Instant
  ends: Instant
  subject: SubjectId
  target: Target
  classes: readonly ClassId[]
  teacher: PersonId
  /** The assigned teacher, where somebody else teaches. */
  insteadOf: PersonId | null
  assignment: string
}

export const lessonId = (slot: string, date: SchoolDate): LessonId => `${slot}@${date}`

const parseLessonId = (id: LessonId): { slot: string; date: SchoolDate } => {
  const at = id.lastIndexOf('@')
  return { slot: id.slice(0, at), date: id.slice(at + 1) }
}

/** Look-up tables of a school, made once for each version of it. */
export interface SchoolIndex {
  school: School
  slots: ReadonlyMap<string, TimetableSlot>
  assignments: ReadonlyMap<string, TeachingAssignment>
  classes: ReadonlyMap<ClassId, SchoolClass>
  bells: ReadonlyMap<string, Bell>
  substitutes: ReadonlyMap<LessonId, PersonId>
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]))
const indexes = new WeakMap<School, SchoolIndex>()

export const indexOf = (school: School): SchoolIndex => {
  const known = indexes.get(school)
  if (known) return known
  const index: SchoolIndex = {
    school,
    slots: byId(school.timetable),
    assignments: byId(school.assignments),
    classes: byId(school.classes),
    bells: new Map(school.bells.map((bell) => [`${bell.shift}.${bell.period}`, bell])),
    substitutes: new Map(school.substitutions.map((s) => [s.lesson, s.teacher])),
  }
  indexes.set(school, index)
  return index
}

export const classesOf = (school: School, target: Target): readonly ClassId[] =>
  target.kind === 'class'
    ? [target.id]
    : (school.groups.find((group) => group.id === target.id)?.classes ?? [])

/** A day of lessons for a class: inside a term, no holiday, within the class's study week. */
const isSchoolDay = (school: School, schoolClass: SchoolClass, date: SchoolDate): boolean =>
  weekdayOf(date) <= schoolClass.studyWeek &&
  !isHoliday(date) &&
  school.terms.some((term) => term.from <= date && date <= term.to)

const lessonAt = (index: SchoolIndex, slot: TimetableSlot, date: SchoolDate): Lesson | null => {
  if (slot.weekday !== weekdayOf(date)) return null
  const { school } = index
  const assignment = index.assignments.get(slot.assignment)
  if (!assignment) return null
  const classes = classesOf(school, assignment.target)
  const schoolClass = index.classes.get(classes[0] ?? '')
  if (!schoolClass || !isSchoolDay(school, schoolClass, date)) return null
  const bell = index.bells.get(`${schoolClass.shift}.${slot.period}`)
  if (!bell) return null
  const id = lessonId(slot.id, date)
  const teacher = index.substitutes.get(id) ?? assignment.teacher
  return {
    id,
    date,
    period: slot.period,
    begins: momentOf(date, bell.begins, school.zone),
    ends: momentOf(date, bell.ends, school.zone),
    subject: assignment.subject,
    target: assignment.target,
    classes,
    teacher,
    insteadOf: teacher === assignment.teacher ? null : assignment.teacher,
    assignment: assignment.id,
  }
}

/** The lesson of an id, or null when the timetable has none. */
export const lessonById = (school: School, id: LessonId): Lesson | null => {
  const index = indexOf(school)
  const { slot: slotId, date } = parseLessonId(id)
  const slot = index.slots.get(slotId)
  return slot ? lessonAt(index, slot, date) : null
}

/** All lessons of a date in order of time. */
export const lessonsOn = (school: School, date: SchoolDate): Lesson[] => {
  const index = indexOf(school)
  return school.timetable
    .map((slot) => lessonAt(index, slot, date))
    .filter((lesson): lesson is Lesson => lesson !== null)
    .sort((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : a.id < b.id ? -1 : 1))
}

/** The last date with lessons on or before a date, for a demo on a day off; null when there is none in a year. */
export const lastSchoolDay = (school: School, date: SchoolDate): SchoolDate | null => {
  for (let day = date, tries = 0; tries < 366; day = plusDays(day, -1), tries += 1) {
    if (lessonsOn(school, day).length > 0) return day
  }
  return null
}

/** Pupils who belong to a lesson on its date: the class or group, within their stay. */
export const pupilsOf = (school: School, lesson: Lesson): Set<PupilId> => {
  const staying = school.enrolments.filter(
    (stay) =>
      lesson.classes.includes(stay.schoolClass) &&
      stay.from <= lesson.date &&
      (stay.to === null || lesson.date <= stay.to),
  )
  const ids = new Set(staying.map((stay) => stay.pupil))
  if (lesson.target.kind === 'class') return ids
  const group = school.groups.find((g) => g.id === lesson.target.id)
  return new Set((group?.members ?? []).filter((pupil) => ids.has(pupil)))
}

/** When homework of a lesson falls due (п. 2.8): 90 minutes after the last lesson of its classes that day. */
export const homeworkDue = (school: School, lesson: Lesson): Instant => {
  const ends = lessonsOn(school, lesson.date)
    .filter((other) => other.classes.some((id) => lesson.classes.includes(id)))
    .map((other) => other.ends)
  const last = ends.reduce((latest, end) => (end > latest ? end : latest), lesson.ends)
  return new Date(Date.parse(last) + 90 * 60_000).toISOString()
}

/** How many lessons of the same assignment come before this one in the school's terms. */
const lessonsBefore = (school: School, lesson: Lesson): number => {
  const schoolClass = indexOf(school).classes.get(lesson.classes[0] ?? '')
  if (!schoolClass) return 0
  const slots = school.timetable.filter((slot) => slot.assignment === lesson.assignment)
  const first = school.terms.reduce((from, term) => (term.from < from ? term.from : from), lesson.date)
  let count = 0
  for (let date = first; date <= lesson.date; date = plusDays(date, 1)) {
    const today = slots.filter((slot) => slot.weekday === weekdayOf(date))
    if (today.length > 0 && isSchoolDay(school, schoolClass, date)) {
      count += today.filter((slot) => date < lesson.date || slot.period < lesson.period).length
    }
  }
  return count
}

/** The КТП item whose turn it is at a lesson (п. 2.7), or null where the subject has no plan. */
export const planItemOf = (school: School, lesson: Lesson): PlanItem | null => {
  const parallel = indexOf(school).classes.get(lesson.classes[0] ?? '')?.parallel
  const items = school.plan.filter((item) => item.subject === lesson.subject && item.parallel === parallel)
  if (items.length === 0) return null
  const no = lessonsBefore(school, lesson) + 1
  return items.find((item) => item.no === no) ?? null
}
