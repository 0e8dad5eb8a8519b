// When everything of an outage must be in АИС СРО (п. 3.2): two working days after access came back.
import { dateAt, type Instant, momentOf, plusDays, type SchoolDate } from '../time.ts'
import { isWorkingDay, type WorkWeek, workingDayAfter } from './working-day.ts'

export interface TransferDue {
  /** The default reading: the day of the return is not counted. */
  due: SchoolDate
  /** The stricter reading: a working day of the return is the first of the two. */
  strict: SchoolDate
}

/** Both readings of «2 рабочих дня» (п. 3.2) for a return on a school date. */
export const transferDue = (restored: SchoolDate, week: WorkWeek): TransferDue => ({
  due: workingDayAfter(restored, 2, week),
  strict: workingDayAfter(restored, isWorkingDay(restored, week) ? 1 : 2, week),
})

/** The same as moments: each term ends at 24:00 of its day in the school's zone. */
export const transferDueAt = (restoredAt: Instant, week: WorkWeek, zone: string) => {
  const { due, strict } = transferDue(dateAt(restoredAt, zone), week)
  return { due: momentOf(due, '24:00', zone), strict: momentOf(strict, '24:00', zone) }
}

/** Whole working days left after today, and the rest of today in milliseconds; `overdueMs` once it is past. */
export type TimeLeft =
  | { kind: 'left'; workingDays: number; restMs: number }
  | { kind: 'overdue'; overdueMs: number }

export const timeLeft = (now: Instant, due: Instant, week: WorkWeek, zone: string): TimeLeft => {
  const leftMs = Date.parse(due) - Date.parse(now)
  if (leftMs < 0) return { kind: 'overdue', overdueMs: -leftMs }
  const today = dateAt(now, zone)
  let workingDays = 0
  for (let day = plusDays(today, 1); momentOf(day, '24:00', zone) <= due; day = plusDays(day, 1)) {
    if (isWorkingDay(day, week)) workingDays += 1
  }
  const restOfToday = Date.parse(momentOf(today, '24:00', zone)) - Date.parse(now)
  return { kind: 'left', workingDays, restMs: isWorkingDay(today, week) ? restOfToday : 0 }
}
