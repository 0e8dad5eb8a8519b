// Which cells a lesson opens, and why it has closed one. A closed cell takes entries all the same: they are flagged.
import { type Cell, lessonOf, pupilOf } from '../cell.ts'
import { classAway, type Lesson, lessonById, pupilsOf } from '../lesson.ts'
import type { School } from '../school.ts'
import { classOfPupil } from './absence.ts'
import { type NotInLesson, notInLesson } from './roster.ts'

export type ClosedCell = Exclude<Lesson['closed'], null> | NotInLesson | 'notInTimetable'

/** Why the lists have no place for the cell, or null while it is open. */
export const whyClosed = (school: School, cell: Cell): ClosedCell | null => {
  const id = lessonOf(cell)
  if (id === null) return null
  const lesson = lessonById(school, id)
  if (!lesson) return 'notInTimetable'
  if (lesson.closed !== null) return lesson.closed
  const pupil = pupilOf(cell)
  // Who comes from a merged lesson is no member here, and yet sits here.
  if (pupil === null || pupilsOf(school, lesson).has(pupil)) return null
  const theirs = classOfPupil(school, lesson.classes, pupil, lesson.date)
  return (theirs && classAway(school, lesson, theirs.id)) ?? notInLesson(school, lesson, pupil)
}
