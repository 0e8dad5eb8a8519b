// «Другое значение» on the card of a disagreement: it can say whatever the lesson's own keys and fields can.
import { describe, expect, it } from 'vitest'
import { type Half, madeOf, markIn, pressable, pressMark } from '../../src/app/conflicts/half-made.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'

const lesson = algebraFirst
const topic: Cell = { kind: 'topic', lesson }
const mark: Cell = { kind: 'mark', lesson, pupil: 'p1', workType: 'oralAnswer', n: 1 }
const cells: readonly Cell[] = [
  ...[topic, mark],
  { kind: 'attendance', lesson, pupil: 'p1' },
  { kind: 'absenceReason', lesson, pupil: 'p1' },
  { kind: 'work', lesson, workType: 'oralAnswer', n: 1 },
  { kind: 'homework', lesson },
  { kind: 'individualHomework', lesson, pupil: 'p1' },
  { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' },
]

type MarkKey = Parameters<typeof pressMark>[1]
const m = (sign: string): MarkKey => ({ kind: 'mark', mark: sign })
const owed: MarkKey = { kind: 'owed' }
const second: MarkKey = { kind: 'second' }
const pressed = (...keys: MarkKey[]): Half => keys.reduce(pressMark, {})

describe('a typed topic', () => {
  it.each([
    ['Одночлены', { planItem: 5, text: 'Одночлены' }],
    ['  Умножение одночленов ', { planItem: 6, text: 'Умножение одночленов' }],
    ['Повторение', { planItem: null, text: 'Повторение' }],
  ])('%j keeps the number of the КТП item that it is word for word', (text, value) => {
    expect(madeOf(tinySchool, topic, { text })).toEqual(value)
  })
  it('of a lesson that the timetable has not stands for itself', () => {
    const gone: Cell = { kind: 'topic', lesson: 'none@2026-11-24' }
    const value = { planItem: null, text: 'Одночлены' }
    expect(madeOf(tinySchool, gone, { text: value.text })).toEqual(value)
  })
})

describe('«пусто»', () => {
  it.each(cells.map((cell) => [cell.kind, cell] as const))('can be put into %s', (_, cell) => {
    expect(pressable(cell).at(-1)).toBeNull()
    expect(madeOf(tinySchool, cell, { value: null })).toBeNull()
  })
  it('is not what an untouched card says', () => {
    expect(madeOf(tinySchool, topic, {})).toBeUndefined()
    expect(madeOf(tinySchool, topic, { text: '  ' })).toBeUndefined()
  })
})

describe('a mark', () => {
  it.each<[string, MarkKey[], string[], boolean]>([
    ['one', [m('5')], ['5'], false],
    ['another in its place', [m('5'), m('4')], ['4'], false],
    ['a second beside the first', [m('5'), second, m('4')], ['5', '4'], false],
    ['«вторая» taken back', [m('5'), second, second, m('4')], ['4'], false],
    ['«вторая» before any mark', [second, m('4'), m('3')], ['3'], false],
    ['«точка» alone', [owed], [], true],
    ['«точка» beside two marks', [m('5'), second, m('4'), owed], ['5', '4'], true],
    ['a mark that pays «точка» off', [owed, m('4')], ['4'], false],
  ])('%s', (_, keys, marks, isOwed) => {
    expect(markIn(pressed(...keys))).toEqual({ marks, owed: isOwed })
  })
  it('says nothing again once «точка» alone is taken back', () => {
    expect(madeOf(tinySchool, mark, pressed(owed, owed))).toBeUndefined()
  })
  it('goes before «пусто» and after it', () => {
    expect(madeOf(tinySchool, mark, pressMark({ value: null }, m('5')))).toEqual({
      marks: ['5'],
      owed: false,
    })
  })
})
