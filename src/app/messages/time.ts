// Dates, times and spans as the school says them.
import { DateTime } from 'luxon'
import type { TimeLeft } from '../../domain/calendar/transfer-due.ts'
import type { Instant, SchoolDate } from '../../domain/time.ts'

const inZone = (at: Instant, zone: string) => DateTime.fromISO(at, { zone }).setLocale('ru')

/** «09:40» */
export const clockTime = (at: Instant, zone: string): string => inZone(at, zone).toFormat('HH:mm')

/** «вт 24.11» */
export const shortDate = (date: SchoolDate): string =>
  DateTime.fromISO(date).setLocale('ru').toFormat('ccc dd.MM')

/** «24 ноября» */
export const dayAndMonth = (date: SchoolDate): string =>
  DateTime.fromISO(date).setLocale('ru').toFormat('d MMMM')

/** «24 ноября 2026», «23–29 ноября 2026», «1 сентября 2026 – 31 мая 2027»; what both days share is said once. */
export const datesInWords = (from: SchoolDate, to: SchoolDate): string => {
  const [first, last] = [from, to].map((one) => DateTime.fromISO(one).setLocale('ru'))
  const whole = last?.toFormat('d MMMM yyyy') ?? ''
  if (from === to) return whole
  if (from.slice(0, 7) === to.slice(0, 7)) return `${first?.toFormat('d')}–${whole}`
  return `${first?.toFormat(from.slice(0, 4) === to.slice(0, 4) ? 'd MMMM' : 'd MMMM yyyy')} – ${whole}`
}

/** «24.11.2026» */
export const dayInFigures = (date: SchoolDate): string => DateTime.fromISO(date).toFormat('dd.MM.yyyy')

/** «Вторник, 24 ноября» */
export const longDate = (date: SchoolDate): string => {
  const text = DateTime.fromISO(date).setLocale('ru').toFormat('cccc, d MMMM')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** «вт 24.11 09:40» */
export const dateAndTime = (at: Instant, zone: string): string => inZone(at, zone).toFormat('ccc dd.MM HH:mm')

/** «вт 24.11 08:00–12:00», or with both days where they differ. */
export const spanOfDates = (from: Instant, to: Instant, zone: string): string => {
  const sameDay = inZone(from, zone).hasSame(inZone(to, zone), 'day')
  return `${dateAndTime(from, zone)}${sameDay ? `–${clockTime(to, zone)}` : ` – ${dateAndTime(to, zone)}`}`
}

/** The end of a day is written as 24:00 of that day, not as 0:00 of the next. */
export const deadline = (at: Instant, zone: string): string => {
  const moment = inZone(at, zone)
  return moment.hour === 0 && moment.minute === 0
    ? `${moment.minus({ minutes: 1 }).toFormat('ccc dd.MM')} 24:00`
    : moment.toFormat('ccc dd.MM HH:mm')
}

/** «31 мин», «4 ч 10 мин», «2 дн. 3 ч» */
export const span = (ms: number): string => {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${Math.floor(hours / 24)} дн. ${hours % 24} ч`
  if (hours === 0) return `${minutes} мин`
  return minutes % 60 === 0 ? `${hours} ч` : `${hours} ч ${minutes % 60} мин`
}

/** «2 р. д. 11 ч», under a day «10 ч 20 мин», past due «просрочено на 3 ч». */
export const timeLeftText = (left: TimeLeft): string => {
  if (left.kind === 'overdue') return `просрочено на ${span(left.overdueMs)}`
  if (left.workingDays === 0) return span(left.restMs)
  const hours = Math.floor(left.restMs / 3_600_000)
  return hours === 0 ? `${left.workingDays} р. д.` : `${left.workingDays} р. д. ${hours} ч`
}
