// «Открыть недописанное» leads to where it can be finished, or it is said why it can't be any more.
import { expect, it } from 'vitest'
import { type HalfDonePlace, placeOf } from '../../src/app/pwa/half-done-place.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { algebraFirst, english, tinySchool } from '../domain/tiny-school.ts'

const mine: Cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }
const others: Cell = { kind: 'mark', lesson: english, pupil: 'p2', workType: 'oralAnswer', n: 1 }
const open = [mine, others].map((cell) => ({ key: cellKey(cell), cell }))
const lesson = { path: `/lesson/${encodeURIComponent(algebraFirst)}` }

it.each<[string, string, string, HalfDonePlace]>([
  ['a topic, to its lesson', 'topic', algebraFirst, lesson],
  ['homework, to its lesson', 'homework', algebraFirst, lesson],
  ["a pupil's own task, to its lesson", 'individual', algebraFirst, lesson],
  ['a lesson typed by name, to that form', 'provisional', '', { path: '/provisional' }],
  ['a lesson that is in no list any more, nowhere', 'topic', 's99@2026-11-24', { none: 'lesson' }],
  ['a lesson that somebody else teaches by now, nowhere', 'topic', english, { none: 'right' }],
  [
    'a choice, to its card',
    'conflict-choice',
    cellKey(mine),
    { path: `/conflicts/${encodeURIComponent(cellKey(mine))}` },
  ],
  ['a choice in what is settled by now, nowhere', 'conflict-why', 'attendance/gone/p1', { none: 'conflict' }],
  ['a choice in what is not theirs any more, nowhere', 'conflict-other', cellKey(others), { none: 'right' }],
])('leads from %s', (_, kind, of, expected) => {
  expect(placeOf({ kind, of, text: '' }, { school: tinySchool, person: 'algebraist', open })).toEqual(
    expected,
  )
})
