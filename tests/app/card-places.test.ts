// The ways to a card and back: the day's row knows its own lesson's disagreement, and «Решить позже» where one came from.
import { expect, it } from 'vitest'
import { placeAfter } from '../../src/app/conflicts/came-from.ts'
import { summarize } from '../../src/app/today/day-summary.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import type { EntryState } from '../../src/domain/entry-state.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import type { CellView } from '../../src/store/cell-view.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'

const attendanceOf = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const viewOf = (cell: Cell, state: EntryState): [string, CellView] => {
  const key = cellKey(cell)
  const value = { code: 'absent' } as const
  return [key, { key, cell, value, state, follows: [], author: null, candidates: [] }]
}

it.each<[EntryState[], string | null]>([
  [['verified', 'accepted'], null],
  [['verified', 'conflict'], 'p2'],
  [['conflict', 'conflict'], 'p1'],
])('of %j the day’s row leads to %s', (states, pupil) => {
  const lesson = lessonById(tinySchool, algebraFirst)
  if (!lesson) throw new Error('the timetable has this lesson')
  const cells = new Map(states.map((state, at) => viewOf(attendanceOf(`p${at + 1}`), state)))
  const { conflict } = summarize(tinySchool, lesson, cells)
  expect(conflict).toBe(pupil && cellKey(attendanceOf(pupil)))
})

it.each([
  ['/conflicts', '/lesson/s1'],
  ['/conflicts/key', '/lesson/s1'],
  ['/sign-in', '/lesson/s1'],
  ['/today/2026-11-24', '/today/2026-11-24'],
  ['/outbox', '/outbox'],
])('after a lesson and %s, «Решить позже» leads to %s', (path, place) => {
  expect(placeAfter('/lesson/s1', path)).toBe(place)
})
