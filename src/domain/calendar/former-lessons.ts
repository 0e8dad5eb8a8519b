// The lessons of the same subject and class or group that were held before a lesson.
import { type Lesson, lessonById, lessonId } from '../lesson.ts'
import type { School } from '../school.ts'
import { indexOf } from '../school-index.ts'
import { plusDays, weekdayOf } from '../time.ts'

/** A subject of one hour a week needs two months and the holidays for eight lessons. */
const farthestDays = 120
/** A lesson that was moved forward keeps the id of its first, later date. */
const movedDays = 14

/** At most `count` of them, the oldest first. */
export const formerLessons = (school: School, lesson: Lesson, count: number): Lesson[] => {
  const { assignments } = indexOf(school)
  const slots = school.timetable.filter((slot) => {
    const one = assignments.get(slot.assignment)
    return (
      one?.subject === lesson.subject &&
      one.target.kind === lesson.target.kind &&
      one.target.id === lesson.target.id
    )
  })
  const found: Lesson[] = []
  for (let days = -movedDays; days <= farthestDays && found.length < count + slots.length; days += 1) {
    const date = plusDays(lesson.date, -days)
    for (const slot of slots) {
      if (slot.weekday !== weekdayOf(date)) continue
      const former = lessonById(school, lessonId(slot.id, date))
      if (former && former.closed === null && former.begins < lesson.begins) found.push(former)
    }
  }
  return found.sort((a, b) => (a.begins < b.begins ? -1 : 1)).slice(-count)
}
