// «В течение 2 рабочих дней» (п. 3.2, and п. 2.9 by the same words): both readings, as dates and as moments.
import type { School } from '../school.ts'
import { settingsOf } from '../settings.ts'
import { dateAt, type Instant, momentOf, plusDays, type SchoolDate } from '../time.ts'
import { calendarOf, ruCalendar, type WorkCalendar } from './work-calendar.ts'
import {
  isShortDay,
  isWorkingDay,
  type WorkWeek,
  workingDayAfter,
  type YearStatus,
  yearStatus,
} from './working-day.ts'

/** What of a school decides a term in working days. */
export type WorkTerms = Pick<School, 'workWeek' | 'zone' | 'workYears' | 'endOfWork' | 'settings'>

export interface TransferDue {
  /** The default reading: the day of the return is not counted. */
  due: SchoolDate
  /** The stricter reading: a working day of the return is the first of the two. */
  strict: SchoolDate
}

/** Both readings of «2 рабочих дня» for a return (п. 3.2) or a document (п. 2.9) on a school date. */
export const transferDue = (
  restored: SchoolDate,
  week: WorkWeek,
  calendar: WorkCalendar = ruCalendar,
): TransferDue => ({
  due: workingDayAfter(restored, 2, week, calendar),
  strict: workingDayAfter(restored, isWorkingDay(restored, week, calendar) ? 1 : 2, week, calendar),
})

/** When a term that ends on a working day is over: 24:00, or the end of work where the school says so. */
const endOfTermDay = (school: WorkTerms, date: SchoolDate): Instant => {
  const { endOfWork } = school
  if (!endOfWork) return momentOf(date, '24:00', school.zone)
  const short = isShortDay(date, school.workWeek, calendarOf(school))
  return momentOf(date, short ? endOfWork.shortDay : endOfWork.usual, school.zone)
}

/** Both readings from a school date as moments; `due` is the one that the school goes by. */
export const twoWorkingDays = (school: WorkTerms, from: SchoolDate) => {
  const { due, strict } = transferDue(from, school.workWeek, calendarOf(school))
  const late = settingsOf(school).termReading === 'strict' ? strict : due
  return { due: endOfTermDay(school, late), strict: endOfTermDay(school, strict) }
}

/** `unconfirmed` where a year that one of the due dates falls into rests on no decree yet; 24:00 belongs to its day. */
export const dueStatus = (
  dues: readonly Instant[],
  school: Pick<School, 'zone' | 'workYears'>,
): YearStatus => {
  const yearOf = (due: Instant): number =>
    Number(dateAt(new Date(Date.parse(due) - 1).toISOString(), school.zone).slice(0, 4))
  const unsure = dues.some((due) => yearStatus(yearOf(due), calendarOf(school)) === 'unconfirmed')
  return unsure ? 'unconfirmed' : 'confirmed'
}

/** Whole working days left after today, and the rest of today in milliseconds; `overdueMs` once it is past. */
export type TimeLeft =
  | { kind: 'left'; workingDays: number; restMs: number }
  | { kind: 'overdue'; overdueMs: number }

export const timeLeft = (
  now: Instant,
  due: Instant,
  week: WorkWeek,
  zone: string,
  calendar: WorkCalendar = ruCalendar,
): TimeLeft => {
  const leftMs = Date.parse(due) - Date.parse(now)
  if (leftMs < 0) return { kind: 'overdue', overdueMs: -leftMs }
  const today = dateAt(now, zone)
  const last = dateAt(new Date(Date.parse(due) - 1).toISOString(), zone)
  let workingDays = 0
  for (let day = plusDays(today, 1); day <= last; day = plusDays(day, 1)) {
    if (isWorkingDay(day, week, calendar)) workingDays += 1
  }
  const endOfToday = Math.min(Date.parse(momentOf(today, '24:00', zone)), Date.parse(due))
  const restOfToday = endOfToday - Date.parse(now)
  return { kind: 'left', workingDays, restMs: isWorkingDay(today, week, calendar) ? restOfToday : 0 }
}
