// Lessons as the timetable gives them: who, whom, when. A pure reading of the school's lists.
import { type ClosedDay, closedBy, isRemote, isSchoolDay, isStudyDate } from './calendar/school-day.ts'
import type { LessonId } from './cell.ts'
import { rosterOf } from './pupils/roster.ts'
import {
  type ClassId,
  classesOf,
  type PersonId,
  type PlanItem,
  type PupilId,
  type School,
  type SchoolClass,
  type SubjectId,
  standsOn,
  type Target,
  type TimetableSlot,
} from './school.ts'
import { bellAt, indexOf, type SchoolIndex } from './school-index.ts'
import { settingsOf } from './settings.ts'
import {
  type Instant,
  isDate,
  momentOf,
  plusDays,
  type SchoolDate,
  toInstant,
  toMs,
  weekdayOf,
} from './time.ts'

export interface Lesson {
  id: LessonId
  /** When it is held: a moved lesson keeps the id of its first date. */
  date: SchoolDate
  period: number
  begins: Instant
  ends: Instant
  subject: SubjectId
  target: Target
  /** The target's own first, then those of lessons merged into it. */
  classes: readonly ClassId[]
  teacher: PersonId
  /** The assigned teacher, where somebody else teaches. */
  insteadOf: PersonId | null
  assignment: string
  /** Why it is not held, or null. A tablet that doesn't know yet may have recorded it: such entries are kept. */
  closed: ClosedDay | 'cancelled' | 'merged' | null
}

export const lessonId = (slot: string, date: SchoolDate): LessonId => `${slot}@${date}`

const parseLessonId = (id: LessonId): { slot: string; date: SchoolDate } => {
  const at = id.lastIndexOf('@')
  return { slot: id.slice(0, at), date: id.slice(at + 1) }
}

/** Lessons of a date, made when they are first asked for; a school is never changed, only followed by another. */
const days = new WeakMap<School, Map<SchoolDate, readonly Lesson[]>>()

/** The target's own classes first, then those whose pupils a merged lesson brings. */
const classesIn = ({ school, slots, assignments, merged }: SchoolIndex, id: LessonId, target: Target) => {
  const guests = (merged.get(id) ?? []).flatMap((one) => {
    const assignment = assignments.get(slots.get(parseLessonId(one).slot)?.assignment ?? '')
    return assignment ? classesOf(school, assignment.target) : []
  })
  return [...new Set([...classesOf(school, target), ...guests])]
}

/** A tablet's lists may lack a class of colleagues. */
const knownClasses = (index: SchoolIndex, ids: readonly ClassId[]): SchoolClass[] =>
  ids.flatMap((id) => index.classes.get(id) ?? [])

/** The class whose parallel and terms a lesson goes by: the first that the lists know. */
export const firstClassOf = (school: School, { classes }: Pick<Lesson, 'classes'>): SchoolClass | undefined =>
  knownClasses(indexOf(school), classes)[0]

const lessonAt = (index: SchoolIndex, slot: TimetableSlot, day: SchoolDate): Lesson | null => {
  // An id is what somebody sent: its day may be none of the calendar's.
  if (slot.weekday !== weekdayOf(day) || !isDate(day) || !standsOn(slot, day)) return null
  const { school } = index
  const assignment = index.assignments.get(slot.assignment)
  if (!assignment) return null
  const id = lessonId(slot.id, day)
  const own = knownClasses(index, classesOf(school, assignment.target))
  const studying = own.filter((one) => isStudyDate(school, one, day))
  const change = index.changes.get(id)
  const { date, period } = change?.kind === 'moved' ? change : { date: day, period: slot.period }
  // A lesson of several classes goes on for those that have school, and rings with them.
  const leading = studying.find((one) => closedBy(school, one.id, date) === null) ?? studying[0]
  const bell = leading && bellAt(index, leading, period, date)
  if (!bell) return null
  const teacher = index.substitutes.get(id) ?? assignment.teacher
  const dropped = change?.kind === 'cancelled' || change?.kind === 'merged' ? change.kind : null
  return {
    id,
    date,
    period,
    begins: momentOf(date, bell.begins, school.zone),
    ends: momentOf(date, bell.ends, school.zone),
    subject: assignment.subject,
    target: assignment.target,
    classes: classesIn(index, id, assignment.target),
    teacher,
    insteadOf: teacher === assignment.teacher ? null : assignment.teacher,
    assignment: assignment.id,
    closed: closedBy(school, leading.id, date) ?? dropped,
  }
}

const byIdIn = (index: SchoolIndex, id: LessonId): Lesson | null => {
  const { slot: slotId, date } = parseLessonId(id)
  const slot = index.slots.get(slotId)
  return slot ? lessonAt(index, slot, date) : null
}

/** Lessons asked for by id; only those of the timetable are kept, so a stranger's ids fill no memory. */
const known = new WeakMap<School, Map<LessonId, Lesson>>()

/** The lesson of an id, held or not, or null when the timetable has none. */
export const lessonById = (school: School, id: LessonId): Lesson | null => {
  const lessons = known.get(school) ?? new Map<LessonId, Lesson>()
  known.set(school, lessons)
  const lesson = lessons.get(id) ?? byIdIn(indexOf(school), id)
  if (lesson) lessons.set(id, lesson)
  return lesson
}

const readDay = (index: SchoolIndex, date: SchoolDate): Lesson[] => {
  const movedHere = [...index.changes.values()].filter((one) => one.kind === 'moved' && one.date === date)
  const planned = index.school.timetable.map((slot) => lessonAt(index, slot, date))
  const all = [...planned, ...movedHere.map((one) => byIdIn(index, one.lesson))]
  const held = new Map(
    all.flatMap((one) => (one && one.date === date && one.closed === null ? [[one.id, one]] : [])),
  )
  return [...held.values()].sort((a, b) =>
    a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : a.id < b.id ? -1 : 1,
  )
}

