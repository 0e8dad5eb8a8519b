// What a paste would write and what it leaves, before anything is written.
import { expect, it } from 'vitest'
import { type BulkPlan, changesOf, planClear, planPaste } from '../../../src/app/grid/bulk/bulk-plan.ts'
import type { CellViews } from '../../../src/app/lesson/lesson-cells.ts'
import { type Cell, cellKey } from '../../../src/domain/cell.ts'
import { lessonById } from '../../../src/domain/lesson.ts'
import type { CellValue, MarkValue } from '../../../src/domain/value.ts'
import type { CellView } from '../../../src/store/cell-view.ts'
import { algebraFirst, tinySchool } from '../../domain/tiny-school.ts'

const work = { workType: 'independentWork', n: 1 } as const
const pupils = ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, name: `Ученик ${id}` }))
const mark = (one: MarkValue['marks'][number]): MarkValue => ({ marks: [one], owed: false })
const markOf = (pupil: string): Cell => ({ kind: 'mark', lesson: algebraFirst, pupil, ...work })
const found = lessonById(tinySchool, algebraFirst)
if (!found) throw new Error('the school has this lesson')
const lesson = found

const viewsOf = (...held: [Cell, CellValue | null, CellView['state']][]): CellViews =>
  new Map(
    held.map(([cell, value, state]) => [
      cellKey(cell),
      { key: cellKey(cell), cell, value, state, follows: ['e1'], author: 'algebraist', candidates: [] },
    ]),
  )
const views = viewsOf(
  [markOf('p2'), mark('3'), 'queued'],
  [markOf('p3'), mark('4'), 'accepted'],
  [markOf('p4'), mark('2'), 'conflict'],
  [{ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }, { code: 'absent' }, 'queued'],
)
const paste = (count: number, chosen: boolean, ...values: (MarkValue | null)[]) =>
  planPaste({ views, lesson, work, pupils: pupils.slice(0, count), chosen }, values)
const short = ({ writes, recorded, conflicts, same }: BulkPlan) => ({
  writes: writes.map((one) => one.pupil.id),
  recorded: recorded.map((one) => one.pupil.id),
  conflicts: conflicts.map((one) => one.id),
  same,
})

it('writes blank cells, asks for recorded ones, leaves conflicts and equal values', () => {
  const outcome = paste(4, false, mark('5'), mark('5'), mark('4'), mark('5'))
  expect(outcome.ok && short(outcome.plan)).toEqual({
    writes: ['p1'],
    recorded: ['p2'],
    conflicts: ['p4'],
    same: 1,
  })
})

it('says who is away', () => {
  const outcome = paste(4, false, mark('5'))
  expect(outcome.ok && outcome.plan.writes.map((one) => one.away)).toEqual([true])
})

it('carries what the screen showed, so that nothing newer is overwritten unseen', () => {
  const outcome = paste(4, false, null, mark('5'))
  expect(outcome.ok && outcome.plan.recorded[0]?.change).toEqual({
    ...{ cell: markOf('p2'), value: mark('5'), saw: mark('3'), follows: ['e1'] },
  })
})

it.each<[string, number, boolean, number, boolean]>([
  ['a shorter column fits below', 4, false, 2, true],
  ['a longer one does not', 2, false, 3, false],
  ['a selection of the same length', 3, true, 3, true],
  ['a selection that is longer', 4, true, 3, false],
  ['a selection that is shorter', 2, true, 3, false],
])('%s', (_name, room, chosen, lines, ok) => {
  const outcome = paste(room, chosen, ...Array.from({ length: lines }, () => mark('5')))
  expect(outcome.ok).toBe(ok)
  if (!outcome.ok) expect(outcome).toEqual({ ok: false, lines, room, chosen })
})

it('brings the work with the first mark of it, once', () => {
  const outcome = planPaste({ views: new Map(), lesson, work, pupils, chosen: false }, [mark('5'), mark('4')])
  const changes = outcome.ok ? changesOf(new Map(), lesson, outcome.plan.writes) : []
  expect(changes.map(({ cell }) => cell.kind)).toEqual(['work', 'mark', 'mark'])
})

it('clears what is recorded and leaves a conflict', () => {
  const plan = planClear(
    views,
    lesson,
    pupils.map((pupil) => ({ pupil, cell: markOf(pupil.id) })),
  )
  expect(short(plan)).toEqual({ writes: [], recorded: ['p2', 'p3'], conflicts: ['p4'], same: 1 })
  expect(changesOf(views, lesson, plan.recorded).map((one) => one.value)).toEqual([null, null])
})
