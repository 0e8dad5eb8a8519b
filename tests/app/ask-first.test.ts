// Which acts ask a question first, and what the answer leaves in the entries.
import { describe, expect, it } from 'vitest'
import { type AskedIn, questionsOf, withReason } from '../../src/app/lesson/ask/ask-first.ts'
import { changeOf, withWork } from '../../src/app/lesson/lesson-cells.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { cellKey } from '../../src/domain/cell.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import type { CellValue, Mark } from '../../src/domain/value.ts'
import type { CellView } from '../../src/store/cell-view.ts'
import { algebraFirst, tinySchool, tuesday } from '../domain/tiny-school.ts'

const wednesday = '2026-11-25'
const markOf = (pupil: string): Cell => ({
  ...{ kind: 'mark', lesson: algebraFirst, pupil, workType: 'oralAnswer', n: 1 },
})
const attendanceOf = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const marks = (...given: Mark[]): CellValue => ({ marks: given, owed: false })
const owed: CellValue = { marks: [], owed: true }
const absent: CellValue = { code: 'absent' }
const present: CellValue = { code: 'present' }

const view = (cell: Cell, value: CellValue | null, author = 'algebraist'): [string, CellView] => [
  cellKey(cell),
  { key: cellKey(cell), cell, value, state: 'accepted', follows: ['e1'], author, candidates: [] },
]
const lesson = lessonById(tinySchool, algebraFirst)
if (!lesson) throw new Error('the timetable has this lesson')
const asked = (today: string, views: [string, CellView][], person = 'algebraist'): AskedIn => ({
  ...{ school: tinySchool, lesson, person, today, views: new Map(views) },
})
const kinds = (at: AskedIn, change: [Cell, CellValue | null][]): string[] =>
  questionsOf(
    at,
    change.map(([cell, value]) => changeOf(at.views, cell, value)),
  ).map((one) => (one.kind === 'reason' ? one.why : one.kind))

describe('a mark of an earlier day', () => {
  const four = view(markOf('p1'), marks('4'))
  it.each<[string, string, [string, CellView][], CellValue | null, string[]]>([
    ['is given without a question', wednesday, [], marks('4'), []],
    ['is changed with a reason', wednesday, [four], marks('5'), ['earlierMark']],
    ['is taken away with a reason', wednesday, [four], null, ['earlierMark']],
    ['is changed without one on its own day', tuesday, [four], marks('5'), []],
    ['gets a second beside it', wednesday, [four], marks('4', '5'), []],
    ['comes for owed work', wednesday, [view(markOf('p1'), owed)], marks('4'), []],
    ['stays what it is', wednesday, [four], marks('4'), []],
  ])('%s', (_, today, views, value, wanted) => {
    expect(kinds(asked(today, views), [[markOf('p1'), value]])).toEqual(wanted)
  })

  it('leaves the reason in the entries it was asked for, and in no other', () => {
    const at = asked(wednesday, [four])
    const changes = [
      changeOf(at.views, markOf('p1'), marks('5')),
      changeOf(at.views, markOf('p2'), marks('3')),
    ]
    const [question] = questionsOf(at, changes)
    if (question?.kind !== 'reason') throw new Error('a reason must be asked for')
    const given = withReason(changes, question.about, 'Работа переписана')
    expect(given.map((one) => one.reason)).toEqual(['Работа переписана', undefined])
  })
})

describe('a mark beside an absence', () => {
  const away = view(attendanceOf('p1'), absent)
  const four = view(markOf('p1'), marks('4'))
  it.each<[string, [string, CellView][], [Cell, CellValue | null], string[]]>([
    ['asks when the mark comes', [away], [markOf('p1'), marks('4')], ['besideAbsence']],
    ['asks when the absence comes', [four], [attendanceOf('p1'), absent], ['besideAbsence']],
    ['asks no more while both stand', [away, four], [markOf('p1'), marks('4', '5')], []],
    ['is no matter for «точка»', [away], [markOf('p1'), owed], []],
    ['is no matter for another pupil', [away], [markOf('p2'), marks('4')], []],
    ['is no matter for who is here', [view(attendanceOf('p1'), present)], [markOf('p1'), marks('4')], []],
  ])('%s', (_, views, change, wanted) => {
    expect(kinds(asked(tuesday, views), [change])).toEqual(wanted)
  })
})

describe('one act over several cells', () => {
  it('asks when it would change more than one recorded value, and counts the blank ones', () => {
    const at = asked(tuesday, [view(markOf('p1'), marks('4')), view(markOf('p2'), marks('3'))])
    const column: [Cell, CellValue][] = [
      [markOf('p1'), marks('5')],
      [markOf('p2'), marks('5')],
      [markOf('p4'), marks('5')],
    ]
    expect(kinds(at, column)).toEqual(['overRecorded'])
    const [question] = questionsOf(
      at,
      column.map(([cell, value]) => changeOf(at.views, cell, value)),
    )
    expect(question).toMatchObject({ blank: 1 })
    expect(question?.about.length).toBe(2)
  })

  it('asks nothing over blank cells', () => {
    expect(
      kinds(asked(tuesday, []), [
        [attendanceOf('p1'), present],
        [attendanceOf('p2'), present],
      ]),
    ).toEqual([])
  })
})

describe('a class teacher', () => {
  it('says why a colleague’s value is changed, п. 4.4', () => {
    const views = [view(attendanceOf('p1'), absent)]
    expect(kinds(asked(tuesday, views, 'leader'), [[attendanceOf('p1'), present]])).toEqual(['colleague'])
    expect(kinds(asked(tuesday, views), [[attendanceOf('p1'), present]])).toEqual([])
  })
})

describe('a mark', () => {
  it('brings its work with it, a cell of its own kind whatever it is made from', () => {
    const cell = markOf('p1')
    if (cell.kind !== 'mark') throw new Error('a mark’s cell')
    const changes = withWork(new Map(), lesson, cell, changeOf(new Map(), cell, marks('4')))
    expect(changes.map((one) => one.cell)).toEqual([
      { kind: 'work', lesson: algebraFirst, workType: 'oralAnswer', n: 1 },
      cell,
    ])
  })
})
