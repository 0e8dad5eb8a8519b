// Checks where moved lessons go: a class, a group and a teacher sit in one place at a time.
import { type Lesson, lessonById, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { Lists } from './columns.ts'
import type { Fault } from './read-lists.ts'

const clash = (a: Lesson, b: Lesson): boolean => {
  if (a.begins >= b.ends || b.begins >= a.ends) return false
  const whole = a.target.kind === 'class' || b.target.kind === 'class'
  const shared = a.classes.some((id) => b.classes.includes(id))
  return a.teacher === b.teacher || a.target.id === b.target.id || (whole && shared)
}

/** A lesson moved to a day without a bell of its number is on nobody's day: that is told too. */
export const checkMoved = (rows: Lists['changes'], school: School): Fault[] =>
  rows.flatMap(({ row, kind, lesson: id, date, period }): Fault[] => {
    if (kind !== 'moved' || date === null) return []
    const lesson = lessonById(school, id)
    if (!lesson) return [{ list: 'changes', row, column: 'period', problem: 'noBell', value: String(period) }]
    const other = lessonsOn(school, date).find((one) => one.id !== id && clash(one, lesson))
    return other ? [{ list: 'changes', row, column: 'period', problem: 'taken', value: other.id }] : []
  })
