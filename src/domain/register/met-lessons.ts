// The lessons that an outage met, by the timetable (п. 3.1).
import { isMet } from '../findings/kept-here.ts'
import { type Lesson, lessonsOn } from '../lesson.ts'
import type { Outage } from '../outage.ts'
import type { School } from '../school.ts'
import { dateAt, type Instant, plusDays } from '../time.ts'

/** Held lessons that had begun before access was back, or before `now` while it isn't; in order of time. */
export const lessonsMet = (
  school: School,
  outage: Pick<Outage, 'no' | 'scope' | 'openedAt' | 'restoredAt'>,
  now: Instant,
): Lesson[] => {
  const until = outage.restoredAt ?? now
  const last = dateAt(until, school.zone)
  const met: Lesson[] = []
  for (let date = dateAt(outage.openedAt, school.zone); date <= last; date = plusDays(date, 1)) {
    const begun = lessonsOn(school, date).filter((one) => one.begins < until)
    met.push(...begun.filter((one) => isMet(school, one, [{ ...outage, due: null }])))
  }
  return met
}
