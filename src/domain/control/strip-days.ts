// Which days the deputy's board counts, and which of them it shows lesson by lesson.
import type { KnownOutage } from '../findings/explained.ts'
import { lastSchoolDay, lessonsOn } from '../lesson.ts'
import type { School } from '../school.ts'
import { dateAt, type Instant, plusDays, type SchoolDate } from '../time.ts'

/** Every school day on which one of the outages was open, and today or the last school day; oldest first. */
export const outageDays = (school: School, outages: readonly KnownOutage[], now: Instant): SchoolDate[] => {
  const dateOf = (at: Instant): SchoolDate => dateAt(at, school.zone)
  const today = dateOf(now)
  const days = new Set<SchoolDate>()
  for (const { openedAt, restoredAt } of outages) {
    const last = restoredAt === null ? today : dateOf(restoredAt)
    for (let day = dateOf(openedAt); day <= last; day = plusDays(day, 1)) {
      if (!days.has(day) && lessonsOn(school, day).length > 0) days.add(day)
    }
  }
  const newest = lastSchoolDay(school, today)
  if (newest !== null) days.add(newest)
  return [...days].sort()
}

/** Three school days of outages stand in a strip, and today: what is counted, is counted over all of them. */
const mostShown = 4

export const stripDays = (days: readonly SchoolDate[]): SchoolDate[] => days.slice(-mostShown)
