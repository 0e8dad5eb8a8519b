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

/** A place in the timetable. */
export interface LessonHour {
  date: SchoolDate
  period: number
}

/** Where the timetable had put a lesson that was moved; null for one in its own place. */
export const movedFrom = (school: School, lesson: Lesson): LessonHour | null => {
  const change = indexOf(school).changes.get(lesson.id)
  if (change?.kind !== 'moved') return null
  const slot = indexOf(school).slots.get(lesson.id.slice(0, lesson.id.lastIndexOf('@')))
  return slot ? { date: plannedDate(lesson.id), period: slot.period } : null
}

/** The same of a lesson that was moved to a later hour; null of every other. */
export const movedLaterFrom = (school: School, lesson: Lesson): LessonHour | null => {
  const from = movedFrom(school, lesson)
  if (from === null) return null
  const isLater = from.date === lesson.date ? from.period < lesson.period : from.date < lesson.date
  return isLater ? from : null
}

/** Lessons of the timetable's date that are held on a later one. */
export const movedOnFrom = (school: School, date: SchoolDate): Lesson[] =>
  lostOn(school, date).filter((lesson) => lesson.date > date)
