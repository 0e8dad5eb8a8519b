// What an act of the grid has seen: its cell as it stood when the key was pressed, or the person's own word since then.
import { describe, expect, it } from 'vitest'
import type { GridCells } from '../../../src/app/grid/grid-cells.ts'
import type { WrittenLesson } from '../../../src/app/grid/grid-model.ts'
import type { Writing } from '../../../src/app/grid/grid-value.ts'
import { type Act, createGridWriter } from '../../../src/app/grid/grid-writer.ts'
import { type Cell, cellKey } from '../../../src/domain/cell.ts'
import type { EntryState } from '../../../src/domain/entry-state.ts'
import { lessonById } from '../../../src/domain/lesson.ts'
import type { CellValue } from '../../../src/domain/value.ts'
import type { CellView } from '../../../src/store/cell-view.ts'
import { algebraFirst, tinySchool } from '../../domain/tiny-school.ts'

const lesson = lessonById(tinySchool, algebraFirst)
if (!lesson) throw new Error('the timetable has this lesson')
const pupil = { id: 'p1', name: 'Ученик 1' }
const work = { workType: 'oralAnswer', n: 1 } as const
const markCell: Cell = { kind: 'mark', lesson: algebraFirst, pupil: 'p1', ...work }
const markOf = (mark: string): CellValue => ({ marks: [mark], owed: false })
const five: Writing = { kind: 'mark', mark: '5' }

/** A grid on which what is pressed has its turn when the story looks at what was written. */
const openGrid = () => {
  const views = new Map<string, CellView>()
  const put = (value: CellValue, state: EntryState, entry: string): void => {
    const key = cellKey(markCell)
    const author = state === 'queued' ? 'algebraist' : 'colleague'
    views.set(key, { key, cell: markCell, value, state, author, follows: [entry], candidates: [] })
  }
  const cells = { views, get: (key: string) => views.get(key) } as unknown as GridCells
  const model: WrittenLesson = { school: tinySchool, lesson, person: 'algebraist', pupils: [pupil], cells }
  const acts: Act[] = []
  let turn: Promise<unknown> = Promise.resolve()
  const take = <T>(work: () => Promise<T>): Promise<T> => {
    const taken = turn.then(work)
    turn = taken
    return taken
  }
  const writer = createGridWriter(() => ({
    take,
    act: async (act) => {
      acts.push(act)
      return true
    },
    undo: async () => {},
    redo: async () => {},
    openConflict: () => {},
    refuse: () => {},
  }))
  return {
    put,
    press: (writing: Writing, second = false) =>
      writer.write(model, pupil, { kind: 'work', work }, writing, second),
    /** What is written into the mark, once every key has had its turn. */
    written: async () => {
      await writer.save(() => ({ changes: [], said: '' }))
      return acts.flatMap(({ changes }) => changes.filter(({ cell }) => cell.kind === 'mark'))
    },
  }
}

describe('a mark of the grid that waits for its turn', () => {
  it('has not seen what a colleague’s entry has put there meanwhile', async () => {
    const grid = openGrid()
    grid.press(five)
    grid.put(markOf('3'), 'accepted', 'theirs')
    expect(await grid.written()).toMatchObject([{ value: { marks: ['5'] }, saw: null, follows: [] }])
  })
  it('stands beside no mark of a colleague that was not there when it was pressed', async () => {
    const grid = openGrid()
    grid.put(markOf('4'), 'accepted', 'before')
    grid.press(five, true)
    grid.put(markOf('3'), 'accepted', 'theirs')
    expect(await grid.written()).toMatchObject([
      { value: { marks: ['4', '5'] }, saw: { marks: ['4'] }, follows: ['before'] },
    ])
  })
  it('follows the person’s own mark that was pressed before it', async () => {
    const grid = openGrid()
    grid.press({ kind: 'mark', mark: '4' })
    grid.press(five, true)
    grid.put(markOf('4'), 'queued', 'own')
    expect((await grid.written()).at(-1)).toMatchObject({
      ...{ value: { marks: ['4', '5'] }, saw: { marks: ['4'] }, follows: ['own'] },
    })
  })
})
