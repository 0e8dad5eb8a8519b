// What a key writes into a cell that holds something already, and when it writes nothing.
import { expect, it } from 'vitest'
import { type NewValue, type NotWritten, newValue, type Writing } from '../../../src/app/grid/grid-value.ts'
import type { Attendance, MarkValue } from '../../../src/domain/value.ts'

const mark = (...marks: MarkValue['marks']): MarkValue => ({ marks, owed: false })
const owed = (...marks: MarkValue['marks']): MarkValue => ({ marks, owed: true })
const four: Writing = { kind: 'mark', mark: '4' }
const absent: Writing = { kind: 'attendance', value: { code: 'absent' } }
const written = (value: Attendance | MarkValue | null): NewValue => ({ ok: true, value })
const refused = (not: NotWritten): NewValue => ({ ok: false, not })

it.each<[string, 'work' | 'attendance', Attendance | MarkValue | null, Writing, boolean, NewValue]>([
  ['a mark into a blank cell', 'work', null, four, false, written(mark('4'))],
  ['a mark in the place of another', 'work', mark('3'), four, false, written(mark('4'))],
  ['a second mark after +', 'work', mark('5'), four, true, written(mark('5', '4'))],
  ['the first mark of a blank cell after +', 'work', null, four, true, written(mark('4'))],
  ['no third mark', 'work', mark('5', '4'), four, true, refused({ why: 'twoMarks' })],
  ['one mark in the place of two', 'work', mark('5', '4'), four, false, written(mark('4'))],
  ['a mark pays the dot off', 'work', { marks: [], owed: true }, four, false, written(mark('4'))],
  ['a second mark leaves the dot', 'work', owed('5'), four, true, written(owed('5', '4'))],
  ['the dot keeps a mark', 'work', mark('3'), { kind: 'owed' }, false, written({ marks: ['3'], owed: true })],
  ['the dot alone', 'work', null, { kind: 'owed' }, false, written({ marks: [], owed: true })],
  ['the dot off its mark', 'work', owed('3'), { kind: 'owed' }, false, written(mark('3'))],
  ['the dot off a blank cell', 'work', owed(), { kind: 'owed' }, false, written(null)],
  ['clearing', 'work', mark('3'), { kind: 'clear' }, false, written(null)],
  ['Н', 'attendance', null, absent, false, written({ code: 'absent' })],
  ['Н from a column of marks', 'work', null, absent, false, written({ code: 'absent' })],
  [
    'a mark has no place in attendance',
    'attendance',
    null,
    four,
    false,
    refused({ why: 'markInAttendance' }),
  ],
  ['nor has the dot', 'attendance', null, { kind: 'owed' }, false, refused({ why: 'markInAttendance' })],
])('%s', (_name, column, now, writing, second, expected) => {
  expect(newValue(column, now, writing, second)).toEqual(expected)
})
