// Which days the deputy's board shows lesson by lesson.
import type { KnownOutage } from '../findings/explained.ts'
import { lastSchoolDay } from '../lesson.ts'
import type { School } from '../school.ts'
import { dateAt, type Instant, plusDays, type SchoolDate } from '../time.ts'

/** So many school days of outages stand in a strip, and today. */
const mostDays = 3

/** The last school days on which one of the outages was open, oldest first, and today or the last school day. */
export const stripDays = (school: School, outages: readonly KnownOutage[], now: Instant): SchoolDate[] => {
  const dateOf = (at: Instant): SchoolDate => dateAt(at, school.zone)
  const spans = outages.map((one) => ({ from: dateOf(one.openedAt), to: dateOf(one.restoredAt ?? now) }))
  const first = spans.map((one) => one.from).reduce((least, date) => (date < least ? date : least), '~')
  const today = lastSchoolDay(school, dateOf(now))
  const days: SchoolDate[] = []
  let day = today
  while (day !== null && day >= first && days.length < mostDays) {
    const date = day
    if (date !== today && spans.some((one) => one.from <= date && date <= one.to)) days.unshift(date)
    day = lastSchoolDay(school, plusDays(day, -1))
  }
  return today === null ? days : [...days, today]
}
