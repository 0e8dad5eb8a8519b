// Working days of an organisation: ТК РФ ст. 112 and the Government's transfers of days off.
import { plusDays, type SchoolDate, weekdayOf } from '../time.ts'
import table from './ru-calendar.json' with { type: 'json' }

export type WorkWeek = 5 | 6

interface CalendarTable {
  holidays: Record<string, string>
  transfers: Record<string, readonly (readonly string[])[]>
}
const calendar: CalendarTable = table

/** Where a year's days off come from: `unconfirmed` is said aloud on screen. */
export type YearStatus = 'confirmed' | 'unconfirmed'

const transfersOf = (year: string) => calendar.transfers[year] ?? []

/** A year is confirmed when each of its transfers rests on a decree or on the law itself. */
export const yearStatus = (year: number): YearStatus => {
  const transfers = calendar.transfers[String(year)]
  if (!transfers) return 'unconfirmed'
  return transfers.every(([, , source]) => source !== 'unverified') ? 'confirmed' : 'unconfirmed'
}

export const isHoliday = (date: SchoolDate): boolean => date.slice(5) in calendar.holidays

/**
 * Is the date a working day of an organisation with this week?
 * A Saturday that a day off is transferred away from becomes working for five days;
 * a transfer from a Saturday frees no six-day organisation.
 */
export const isWorkingDay = (date: SchoolDate, week: WorkWeek): boolean => {
  if (isHoliday(date)) return false
  const transfers = transfersOf(date.slice(0, 4))
  const moved = transfers.find(([, to]) => to === date)
  if (moved?.[0]) return week === 6 && weekdayOf(moved[0]) === 6
  const weekday = weekdayOf(date)
  if (weekday === 7) return false
  if (weekday === 6) return week === 6 || transfers.some(([from]) => from === date)
  return true
}

/** The `count`-th working day after a date, the date itself not counted. */
export const workingDayAfter = (date: SchoolDate, count: number, week: WorkWeek): SchoolDate => {
  let day = date
  for (let left = count; left > 0; ) {
    day = plusDays(day, 1)
    if (isWorkingDay(day, week)) left -= 1
  }
  return day
}
