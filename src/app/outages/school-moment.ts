// A moment typed into a field, in the school's time, and back.
import { DateTime } from 'luxon'
import { type Instant, momentOf } from '../../domain/time.ts'

/** `2026-11-24T09:40` as the field wants it. */
export const fieldOf = (at: Instant, zone: string): string =>
  DateTime.fromISO(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")

/** Null while the field is empty or half typed. */
export const momentIn = (field: string, zone: string): Instant | null => {
  const [date, time] = field.split('T')
  return date && time ? momentOf(date, time.slice(0, 5), zone) : null
}
