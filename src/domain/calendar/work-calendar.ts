// Where working days come from: the law's holidays and the Government's transfers, and a school's word over them.
import type { School } from '../school.ts'
import type { SchoolDate } from '../time.ts'
import table from './ru-calendar.json' with { type: 'json' }

/** A day off moved from one date to another. `confirmed`: it rests on a decree or on the law itself. */
export interface DayOffTransfer {
  from: SchoolDate
  to: SchoolDate
  confirmed: boolean
}

export interface WorkYear {
  transfers: readonly DayOffTransfer[]
  /** Days off by this year's word that the law's list doesn't have. */
  daysOff: readonly SchoolDate[]
  /** Working days that end an hour earlier. */
  shortDays: readonly SchoolDate[]
  /** Null for the year as it ships; else who confirmed it, such as the number of the decree. */
  source: string | null
}

export interface WorkCalendar {
  /** `MM-DD` of each holiday of ТК РФ ст. 112. */
  holidays: ReadonlySet<string>
  years: ReadonlyMap<number, WorkYear>
}

const shipped = (year: string): WorkYear => ({
  transfers: ((table.transfers as Record<string, string[][]>)[year] ?? []).map(
    ([from = '', to = '', source]) => ({ from, to, confirmed: source !== 'unverified' }),
  ),
  daysOff: [],
  shortDays: (table.shortened5 as Record<string, string[]>)[year] ?? [],
  source: null,
})

/** The calendar as it ships. A year it doesn't hold has the holidays of ст. 112 alone. */
export const ruCalendar: WorkCalendar = {
  holidays: new Set(Object.keys(table.holidays)),
  years: new Map(Object.keys(table.transfers).map((year) => [Number(year), shipped(year)])),
}

const known = new WeakMap<object, WorkCalendar>()

/** The calendar of a school: each year that it has brought or confirmed takes the shipped one's place. */
export const calendarOf = (school: Pick<School, 'workYears'>): WorkCalendar => {
  const own = school.workYears
  if (!own || own.length === 0) return ruCalendar
  const made = known.get(own)
  if (made) return made
  const years = new Map(ruCalendar.years)
  for (const { year, source, transfers, daysOff, shortDays } of own) {
    const all = transfers.map((one) => ({ ...one, confirmed: true }))
    years.set(year, { transfers: all, daysOff, shortDays, source })
  }
  const calendar = { ...ruCalendar, years }
  known.set(own, calendar)
  return calendar
}
