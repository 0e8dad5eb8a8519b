// A stretch of school days that a check asks about (п. 2.10): what is one, and which the school's own year offers.
import type { School, Term } from '../school.ts'
import { isDate, plusDays, type SchoolDate, weekdayOf } from '../time.ts'

/** From the first day to the last, both included. */
export interface Period {
  from: SchoolDate
  to: SchoolDate
}

/** A school year is never longer; what is asked for costs by its length. */
const longestPeriodDays = 366

export const periodFaults = ['notDate', 'order', 'tooLong'] as const
export type PeriodFault = (typeof periodFaults)[number]

/** Why the two texts are no period, or null where they are one. */
export const periodFault = ({ from, to }: { from: string; to: string }): PeriodFault | null => {
  if (!isDate(from) || !isDate(to)) return 'notDate'
  if (from > to) return 'order'
  return plusDays(from, longestPeriodDays - 1) < to ? 'tooLong' : null
}

export const isWithin = ({ from, to }: Period, date: SchoolDate): boolean => from <= date && date <= to

/** The Monday-to-Sunday week of a date. */
export const weekOf = (date: SchoolDate): Period => {
  const from = plusDays(date, 1 - weekdayOf(date))
  return { from, to: plusDays(from, 6) }
}

/** The calendar month of a date. */
export const monthOf = (date: SchoolDate): Period => {
  const from = `${date.slice(0, 7)}-01`
  const next = `${plusDays(from, 31).slice(0, 7)}-01`
  return { from, to: plusDays(next, -1) }
}

/** From the first day of the school's terms to the last one, or null where the lists have no terms. */
export const yearOf = ({ terms }: Pick<School, 'terms'>): Period | null => {
  const days = terms.flatMap(({ from, to }: Term) => [from, to]).sort()
  const [from, to] = [days[0], days.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}
