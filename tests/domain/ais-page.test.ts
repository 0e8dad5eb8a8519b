// Our cells as АИС СРО shows them, and back: what is written must be read as the same thing.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import {
  aisSlot,
  projectAttendance,
  projectValue,
  readAttendance,
  readValue,
  tellsValue,
} from '../../src/domain/transfer/ais-page.ts'
import { planSlot } from '../../src/domain/transfer/transfer-plan.ts'
import { type Attendance, type CellValue, defaultMarks } from '../../src/domain/value.ts'

const at = { lesson: 's1@2026-11-24', pupil: 'p1' } as const
const work = { workType: 'controlTest', n: 1 } as const

describe('attendance in АИС', () => {
  it.each<[string, Attendance | null, Parameters<typeof projectAttendance>[1], string]>([
    ['presence is an empty cell', { code: 'present' }, null, ''],
    ['a cell nobody marked is empty too', null, null, ''],
    ['an absence without a reason', { code: 'absent' }, null, 'ОТ'],
    ['an absence with a reason is one code', { code: 'absent' }, { reason: 'illness' }, 'Б'],
    ['a late arrival keeps its minutes', { code: 'late', minutes: 10 }, null, 'ОП 10'],
    ['a reason beside presence says nothing', { code: 'present' }, { reason: 'illness' }, ''],
  ])('%s', (_, attendance, reason, code) => {
    expect(projectAttendance(attendance, reason)).toBe(code)
  })

  it.each(['ОТ', 'Б', 'УП', 'НП', 'ОП 5', 'ОСВ', ''])('«%s» reads back as what it was', (code) => {
    const { attendance, reason } = readAttendance(code)
    expect(projectAttendance(attendance, reason)).toBe(code)
  })

  it.each<[string, Cell['kind'], CellValue | null, string, boolean]>([
    ['an absence, whatever its reason', 'attendance', { code: 'absent' }, 'УП', true],
    ['no absence where somebody came late', 'attendance', { code: 'absent' }, 'ОП 10', false],
    ['presence where nothing stands', 'attendance', { code: 'present' }, '', true],
    [
      'a reason by its code',
      'absenceReason',
      { reason: 'excused', documentReceived: '2026-11-24' },
      'УП',
      true,
    ],
    ['no other reason', 'absenceReason', { reason: 'illness' }, 'УП', false],
    ['that there is no reason', 'absenceReason', null, 'ОТ', true],
    ['a mark to the letter', 'mark', { marks: ['5', '4'], owed: false }, '5/4', true],
    ['a mark with a blank behind it', 'mark', { marks: ['5'], owed: false }, '5 ', true],
    ['an absence in small letters', 'attendance', { code: 'absent' }, 'от', true],
    ['no mark where another stands', 'mark', { marks: ['5'], owed: false }, '4', false],
  ])('says of a cell %s', (_, kind, value, text, told) => {
    expect(tellsValue({ ...at, ...work, kind } as Cell, value, text)).toBe(told)
  })

  it('shares one slot with the reason of the absence', () => {
    expect(aisSlot({ kind: 'absenceReason', ...at })).toBe(aisSlot({ kind: 'attendance', ...at }))
  })
})

describe('every other value', () => {
  const scale = [...defaultMarks, 'б/о']
  it.each<[Cell, CellValue]>([
    [
      { kind: 'mark', ...at, ...work },
      { marks: ['5', '4'], owed: false },
    ],
    [
      { kind: 'mark', ...at, ...work },
      { marks: [], owed: true },
    ],
    [
      { kind: 'mark', ...at, ...work },
      { marks: ['н/а'], owed: false },
    ],
    [
      { kind: 'mark', ...at, ...work },
      { marks: ['б/о'], owed: true },
    ],
    [
      { kind: 'mark', ...at, ...work },
      { marks: ['н/а', 'б/о'], owed: false },
    ],
    [
      { kind: 'topic', lesson: at.lesson },
      { planItem: 31, text: 'Умножение одночленов' },
    ],
    [
      { kind: 'topic', lesson: at.lesson },
      { planItem: null, text: 'Повторение' },
    ],
    [{ kind: 'homework', lesson: at.lesson }, { none: true }],
    [{ kind: 'homework', lesson: at.lesson }, { text: '§ 14, № 312' }],
    [{ kind: 'work', lesson: at.lesson, ...work }, { title: 'Контрольная работа' }],
    [{ kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' }, { mark: 'зач' }],
  ])('reads back as it was written: %j', (cell, value) => {
    expect(readValue(cell, projectValue(value), scale)).toEqual(value)
    expect(readValue(cell, '', scale)).toBeNull()
  })
})

describe('what to do with one slot', () => {
  const page = (present: string) => ({
    lesson: at.lesson,
    slots: present ? { x: present } : {},
    changed: null,
  })
  it.each([
    ['АИС holds it already', 'ОТ', '', 'ОТ', 'alreadyThere'],
    ['АИС still holds what we last saw', '', '', 'ОТ', 'write'],
    ['АИС holds neither', 'УП', '', 'ОТ', 'conflict'],
    ['a value of ours that АИС lost is not simply written again', '', 'ОТ', 'Б', 'conflict'],
    ['clearing what we wrote', 'ОТ', 'ОТ', '', 'write'],
  ])('%s', (_, present, base, target, kind) => {
    expect(planSlot(page(present), { slot: 'x', base, target }).kind).toBe(kind)
  })
})
