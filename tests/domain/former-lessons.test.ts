// The lessons of a subject that stand before a lesson in the grid.
import { expect, it } from 'vitest'
import { formerLessons } from '../../src/domain/calendar/former-lessons.ts'
import { lessonById, lessonId } from '../../src/domain/lesson.ts'
import type { LessonChange, School } from '../../src/domain/school.ts'
import { algebraFirst, algebraLast, tinySchool } from './tiny-school.ts'

const before = (id: string, count: number, changes: readonly LessonChange[] = []): string[] => {
  const school: School = { ...tinySchool, changes }
  const lesson = lessonById(school, id)
  if (!lesson) throw new Error('the school has this lesson')
  return formerLessons(school, lesson, count).map((one) => one.id)
}
const tuesdays = (slot: string, ...dates: string[]): string[] => dates.map((date) => lessonId(slot, date))

it('are of the same subject and class, the oldest first, those of the same day included', () => {
  expect(before(algebraLast, 3)).toEqual([
    lessonId('s1', '2026-11-17'),
    lessonId('s4', '2026-11-17'),
    algebraFirst,
  ])
})

it('are as many as there are', () => {
  expect(before(lessonId('s1', '2026-11-17'), 8)).toEqual([
    lessonId('s1', '2026-11-10'),
    lessonId('s4', '2026-11-10'),
  ])
})

it('leave out what was cancelled', () => {
  const [first = '', second = ''] = tuesdays('s1', '2026-11-10', '2026-11-17')
  expect(before(algebraFirst, 8, [{ kind: 'cancelled', lesson: first }])).not.toContain(first)
  expect(before(algebraFirst, 8, [{ kind: 'cancelled', lesson: first }])).toContain(second)
})

it('follow a lesson to the day it was moved to', () => {
  const late = lessonId('s4', '2026-11-24')
  const moved: LessonChange = { kind: 'moved', lesson: late, date: '2026-11-20', period: 2 }
  expect(before(algebraFirst, 8, [moved]).at(-1)).toBe(late)
})
