// Which of two values a clause speaks for, and when it speaks for none.
import { expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { Holder, ReportedCandidate } from '../../src/domain/cell-report.ts'
import type { School } from '../../src/domain/school.ts'
import { groundFor } from '../../src/domain/settle/proposal.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { algebraFirst, english, tinySchool } from './tiny-school.ts'

const holder = (author: string, change: Partial<Holder> = {}): Holder => ({
  ...{ entry: `${author}-entry`, author, device: 'tablet', recordedAt: '2026-11-24T02:00:00.000Z' },
  ...{ source: 'device' },
  ...change,
})
const absent: CellValue = { code: 'absent' }
const late: CellValue = { code: 'late', minutes: 5 }
const by = (value: CellValue | null, ...entries: Holder[]): ReportedCandidate => ({ value, entries })
const attendance: Cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }
const reason: Cell = { kind: 'absenceReason', lesson: algebraFirst, pupil: 'p1' }
const substituted: School = { ...tinySchool, substitutions: [{ lesson: algebraFirst, teacher: 'stranger' }] }
const shared: School = {
  ...tinySchool,
  assignments: [
    ...tinySchool.assignments,
    { id: 'second', teacher: 'stranger', subject: 'algebra', target: { kind: 'class', id: '7a' } },
  ],
  timetable: [...tinySchool.timetable, { id: 'x1', weekday: 3, period: 1, assignment: 'second' }],
}
const finalMark: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' }
const algebraist = by(absent, holder('algebraist'))
const leader = by(late, holder('leader'))

it.each<[string, School, Cell, ReportedCandidate[], object]>([
  [
    'attendance: who gave the lesson',
    tinySchool,
    attendance,
    [leader, algebraist],
    { kind: 'clause', clause: '2.5', responsible: 'algebraist', candidate: 1 },
  ],
  [
    'a substituted lesson: who gave it instead',
    substituted,
    attendance,
    [by(late, holder('stranger')), algebraist],
    { kind: 'clause', clause: '2.5', responsible: 'stranger', candidate: 0 },
  ],
  [
    'a reason: the class teacher',
    tinySchool,
    reason,
    [by({ reason: 'illness' }, holder('leader')), by({ reason: 'excused' }, holder('deputy'))],
    { kind: 'clause', clause: '2.9', responsible: 'leader', candidate: 0 },
  ],
  [
    'a mark: the teacher of the subject',
    tinySchool,
    { kind: 'mark', lesson: english, pupil: 'p2', workType: 'oralAnswer', n: 1 },
    [
      by({ marks: ['4'], owed: false }, holder('leader')),
      by({ marks: ['5'], owed: false }, holder('stranger')),
    ],
    { kind: 'clause', clause: '2.4', responsible: 'leader', candidate: 0 },
  ],
  [
    'a term mark of two teachers: the one of them who set it, whichever the lists name first',
    shared,
    finalMark,
    [by({ mark: '4' }, holder('leader')), by({ mark: '5' }, holder('stranger'))],
    { kind: 'clause', clause: '2.4', responsible: 'stranger', candidate: 1 },
  ],
  [
    'a term mark that both of two teachers set: neither answers more than the other',
    shared,
    finalMark,
    [by({ mark: '4' }, holder('algebraist')), by({ mark: '5' }, holder('stranger'))],
    { kind: 'nobody', clause: '2.4', responsible: null },
  ],
  [
    'a term mark: the teacher of the subject, whoever leads the class',
    tinySchool,
    { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' },
    [by({ mark: '4' }, holder('leader')), by({ mark: '5' }, holder('algebraist'))],
    { kind: 'clause', clause: '2.4', responsible: 'algebraist', candidate: 1 },
  ],
  [
    'two tablets of one person: no clock decides',
    tinySchool,
    attendance,
    [algebraist, by(late, holder('algebraist', { device: 'other' }))],
    { kind: 'sameAuthor', author: 'algebraist' },
  ],
  [
    'АИС tells no author of a cell: none is proposed',
    tinySchool,
    attendance,
    [by(late, holder('ais', { source: 'ais', device: null })), algebraist],
    { kind: 'ais', clause: '2.5', responsible: 'algebraist' },
  ],
  [
    'one person’s value over a cell that was blank: none is proposed',
    tinySchool,
    attendance,
    [by(null), algebraist],
    { kind: 'sameAuthor', author: 'algebraist' },
  ],
  [
    'АИС and a blank: none is proposed',
    tinySchool,
    attendance,
    [by(null), by(late, holder('ais', { source: 'ais', device: null }))],
    { kind: 'ais', clause: '2.5', responsible: 'algebraist' },
  ],
  [
    'the group’s teacher, class teacher or not',
    tinySchool,
    { kind: 'attendance', lesson: english, pupil: 'p2' },
    [by(late, holder('stranger')), leader],
    { kind: 'clause', clause: '2.5', responsible: 'leader', candidate: 1 },
  ],
  [
    'neither is of who answers for it',
    tinySchool,
    attendance,
    [leader, by(absent, holder('stranger'))],
    { kind: 'nobody', clause: '2.5', responsible: 'algebraist' },
  ],
  [
    'a lesson that the lists have no more',
    tinySchool,
    { kind: 'topic', lesson: 'gone@2026-11-24' },
    [algebraist, leader],
    { kind: 'nobody', clause: '2.7', responsible: null },
  ],
])('%s', (_, school, cell, candidates, expected) => {
  expect(groundFor(school, cell, candidates)).toEqual(expected)
})
