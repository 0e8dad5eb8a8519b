// School days of a class: 2.6 and 2.8 count these, not the organisation's working days.
import type { ClassId, DayChange, School, SchoolClass, Term } from '../school.ts'
import { schoolYearOf } from '../term/year-column.ts'
import { type SchoolDate, weekdayOf } from '../time.ts'
import { calendarOf } from './work-calendar.ts'
import { isWorkingDay } from './working-day.ts'

export type ClosedDay = Exclude<DayChange['kind'], 'remote' | 'shortened'>

/** The terms of a class: one school may teach by quarters and its upper classes by half-years. */
export const termsOf = (school: Pick<School, 'terms'>, { parallel }: Pick<SchoolClass, 'parallel'>): Term[] =>
  school.terms.filter((one) => one.parallels === undefined || one.parallels.includes(parallel))

/** The term of the class with which a school year ends, the newest of the lists unless told; null where it has none. */
export const lastTermOf = (school: School, schoolClass: SchoolClass, year?: number): Term | null =>
  termsOf(school, schoolClass)
    .filter((one) => year === undefined || schoolYearOf(one) === year)
    .reduce<Term | null>((best, one) => (best && best.to > one.to ? best : one), null)

/** The term of a class on a date, or null in the holidays between them. */
export const termOf = (school: School, schoolClass: SchoolClass, date: SchoolDate): Term | null =>
  termsOf(school, schoolClass).find((term) => term.from <= date && date <= term.to) ?? null

/**
 * Does the timetable of a class speak of this date: inside a term, within the study week, no day off by law?
 * A working Saturday of a five-day organisation brings a class of five days no lessons.
 */
export const isStudyDate = (school: School, schoolClass: SchoolClass, date: SchoolDate): boolean =>
  weekdayOf(date) <= schoolClass.studyWeek &&
  isWorkingDay(date, schoolClass.studyWeek, calendarOf(school)) &&
  termOf(school, schoolClass, date) !== null

const changesOn = (school: School, schoolClass: ClassId, date: SchoolDate): DayChange[] =>
  (school.days ?? []).filter(
    (one) =>
      one.from <= date && date <= one.to && (one.classes === null || one.classes.includes(schoolClass)),
  )

/** What closes the day for a class, or null: a local day off, каникулы, an актированный день, quarantine. */
export const closedBy = (school: School, schoolClass: ClassId, date: SchoolDate): ClosedDay | null => {
  for (const { kind } of changesOn(school, schoolClass, date)) {
    if (kind !== 'remote' && kind !== 'shortened') return kind
  }
  return null
}

export const isShortened = (school: School, schoolClass: ClassId, date: SchoolDate): boolean =>
  changesOn(school, schoolClass, date).some((one) => one.kind === 'shortened')

/** Lessons are held, with the pupils at home. */
export const isRemote = (school: School, schoolClass: ClassId, date: SchoolDate): boolean =>
  changesOn(school, schoolClass, date).some((one) => one.kind === 'remote')

export const isSchoolDay = (school: School, schoolClass: SchoolClass, date: SchoolDate): boolean =>
  isStudyDate(school, schoolClass, date) && closedBy(school, schoolClass.id, date) === null
