// What a tap or a key of the list writes, and what it does not: pure, on a lesson of a few pupils.
import { describe, expect, it } from 'vitest'
import type { CellViews } from '../../src/app/lesson/lesson-cells.ts'
import type { Selected } from '../../src/app/lesson/pupil-row.tsx'
import type { Act, Acts } from '../../src/app/lesson/use-lesson.ts'
import { type SecondMark, tapsOf } from '../../src/app/lesson/use-taps.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import type { CellValue } from '../../src/domain/value.ts'
import type { CellView } from '../../src/store/cell-view.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'

const lesson = lessonById(tinySchool, algebraFirst)
if (!lesson) throw new Error('the timetable has this lesson')
const pupils = Array.from({ length: 12 }, (_, at) => ({ id: `p${at + 1}`, name: `Ученик ${at + 1}` }))
const oral = 'oralAnswer.1'
const attendanceOf = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const markOf = (pupil: string): Cell => ({
  ...{ kind: 'mark', lesson: algebraFirst, pupil },
  ...{ workType: 'oralAnswer', n: 1 },
})
const inMarks = (no: number): Selected => ({ pupil: `p${no}`, column: oral })
const five = { marks: ['5'], owed: false }

/** A screen that is drawn when the story says so; IndexedDB holds what was written at once. */
const openList = (...recorded: [Cell, CellValue | null][]) => {
  let may = true
  const held = new Map<string, CellView>()
  const put = (cell: Cell, value: CellValue | null): void => {
    const key = cellKey(cell)
    held.set(key, {
      ...{ key, cell, value, state: 'queued', follows: [], author: 'algebraist', candidates: [] },
    })
  }
  for (const [cell, value] of recorded) put(cell, value)
  const log: [Cell, CellValue | null][] = []
  const seen: (CellValue | null)[] = []
  const refused: string[] = []
  let views: CellViews = new Map(held)
  let selected: Selected | null = null
  let marks: Pick<SecondMark, 'at' | 'last'> = { at: null, last: null }
  const act = async ({ changes }: Pick<Act, 'changes'>): Promise<boolean> => {
    for (const { cell, value, saw } of changes) {
      log.push([cell, value])
      seen.push(saw)
      put(cell, value)
    }
    return true
  }
  const acts = {
    act: (changes: Act['changes']) => act({ changes }),
    actOnFresh: (_lesson: unknown, make: (fresh: CellViews) => Act) => act(make(held)),
    refuse: (sentence: string) => void refused.push(sentence.split('.')[0] ?? ''),
  }
  const join: SecondMark['join'] = (at, last) => {
    marks = { at, last }
  }
  const select = (at: Selected): void => {
    selected = at
  }
  const taps = () =>
    tapsOf({
      ...{ lesson, views, pupils, selected, select, begun: true },
      acts: acts as unknown as Acts,
      second: { ...marks, join },
      move: (at) => {
        select(at)
        join(null, null)
      },
      openConflict: () => undefined,
      may: () => may,
      refuse: ({ why }) => void refused.push(why),
    })
  return {
    ...{ taps, log, seen, refused },
    selected: () => selected,
    forbid: (): void => {
      may = false
    },
    draw: (): void => {
      views = new Map(held)
    },
    marks: () => log.filter(([cell]) => cell.kind === 'mark'),
  }
}

describe('where nothing changes, nothing is written', () => {
  it('«убрать» on a blank cell, of attendance and of marks', () => {
    const list = openList()
    list.taps().attendance('p1', null)
    list.taps().clear(inMarks(2))
    list.taps().reason('p3', null)
    expect(list.log).toEqual([])
  })
  it('what stands in a cell, given once more; the selection goes on as ever', () => {
    const list = openList([attendanceOf('p1'), { code: 'absent' }], [markOf('p2'), five])
    list.taps().key({ pupil: 'p1', column: 'attendance' }, { kind: 'attendance', value: { code: 'absent' } })
    list.taps().mark(inMarks(2), '5')
    expect(list.log).toEqual([])
    expect(list.selected()).toEqual(inMarks(3))
  })
  it('also before the screen has been drawn again', () => {
    const list = openList()
    list.taps().attendance('p1', { code: 'absent' })
    list.taps().attendance('p1', { code: 'absent' })
    expect(list.log).toEqual([[attendanceOf('p1'), { code: 'absent' }]])
  })
  it('but a value just written is taken back although the screen does not show it yet', () => {
    const list = openList()
    list.taps().attendance('p1', { code: 'absent' })
    list.taps().attendance('p1', null)
    expect(list.log.at(-1)).toEqual([attendanceOf('p1'), null])
    expect(list.seen.at(-1)).toEqual({ code: 'absent' })
  })
})

describe('«вторая»', () => {
  it('goes back to the mark just given, which the selection has left by itself', () => {
    const list = openList()
    list.taps().mark(inMarks(3), '5')
    expect(list.selected()).toEqual(inMarks(4))
    list.taps().second(inMarks(4))
    list.taps().mark(inMarks(3), '4')
    expect(list.marks().at(-1)).toEqual([markOf('p3'), { marks: ['5', '4'], owed: false }])
  })
  it('is of the chosen cell once the person has moved the selection', () => {
    const list = openList()
    list.taps().mark(inMarks(3), '5')
    list.draw()
    list.taps().pick(inMarks(10))
    list.taps().second(inMarks(10))
    expect(list.refused).toEqual(['Вторая отметка встаёт рядом с первой'])
    expect(list.selected()).toEqual(inMarks(10))
    list.taps().mark(inMarks(10), '4')
    expect(list.marks()).toEqual([
      [markOf('p3'), five],
      [markOf('p10'), { marks: ['4'], owed: false }],
    ])
  })
  it('is of the cell that a key was pressed in, though another was chosen', () => {
    const list = openList()
    list.taps().mark(inMarks(3), '5')
    list.draw()
    list.taps().key(inMarks(10), { kind: 'second' })
    expect(list.refused).toEqual(['Вторая отметка встаёт рядом с первой'])
    expect(list.selected()).toEqual(inMarks(10))
  })
  it('joins a third mark to no two', () => {
    const list = openList([markOf('p3'), { marks: ['5', '4'], owed: false }])
    list.taps().pick(inMarks(3))
    list.taps().second(inMarks(3))
    expect(list.refused).toEqual(['twoMarks'])
  })
})

it.each<[string, (list: ReturnType<typeof openList>) => unknown]>([
  ['a key', (list) => list.taps().key(inMarks(3), { kind: 'owed' })],
  ['the pad', (list) => list.taps().owe(inMarks(3))],
])('«точка» goes on and off again by %s, and leaves the mark', (_name, press) => {
  const list = openList([markOf('p3'), five])
  list.taps().pick(inMarks(3))
  for (const owed of [true, false, true]) {
    press(list)
    list.draw()
    expect(list.marks().at(-1)).toEqual([markOf('p3'), { marks: ['5'], owed }])
  }
})

describe('a key that was refused', () => {
  it('leaves the selection where it is', () => {
    const list = openList()
    list.taps().pick(inMarks(2))
    list.forbid()
    expect(list.taps().key(inMarks(2), { kind: 'mark', mark: '5' })).toBe(false)
    expect(list.refused).toEqual(['readOnly'])
    expect(list.selected()).toEqual(inMarks(2))
  })
})
