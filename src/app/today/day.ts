// A day as one person has it: own lessons, those given to others, those that fell out, and the led class's.
import { lostOn } from '../../domain/calendar/lesson-change.ts'
import { type Lesson, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { SchoolDate } from '../../domain/time.ts'

export interface Day {
  own: Lesson[]
  /** Own by the timetable; somebody else gives them, or nobody does on this date. */
  lost: Lesson[]
  /** Lessons that others give to the class this person leads: for reasons of absence (п. 2.9). */
  ofClass: Lesson[]
}

export const dayOf = (school: School, person: string, date: SchoolDate): Day => {
  const all = lessonsOn(school, date)
  const led = school.classes.filter((one) => one.classTeacher === person).map((one) => one.id)
  const isMine = (one: Lesson): boolean => one.teacher === person || one.insteadOf === person
  return {
    own: all.filter((one) => one.teacher === person),
    lost: [...all.filter((one) => one.insteadOf === person), ...lostOn(school, date).filter(isMine)].sort(
      (a, b) => a.period - b.period,
    ),
    ofClass: all.filter((one) => one.teacher !== person && one.classes.some((id) => led.includes(id))),
  }
}
