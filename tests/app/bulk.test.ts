// «Все отсутствуют, кроме…» and marks for all: empty cells alone, everything else named.
import { describe, expect, it } from 'vitest'
import { bulkOf } from '../../src/app/lesson/bulk/bulk.ts'
import { presentForBlank } from '../../src/app/lesson/lesson-cells.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import type { CellValue } from '../../src/domain/value.ts'
import type { CellView } from '../../src/store/cell-view.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'

const lesson = lessonById(tinySchool, algebraFirst)
if (!lesson) throw new Error('the timetable has this lesson')
const pupils = Array.from({ length: 27 }, (_, at) => ({ id: `p${at + 1}`, name: `Ученик ${at + 1}` }))
const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const views = (...recorded: [Cell, CellValue | null, CellView['state']][]) =>
  new Map(
    recorded.map(([cell, value, state]): [string, CellView] => [
      cellKey(cell),
      { key: cellKey(cell), cell, value, state, follows: [], author: 'algebraist', candidates: [] },
    ]),
  )
const three = views(
  [attendance('p1'), { code: 'absent' }, 'accepted'],
  [attendance('p2'), { code: 'late', minutes: 10 }, 'queued'],
  [attendance('p3'), null, 'conflict'],
)
const absent = { code: 'absent' } as const

describe('a day on which 5 of 27 came', () => {
  const came = new Set(['p4', 'p5', 'p6', 'p7', 'p8'])

  it('is one act of 22 absences and 5 presences', () => {
    const { changes, leaves } = bulkOf(new Map(), lesson, pupils, {
      ...{ kind: 'attendance', value: absent, except: came },
    })
    const codes = changes.map(({ value }) => value && 'code' in value && value.code)
    expect(codes.filter((code) => code === 'absent').length).toBe(22)
    expect(codes.filter((code) => code === 'present').length).toBe(5)
    expect(leaves).toEqual([])
  })

  it('leaves recorded and disputed cells, and names them', () => {
    const { touches, leaves } = bulkOf(three, lesson, pupils, {
      ...{ kind: 'attendance', value: absent, except: came },
    })
    expect(touches.length).toBe(24)
    expect(leaves.map((one) => [one.pupil.id, one.why])).toEqual([
      ['p1', 'recorded'],
      ['p2', 'recorded'],
      ['p3', 'conflict'],
    ])
  })
})

describe('a value for all', () => {
  it('leaves the excepted blank where it says nothing of them', () => {
    const { touches, leaves } = bulkOf(new Map(), lesson, pupils, {
      ...{ kind: 'attendance', value: { code: 'present' }, except: new Set(['p1']) },
    })
    expect(touches.length).toBe(26)
    expect(leaves).toMatchObject([{ pupil: { id: 'p1' }, why: 'excepted' }])
  })

  it('brings the work with its first marks, in the same act', () => {
    const { changes } = bulkOf(new Map(), lesson, pupils.slice(0, 2), {
      ...{ kind: 'mark', work: 'oralAnswer.1', value: { marks: ['зач'], owed: false }, except: new Set() },
    })
    expect(changes.map((one) => one.cell.kind)).toEqual(['work', 'mark', 'mark'])
  })
})

it('«Урок отмечен» rewrites none of the recorded cells', () => {
  const touched = presentForBlank(three, lesson, pupils).map((one) => cellKey(one.cell))
  expect(touched.length).toBe(24)
  for (const pupil of ['p1', 'p2', 'p3']) expect(touched).not.toContain(cellKey(attendance(pupil)))
})
