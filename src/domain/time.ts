// The two kinds of time the rules know: a moment, and a date of the school's own calendar.
import { DateTime } from 'luxon'

/** A moment in UTC, ISO 8601 with milliseconds and `Z`: `2026-11-24T05:04:00.000Z`. Sorts as text. */
export type Instant = string
/** A date in the school's zone: `2026-11-24`. Sorts as text. */
export type SchoolDate = string
/** A wall-clock time at the school: `08:30`. */
export type SchoolTime = string

export const toInstant = (ms: number): Instant => new Date(ms).toISOString()
export const toMs = (at: Instant): number => Date.parse(at)

const dayMs = 86_400_000

interface Day {
  beginsMs: number
  endsMs: number
  date: SchoolDate
}
/** Days asked for of late, by zone and the day in UTC that they meet: an answer of the time zones' tables is dear. */
const lastDays = new Map<string, readonly Day[]>()
/** A working year and its neighbours. */
const mostDays = 500

/** The school's date at a moment; '' for what is no moment. `zone` is an IANA name. */
export const dateAt = (at: Instant, zone: string): SchoolDate => {
  const ms = toMs(at)
  const asked = `${Math.floor(ms / dayMs)} ${zone}`
  const days = lastDays.get(asked) ?? []
  for (const day of days) if (day.beginsMs <= ms && ms < day.endsMs) return day.date
  const begins = DateTime.fromMillis(ms, { zone }).startOf('day')
  const date = begins.toISODate()
  if (date === null) return ''
  const day = { beginsMs: begins.toMillis(), endsMs: begins.plus({ days: 1 }).toMillis(), date }
  if (lastDays.size >= mostDays) lastDays.clear()
  lastDays.set(asked, [day, ...days])
  return date
}

/** Moments asked for of late: the same bells and midnights are asked for again and again. */
const lastMoments = new Map<string, Instant>()
const mostMoments = 500

/** The moment of a wall-clock time; `24:00` is the next midnight. */
export const momentOf = (date: SchoolDate, time: SchoolTime, zone: string): Instant => {
  const asked = `${date}T${time} ${zone}`
  const known = lastMoments.get(asked)
  if (known !== undefined) return known
  const moment = toInstant(DateTime.fromISO(`${date}T${time}`, { zone }).toMillis())
  if (lastMoments.size >= mostMoments) lastMoments.clear()
  lastMoments.set(asked, moment)
  return moment
}

/** A day that the calendar has, as `2026-11-24`; 30 February is none. */
export const isDate = (text: string): text is SchoolDate =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

// A date alone has no zone, so its arithmetic needs none either.
export const plusDays = (date: SchoolDate, days: number): SchoolDate =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: SchoolDate): number => new Date(date).getUTCDay() || 7
