// What a person has still to do, and which outage explains that it was not done.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { dutiesOf } from '../../src/domain/findings/duty.ts'
import type { KnownOutage } from '../../src/domain/findings/explained.ts'
import { lintTerm } from '../../src/domain/findings/lint-lesson.ts'
import type { School } from '../../src/domain/school.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { at, known, recorded } from '../regulation/recorded.ts'
import { algebraFirst, english, tinySchool } from './tiny-school.ts'

/** The day's first lesson alone, so that a row can name all of its duties. */
const school: School = { ...tinySchool, timetable: tinySchool.timetable.filter((one) => one.id === 's1') }
const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const homework: Cell = { kind: 'homework', lesson: algebraFirst }
const present: CellValue = { code: 'present' }
const work = { workType: 'controlTest', n: 1 } as const
const done: [Cell, CellValue][] = [
  [attendance('p1'), present],
  [attendance('p2'), present],
  [
    { kind: 'topic', lesson: algebraFirst },
    { planItem: 3, text: 'Одночлены' },
  ],
  [homework, { none: true }],
]
const outage = (change: Partial<KnownOutage>): KnownOutage => ({
  ...{ no: 7, scope: { kind: 'school' }, openedAt: at('24.11 07:00'), restoredAt: null, due: null },
  ...change,
})
// Earlier Tuesdays are behind the reminder, or cancelled.
const onlyTuesday: School = {
  ...school,
  changes: [
    { kind: 'cancelled', lesson: 's1@2026-11-17' },
    { kind: 'cancelled', lesson: 's1@2026-11-10' },
  ],
}
const duties = (
  now: string,
  cells: readonly (readonly [Cell, CellValue])[],
  outages: KnownOutage[] = [],
  who = 'algebraist',
) =>
  dutiesOf(onlyTuesday, who, at(now), known(cells), outages).map(
    ({ what, tone, missing, outage: no }) => `${what} ${tone} ${missing}${no === null ? '' : ` № ${no}`}`,
  )

describe('the duties of a teacher', () => {
  it.each<[string, string, readonly (readonly [Cell, CellValue])[], KnownOutage[], string[]]>([
    ['before the lesson there are none', '24.11 07:59', [], [], []],
    [
      'as it begins all of it is open',
      '24.11 08:10',
      [],
      [],
      ['homework open 1', 'attendance open 2', 'topic open 1'],
    ],
    [
      'after it attendance and homework are urgent',
      '24.11 09:00',
      [],
      [],
      ['homework amber 1', 'attendance amber 2', 'topic open 1'],
    ],
    ['one pupil of two marked leaves one', '24.11 08:10', [...done.slice(1)], [], ['attendance open 1']],
    ['past its term a duty is red and stays', '24.11 10:16', done.slice(0, 3), [], ['homework red 1']],
    ['with all done nothing is left', '24.11 20:00', done, [], []],
    [
      'a written work asks for marks',
      '24.11 20:00',
      [...done, [{ kind: 'work', lesson: algebraFirst, ...work }, { title: 'К-1' }]],
      [],
      ['marks open 2'],
    ],
    [
      'of those who were there',
      '24.11 20:00',
      [
        ...done.slice(1),
        [attendance('p1'), { code: 'absent' }],
        [{ kind: 'work', lesson: algebraFirst, ...work }, { title: 'К-1' }],
      ],
      [],
      ['marks open 1'],
    ],
    [
      'an outage that was open at the term explains it',
      '24.11 12:00',
      done.slice(0, 3),
      [outage({})],
      ['homework red 1 № 7'],
    ],
    [
      'one that ended before it does not',
      '24.11 12:00',
      done.slice(0, 3),
      [outage({ restoredAt: at('24.11 09:30') })],
      ['homework red 1'],
    ],
    [
      'nor one of another teacher',
      '24.11 12:00',
      done.slice(0, 3),
      [outage({ scope: { kind: 'teacher', person: 'leader' } })],
      ['homework red 1'],
    ],
    [
      'nor once its own term of п. 3.2 is over',
      '27.11 09:00',
      done.slice(0, 3),
      [outage({ restoredAt: at('24.11 11:00'), due: at('26.11 24:00') })],
      ['homework red 1'],
    ],
  ])('%s', (_, now, cells, outages, expected) => {
    expect(duties(now, cells, outages)).toEqual(expected)
  })

  it('an outage of a building explains the lessons of its classes', () => {
    const classes = tinySchool.classes.map((one) => ({ ...one, building: 'Заречный' }))
    const of = (building: string) =>
      dutiesOf({ ...onlyTuesday, classes }, 'algebraist', at('24.11 12:00'), known(done.slice(0, 3)), [
        outage({ scope: { kind: 'building', building } }),
      ]).map((one) => one.outage)
    expect(of('Заречный')).toEqual([7])
    expect(of('Главный')).toEqual([null])
  })

  it('a class teacher is asked for the reasons a document covers, not for a colleague’s lesson', () => {
    const document = {
      kind: 'medical',
      received: '2026-11-24',
      from: '2026-11-23',
      to: '2026-11-27',
    } as const
    const cells: [Cell, CellValue][] = [
      [attendance('p2'), { code: 'absent' }],
      [
        { kind: 'absenceReason', lesson: english, pupil: 'p2' },
        { reason: 'illness', document },
      ],
    ]
    expect(duties('24.11 12:00', cells, [], 'leader')).toEqual(['absenceReason open 1'])
    expect(duties('26.11 12:00', cells, [], 'leader')).toEqual(['absenceReason amber 1'])
    expect(duties('27.11 12:00', cells, [], 'leader')).toEqual(['absenceReason red 1'])
  })

  it('term marks, and with the last term the year’s, are owed from the first day of the last week', () => {
    const marks = (now: string) => duties(now, done).filter((one) => one.startsWith('termMarks'))
    expect([marks('27.12 12:00'), marks('28.12 12:00'), marks('30.12 12:00'), marks('31.12 12:00')]).toEqual([
      [],
      ['termMarks open 2', 'termMarks open 2'],
      ['termMarks amber 2', 'termMarks amber 2'],
      ['termMarks red 2', 'termMarks red 2'],
    ])
  })
})

// The year ends with it: the year's marks are missing in every row.
describe('the linter of a term', () => {
  const [term] = tinySchool.terms
  const mark = (when: string) =>
    recorded({ kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' }, { mark: '5' }, when)
  it.each([
    ['marks in the last week, one pupil forgotten', [mark('28.12 12:00')], ['missing 1', 'missing 2']],
    ['a mark before the last week is told', [mark('21.12 12:00')], ['missing 1', 'early 1', 'missing 2']],
    ['a mark in the holidays is late', [mark('31.12 12:00')], ['missing 1', 'late 1', 'missing 2']],
  ])('%s', (_, all, told) => {
    if (!term) throw new Error('no term')
    const found = lintTerm(tinySchool, term, ['7a'], { recorded: all, outages: [], now: at('31.12 20:00') })
    const algebra = found.filter((one) => one.person === 'algebraist')
    expect(algebra.map((one) => `${one.problem.kind} ${one.cells}`)).toEqual(told)
  })
})
