// «3 урок: не отмечен»: what the bells remind of while the journal is open (п. 2.5).
import type { LessonId } from '../cell.ts'
import type { Lesson } from '../lesson.ts'
import { type Instant, toMs } from '../time.ts'

export interface Reminder {
  lesson: Lesson
  /** Until the bell; 0 once it has rung. */
  leftMs: number
}

/** So long before the bell there is still time to do it in the room. */
const beforeBellMs = 10 * 60_000

/** Lessons about to end or over whose attendance is not whole, in order of time. `lessons` are the person's own of the day. */
export const remindersOf = (
  lessons: readonly Lesson[],
  marked: ReadonlySet<LessonId>,
  now: Instant,
): Reminder[] =>
  lessons
    .filter((one) => !marked.has(one.id) && toMs(one.ends) - toMs(now) <= beforeBellMs)
    .map((lesson) => ({ lesson, leftMs: Math.max(0, toMs(lesson.ends) - toMs(now)) }))
