// Look-up tables of a school, and the bell that rings for a class.
import { isShortened } from './calendar/school-day.ts'
import {
  type Bell,
  type ClassId,
  type LessonChange,
  type PersonId,
  type School,
  type SchoolClass,
  standsOn,
  type TeachingAssignment,
  type TimetableSlot,
} from './school.ts'
import { type SchoolDate, weekdayOf } from './time.ts'

/** Made once for each version of it. */
export interface SchoolIndex {
  school: School
  slots: ReadonlyMap<string, TimetableSlot>
  assignments: ReadonlyMap<string, TeachingAssignment>
  classes: ReadonlyMap<ClassId, SchoolClass>
  /** Of one shift, period and kind of day, each with its days. */
  bells: ReadonlyMap<string, readonly Bell[]>
  substitutes: ReadonlyMap<string, PersonId>
  changes: ReadonlyMap<string, LessonChange>
  /** Lessons whose pupils sit in a lesson, by that lesson. */
  merged: ReadonlyMap<string, readonly string[]>
}

type BellPlace = Pick<Bell, 'shift' | 'period' | 'shortened' | 'weekday'>
const bellKey = ({ shift, period, shortened, weekday }: BellPlace): string =>
  `${shift}.${period}.${shortened ?? ''}.${weekday ?? ''}`

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]))
const grouped = <T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const [key, one] of pairs) groups.set(key, [...(groups.get(key) ?? []), one])
  return groups
}
const mergedIn = (changes: readonly LessonChange[] = []): Map<string, string[]> =>
  grouped(changes.flatMap((one) => (one.kind === 'merged' ? [[one.into, one.lesson] as const] : [])))

const indexes = new WeakMap<School, SchoolIndex>()

export const indexOf = (school: School): SchoolIndex => {
  const known = indexes.get(school)
  if (known) return known
  const index: SchoolIndex = {
    school,
    slots: byId(school.timetable),
    assignments: byId(school.assignments),
    classes: byId(school.classes),
    bells: grouped(school.bells.map((bell) => [bellKey(bell), bell] as const)),
    substitutes: new Map(school.substitutions.map((s) => [s.lesson, s.teacher])),
    changes: new Map(school.changes?.map((one) => [one.lesson, one])),
    merged: mergedIn(school.changes),
  }
  indexes.set(school, index)
  return index
}

/** The bell of a shortened day, else of the weekday, else the usual one. */
export const bellAt = (index: SchoolIndex, { id, shift }: SchoolClass, period: number, date: SchoolDate) => {
  const ringing = (place: BellPlace): Bell | undefined =>
    index.bells.get(bellKey(place))?.find((one) => standsOn(one, date))
  const short = isShortened(index.school, id, date)
  return (
    (short ? ringing({ shift, period, shortened: true }) : undefined) ??
    ringing({ shift, period, weekday: weekdayOf(date) }) ??
    ringing({ shift, period })
  )
}
