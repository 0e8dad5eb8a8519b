// Checks where moved and merged lessons go: a class, a group and a teacher sit in one place at a time.
import { type Lesson, lessonById, lessonsOn } from '../../domain/lesson.ts'
import type { LessonChange, School } from '../../domain/school.ts'
import type { Lists } from './columns.ts'
import type { Fault } from './read-lists.ts'

const meet = (a: Lesson, b: Lesson): boolean => a.begins < b.ends && b.begins < a.ends

const clash = (a: Lesson, b: Lesson): boolean => {
  const whole = a.target.kind === 'class' || b.target.kind === 'class'
  const shared = a.classes.some((id) => b.classes.includes(id))
  return meet(a, b) && (a.teacher === b.teacher || a.target.id === b.target.id || (whole && shared))
}

/** A lesson moved to a day without a bell of its number is on nobody's day: that is told too. */
const checkMoved = (rows: Lists['changes'], school: School): Fault[] =>
  rows.flatMap(({ row, kind, lesson: id, date, period }): Fault[] => {
    if (kind !== 'moved' || date === null) return []
    const lesson = lessonById(school, id)
    if (!lesson) return [{ list: 'changes', row, column: 'period', problem: 'noBell', value: String(period) }]
    const other = lessonsOn(school, date).find((one) => one.id !== id && clash(one, lesson))
    return other ? [{ list: 'changes', row, column: 'period', problem: 'taken', value: other.id }] : []
  })

/** Why the pupils of a merged lesson would sit nowhere, or null: the other is not held, or at another hour. */
export const mergeFault = (
  school: School,
  { lesson, into }: Pick<Extract<LessonChange, { kind: 'merged' }>, 'lesson' | 'into'>,
): 'notHeld' | 'otherHour' | null => {
  const guest = lessonById(school, lesson)
  // A day off of its own class leaves nobody to be seated.
  if (guest?.closed !== 'merged') return null
  const host = lessonById(school, into)
  if (host?.closed !== null) return 'notHeld'
  return meet(guest, host) ? null : 'otherHour'
}

const checkMerged = (rows: Lists['changes'], school: School): Fault[] =>
  rows.flatMap(({ row, kind, lesson, into }): Fault[] => {
    if (kind !== 'merged' || into === null) return []
    const problem = mergeFault(school, { lesson, into })
    return problem === null ? [] : [{ list: 'changes', row, column: 'into', problem, value: into }]
  })

export const checkChanged = (rows: Lists['changes'], school: School): Fault[] => [
  ...checkMoved(rows, school),
  ...checkMerged(rows, school),
]
