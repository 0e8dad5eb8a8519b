// Look-up tables of a school, and the bell that rings for a class.
import { isShortened } from './calendar/school-day.ts'
import type {
  Bell,
  ClassId,
  LessonChange,
  PersonId,
  School,
  SchoolClass,
  TeachingAssignment,
  TimetableSlot,
} from './school.ts'
import { type SchoolDate, weekdayOf } from './time.ts'

/** Made once for each version of it. */
export interface SchoolIndex {
  school: School
  slots: ReadonlyMap<string, TimetableSlot>
  assignments: ReadonlyMap<string, TeachingAssignment>
  classes: ReadonlyMap<ClassId, SchoolClass>
  bells: ReadonlyMap<string, Bell>
  substitutes: ReadonlyMap<string, PersonId>
  changes: ReadonlyMap<string, LessonChange>
  /** Lessons whose pupils sit in a lesson, by that lesson. */
  merged: ReadonlyMap<string, readonly string[]>
}

const bellKey = ({ shift, period, shortened, weekday }: Omit<Bell, 'begins' | 'ends'>): string =>
  `${shift}.${period}.${shortened ?? ''}.${weekday ?? ''}`

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]))
const mergedIn = (changes: readonly LessonChange[] = []): Map<string, string[]> => {
  const merged = new Map<string, string[]>()
  for (const one of changes) {
    if (one.kind === 'merged') merged.set(one.into, [...(merged.get(one.into) ?? []), one.lesson])
  }
  return merged
}
const indexes = new WeakMap<School, SchoolIndex>()

export const indexOf = (school: School): SchoolIndex => {
  const known = indexes.get(school)
  if (known) return known
  const index: SchoolIndex = {
    school,
    slots: byId(school.timetable),
    assignments: byId(school.assignments),
    classes: byId(school.classes),
    bells: new Map(school.bells.map((bell) => [bellKey(bell), bell])),
    substitutes: new Map(school.substitutions.map((s) => [s.lesson, s.teacher])),
    changes: new Map(school.changes?.map((one) => [one.lesson, one])),
    merged: mergedIn(school.changes),
  }
  indexes.set(school, index)
  return index
}

/** The bell of a shortened day, else of the weekday, else the usual one. */
export const bellAt = (index: SchoolIndex, { id, shift }: SchoolClass, period: number, date: SchoolDate) => {
  const short = isShortened(index.school, id, date)
  return (
    (short ? index.bells.get(bellKey({ shift, period, shortened: true })) : undefined) ??
    index.bells.get(bellKey({ shift, period, weekday: weekdayOf(date) })) ??
    index.bells.get(bellKey({ shift, period }))
  )
}
