// What became of a day's timetable: lessons that are not held as planned, and where a lesson that is held comes from.
import type { LessonId } from '../cell.ts'
import { type Lesson, lessonById, lessonId } from '../lesson.ts'
import type { School } from '../school.ts'
import { indexOf } from '../school-index.ts'
import { type SchoolDate, weekdayOf } from '../time.ts'

/** The date that the timetable gave the lesson: its id keeps it. */
const plannedDate = (id: LessonId): SchoolDate => id.slice(id.lastIndexOf('@') + 1)

/** Planned for the date and not held on it: cancelled, merged, closed with the day, or moved to another date. */
export const lostOn = (school: School, date: SchoolDate): Lesson[] =>
  school.timetable
    .filter((slot) => slot.weekday === weekdayOf(date))
    .flatMap((slot) => lessonById(school, lessonId(slot.id, date)) ?? [])
    .filter((lesson) => lesson.closed !== null || lesson.date !== date)

/** Where the timetable had put a lesson that was moved; null for one in its own place. */
export const movedFrom = (school: School, lesson: Lesson): { date: SchoolDate; period: number } | null => {
  const change = indexOf(school).changes.get(lesson.id)
  if (change?.kind !== 'moved') return null
  const slot = indexOf(school).slots.get(lesson.id.slice(0, lesson.id.lastIndexOf('@')))
  return slot ? { date: plannedDate(lesson.id), period: slot.period } : null
}
