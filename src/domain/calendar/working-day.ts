// Working days of an organisation: ТК РФ ст. 112 and the Government's transfers of days off.
import { plusDays, type SchoolDate, weekdayOf } from '../time.ts'
import { ruCalendar, type WorkCalendar, type WorkYear } from './work-calendar.ts'

export type WorkWeek = 5 | 6

/** Where a year's days off come from: `unconfirmed` is said aloud on screen. */
export type YearStatus = 'confirmed' | 'unconfirmed'

const yearOf = (date: SchoolDate, calendar: WorkCalendar): WorkYear | undefined =>
  calendar.years.get(Number(date.slice(0, 4)))

/** A year is confirmed when each of its transfers rests on a decree, on the law itself or on the school's word. */
export const yearStatus = (year: number, calendar: WorkCalendar = ruCalendar): YearStatus => {
  const known = calendar.years.get(year)
  return known?.transfers.every((one) => one.confirmed) ? 'confirmed' : 'unconfirmed'
}

const isHoliday = (date: SchoolDate, calendar: WorkCalendar): boolean => calendar.holidays.has(date.slice(5))

/**
 * Is the date a working day of an organisation with this week?
 * A Saturday that a day off is transferred away from becomes working for five days;
 * a transfer from a Saturday frees no six-day organisation.
 */
export const isWorkingDay = (
  date: SchoolDate,
  week: WorkWeek,
  calendar: WorkCalendar = ruCalendar,
): boolean => {
  const year = yearOf(date, calendar)
  if (isHoliday(date, calendar) || year?.daysOff.includes(date)) return false
  const moved = year?.transfers.find((one) => one.to === date)
  if (moved) return week === 6 && weekdayOf(moved.from) === 6
  const weekday = weekdayOf(date)
  if (weekday === 7) return false
  if (weekday === 6) return week === 6 || (year?.transfers.some((one) => one.from === date) ?? false)
  return true
}

/**
 * A working day that ends earlier: the eve of a holiday (ТК РФ ст. 95), and what the year's own list names. The shipped
 * lists are those of five days, in which the day off before a holiday may have been moved; a school's list is its own.
 */
export const isShortDay = (
  date: SchoolDate,
  week: WorkWeek,
  calendar: WorkCalendar = ruCalendar,
): boolean => {
  if (!isWorkingDay(date, week, calendar)) return false
  if (isHoliday(plusDays(date, 1), calendar)) return true
  const year = yearOf(date, calendar)
  return year !== undefined && (week === 5 || year.source !== null) && year.shortDays.includes(date)
}

/** The date itself, or the first working day after it. */
export const workingDayFrom = (date: SchoolDate, week: WorkWeek, calendar: WorkCalendar): SchoolDate =>
  isWorkingDay(date, week, calendar) ? date : workingDayAfter(date, 1, week, calendar)

/** The `count`-th working day after a date, the date itself not counted. */
export const workingDayAfter = (
  date: SchoolDate,
  count: number,
  week: WorkWeek,
  calendar: WorkCalendar = ruCalendar,
): SchoolDate => {
  let day = date
  for (let left = count; left > 0; ) {
    day = plusDays(day, 1)
    if (isWorkingDay(day, week, calendar)) left -= 1
  }
  return day
}
