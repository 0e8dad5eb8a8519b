// Which lessons this journal answers for: АИС СРО is the journal of record, and here is kept what it could not take (п. 3.1).
import type { Lesson } from '../lesson.ts'
import type { School } from '../school.ts'
import { dateAt, type Instant } from '../time.ts'
import { type Concerned, concerns, type KnownOutage } from './explained.ts'

/** Was АИС out of reach for these people during any part of that time? */
export const wasMet = (
  school: School,
  concerned: Concerned,
  { from, to }: { from: Instant; to: Instant },
  outages: readonly KnownOutage[],
): boolean =>
  outages.some(
    (one) =>
      concerns(school, one, concerned) &&
      one.openedAt < to &&
      (one.restoredAt === null || from < one.restoredAt),
  )

/** Was it for the lesson's teacher during any part of it? */
export const isMet = (school: School, lesson: Lesson, outages: readonly KnownOutage[]): boolean =>
  wasMet(
    school,
    { person: lesson.teacher, classes: lesson.classes },
    { from: lesson.begins, to: lesson.ends },
    outages,
  )

/**
 * A lesson of a former day that no outage met and of which nothing was recorded here was kept in АИС: nothing of it
 * is missing here. Of today's lessons it can't be known yet.
 */
export const isKeptHere = (
  school: School,
  lesson: Lesson,
  isRecorded: boolean,
  outages: readonly KnownOutage[],
  now: Instant,
): boolean => isRecorded || lesson.date >= dateAt(now, school.zone) || isMet(school, lesson, outages)