/** All lessons held on a date in order of time. */
export const lessonsOn = (school: School, date: SchoolDate): readonly Lesson[] => {
  const known = days.get(school) ?? new Map<SchoolDate, readonly Lesson[]>()
  days.set(school, known)
  const day = known.get(date) ?? readDay(indexOf(school), date)
  known.set(date, day)
  return day
}

/** The last date with lessons on or before a date, for a demo on a day off; null when there is none in a year. */
export const lastSchoolDay = (school: School, date: SchoolDate): SchoolDate | null => {
  for (let day = date, tries = 0; tries < 366; day = plusDays(day, -1), tries += 1) {
    if (lessonsOn(school, day).length > 0) return day
  }
  return null
}

/** Why a class is not in a lesson of its own though others are: its day is closed, or none of its week or term. */
export const classAway = (school: School, { id, date }: Lesson, schoolClass: ClassId): ClosedDay | null => {
  const known = indexOf(school).classes.get(schoolClass)
  if (known && !isStudyDate(school, known, parseLessonId(id).date)) return 'dayOff'
  return closedBy(school, schoolClass, date)
}

/** The lesson with those of its classes that are in it; with all where none is. */
const asHeld = (school: School, lesson: Lesson): Lesson => {
  const classes = lesson.classes.filter((one) => classAway(school, lesson, one) === null)
  return classes.length > 0 ? { ...lesson, classes } : lesson
}

/** Do pupils of the lesson sit at home, by the day of any of its classes? */
export const isTaughtRemotely = (school: School, { classes, date }: Lesson): boolean =>
  classes.some((id) => isRemote(school, id, date))

/** Lessons whose pupils sit in this one. A class that its own quarantine keeps at home sits in nobody's. */
export const mergedInto = (school: School, { id }: Lesson): Lesson[] =>
  (indexOf(school).merged.get(id) ?? [])
    .flatMap((one) => lessonById(school, one) ?? [])
    .filter((one) => one.closed === 'merged')

/** Pupils whose cells a lesson opens: of its class or group, and of lessons merged into it. */
export const pupilsOf = (school: School, lesson: Lesson): Set<PupilId> =>
  new Set(
    [lesson, ...mergedInto(school, lesson)].flatMap((one) => [...rosterOf(school, asHeld(school, one))]),
  )

const isByPlan = ({ groups }: School, { target }: Lesson): boolean =>
  target.kind === 'group' && groups.some((one) => one.id === target.id && one.individualPlan === true)

/**
 * When homework of a lesson falls due (п. 2.8): 90 minutes after the last lesson of its classes that day, any group's;
 * a school may let a group's homework go by the group's own day. Both are settings. Who learns by an individual plan
 * keeps no class waiting: that lesson is none of the class.
 */
export const homeworkDue = (school: School, lesson: Lesson): Instant => {
  const { homeworkAfter, homeworkMinutes } = settingsOf(school)
  const own = ({ target }: Lesson): boolean =>
    target.kind === 'class' || lesson.target.kind === 'class' || target.id === lesson.target.id
  const ends = lessonsOn(school, lesson.date)
    .filter((other) => other.classes.some((id) => lesson.classes.includes(id)))
    .filter((other) => homeworkAfter === 'class' || own(other))
    .filter((other) => !isByPlan(school, other))
    .map((other) => other.ends)
  const last = ends.reduce((latest, end) => (end > latest ? end : latest), lesson.ends)
  return toInstant(toMs(last) + homeworkMinutes * 60_000)
}

/** How many lessons of the same subject and class or group, whoever gave them, are planned before this one in the school's terms. */
const lessonsBefore = (school: School, lesson: Lesson): number => {
  const index = indexOf(school)
  const { assignments, changes } = index
  const classes = knownClasses(index, lesson.classes)
  const slots = school.timetable.filter((slot) => {
    const one = assignments.get(slot.assignment)
    return one?.subject === lesson.subject && one.target.id === lesson.target.id
  })
  const { date: day } = parseLessonId(lesson.id)
  const first = school.terms.reduce((from, term) => (term.from < from ? term.from : from), day)
  const here = slots.find((slot) => lessonId(slot.id, day) === lesson.id)?.period ?? lesson.period
  let count = 0
  for (let date = first; date <= day; date = plusDays(date, 1)) {
    const today = slots.filter((slot) => slot.weekday === weekdayOf(date) && standsOn(slot, date))
    if (today.length > 0 && classes.some((one) => isSchoolDay(school, one, date))) {
      const held = today.filter((slot) => changes.get(lessonId(slot.id, date))?.kind !== 'cancelled')
      count += held.filter((slot) => date < day || slot.period < here).length
    }
  }
  return count
}

/** The КТП of a lesson's subject in its parallel; empty where the subject has no plan. */
export const planOf = (school: School, lesson: Lesson): readonly PlanItem[] => {
  const parallel = firstClassOf(school, lesson)?.parallel
  return school.plan.filter((item) => item.subject === lesson.subject && item.parallel === parallel)
}

/** The КТП item whose turn it is at a lesson (п. 2.7), or null where the subject has no plan. */
export const planItemOf = (school: School, lesson: Lesson): PlanItem | null => {
  const items = planOf(school, lesson)
  if (items.length === 0) return null
  const no = lessonsBefore(school, lesson) + 1
  return items.find((item) => item.no === no) ?? null
}
