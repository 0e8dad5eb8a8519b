// A period's file: every sheet as wide as its head, teachers and classes clause by clause, what is chosen and nothing else.
import { describe, expect, it } from 'vitest'
import { periodSheets, summarySheets } from '../../src/app/board/period/period-sheet.ts'
import { byClass, byTeacher, failingPeople } from '../../src/app/board/period/summed.ts'
import type { PeriodAnswer } from '../../src/contract/period-schema.ts'
import { noTally } from '../../src/domain/control/tally.ts'
import { at } from '../regulation/recorded.ts'

const place = { date: '2026-11-24', period: 1, target: '7А', subject: 'Алгебра', teacher: 'Рябинина И.' }
const answer: PeriodAnswer = {
  ...{ serverTime: at('27.11 12:00'), incarnation: 'i', zone: 'Asia/Barnaul' },
  ...{ from: '2026-11-23', to: '2026-11-29', lessons: { held: 4, kept: 3 }, linesLeft: 0 },
  rows: [
    { ...noTally, clause: '2.5', person: 'algebraist', classes: ['7a'], inTime: 1, late: 1, worst: 480 },
    { ...noTally, clause: '2.8', person: 'algebraist', classes: ['7a', '8b'], missing: 1 },
    { ...noTally, clause: '3.2', person: 'algebraist', classes: ['7a'], inTime: 27 },
    { ...noTally, clause: '2.5', person: 'stranger', classes: ['8b'], open: 1 },
  ],
  lines: [
    {
      ...{ clause: '2.5', person: 'algebraist', classes: ['7a'], verdict: 'late', lesson: 's1@2026-11-24' },
      ...{ place, outage: 1 },
      findings: [
        {
          ...{ clause: '2.5', what: 'attendance', problem: { kind: 'late', minutes: 480 }, outage: 1 },
          ...{ lesson: 's1@2026-11-24', work: null, person: 'algebraist', cells: 1 },
        },
      ],
    },
    {
      ...{ clause: '3.2', person: 'algebraist', classes: ['7a'], verdict: 'missing', findings: [] },
      ...{ lesson: 's1@2026-11-24', place, outage: null, transfer: { entries: 3, minutes: 120 } },
    },
  ],
  outages: [
    {
      outage: {
        ...{ no: 1, scope: { kind: 'school' }, openedAt: at('24.11 08:00'), restoredAt: at('24.11 10:30') },
        ...{ closedAt: at('24.11 10:40'), due: at('26.11 24:00'), strict: at('25.11 24:00') },
      },
      ...{ entries: 30, inTime: 27, late: 0, waiting: 3, term: 'missed' },
    },
  ],
  people: { algebraist: 'Рябинина И.', stranger: 'Лужин И.' },
  classes: { '7a': '7А', '8b': '8Б' },
}
const all = { from: answer.from, to: answer.to, clause: '', person: '', schoolClass: '' }

describe('the file of a period', () => {
  const sheets = periodSheets(answer, all)

  it('has five sheets, each row as long as its head', () => {
    expect(sheets).toHaveLength(5)
    for (const one of sheets) for (const row of one.rows) expect(row).toHaveLength(one.head.length)
    expect(sheets[0]?.title).toBe('Сроки 23.11.2026–29.11.2026')
  })
  it('says by clause what was due, in time, late and missing', () => {
    expect(sheets[0]?.rows.map((row) => row.slice(0, 5))).toEqual([
      ['п. 2.5 посещаемость', 2, 1, 1, 0],
      ['п. 2.8 домашнее задание', 1, 0, 0, 1],
      ['п. 3.2 перенос в АИС СРО, записей', 27, 27, 0, 0],
    ])
  })
  it('says of an outage when it was, how long, and that its term was not met', () => {
    expect(sheets[1]?.rows).toEqual([
      [
        ...['№ 1, вт 24.11 08:00 – вт 24.11 10:30', '2 ч 30 мин', 'вся школа', 30, 27, 0, 3],
        ...['чт 26.11 24:00', 'нарушен'],
      ],
    ])
  })
  it('tells teachers and classes clause by clause; a lesson of two classes counts in both', () => {
    expect(sheets[2]?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['Рябинина И.', 'п. 2.5', 2],
      ['Рябинина И.', 'п. 2.8', 1],
      ['Рябинина И.', 'п. 3.2', 27],
    ])
    expect(sheets[3]?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['7А', 'п. 2.5', 2],
      ['7А', 'п. 2.8', 1],
      ['7А', 'п. 3.2', 27],
      ['8Б', 'п. 2.8', 1],
    ])
  })
  it('says in words what was late, which outage explains it, and what still waits', () => {
    expect(sheets[4]?.rows.map((row) => row[4])).toEqual([
      'посещаемость внесена на 8 ч позже, п. 2.5, перерыв в доступе № 1',
      'не перенесено в АИС СРО: 3 записи, срок прошёл 2 ч назад, п. 3.2',
    ])
  })
  it('holds only what is chosen', () => {
    const chosen = periodSheets(answer, { ...all, clause: '2.8', schoolClass: '8b' })
    expect(chosen.map((one) => one.rows.length)).toEqual([1, 1, 1, 2, 0])
  })
})

it('on paper the summary says first who was late or lacks what, by which clause, and no lesson', () => {
  const [clauses, outages, failed, ...more] = summarySheets(answer, all)
  expect([clauses?.rows.length, outages?.rows.length, more]).toEqual([3, 1, []])
  expect(failed?.head).toEqual(['Учитель', 'п. 2.5', 'п. 2.8', 'п. 3.2'])
  expect(failed?.rows).toEqual([['Рябинина И.', '1 / 0', '0 / 1', '']])
  const own = { clause: '2.5', person: 'stranger', classes: ['8b'] } as const
  const kept = { ...noTally, ...own, classes: ['8b'], inTime: 1 }
  expect(failingPeople([...answer.rows, kept], answer).others).toBe(1)
})

it('on the screen duties are not summed with entries, until п. 3.2 itself is chosen', () => {
  const due = (clause: string) => {
    const rows = answer.rows.filter((row) => clause === '' || row.clause === clause)
    const { tally } = byTeacher(rows, clause, answer)[0] ?? {}
    return [tally?.inTime, byClass(rows, clause, answer)[0]?.tally.inTime]
  }
  expect(due('')).toEqual([1, 1])
  expect(due('3.2')).toEqual([27, 27])
})
