// Writes what keys mean. Acts go one after another: each is made from what the one before has left in IndexedDB.
import { type Cell, type CellKind, cellKey } from '../../domain/cell.ts'
import { mayWrite } from '../../domain/role.ts'
import type { CellChange } from '../../store/journal.ts'
import { puttingInTurn, seenIn, seenInTurn } from '../lesson/lesson-cells.ts'
import type { ListedPupil } from '../lesson/pupil-names.ts'
import { gridWords } from '../messages/lesson/grid.ts'
import { valueText } from '../messages/values.ts'
import type { GridCells } from './grid-cells.ts'
import { cellIn, type TodayColumn } from './grid-columns.ts'
import type { WrittenLesson } from './grid-model.ts'
import { type GridValue, type NotWritten, newValue, type Writing } from './grid-value.ts'

/** What is written together, and how the screen says it. */
export interface Act {
  changes: readonly CellChange[]
  said: string
  /** The person has seen in a list what it writes over. */
  seen?: boolean
}

export interface WriterPorts {
  /** After everything that was asked for before in this lesson, in whatever view. */
  take<T>(work: () => Promise<T>): Promise<T>
  /** Saves one act and brings it to the screen; true once it is committed. */
  act(act: Act): Promise<boolean>
  /** Takes the last act back, or does again what was taken back. */
  undo(): Promise<void>
  redo(): Promise<void>
  openConflict(key: string): void
  refuse(not: NotWritten): void
}

/** How an act names its cell; attendance goes without a word. */
const cellWord: Partial<Record<CellKind, string>> = {
  mark: gridWords.markPart,
  absenceReason: gridWords.reasonPart,
}

const inConflict = (cells: GridCells, cell: Cell): boolean => cells.get(cellKey(cell))?.state === 'conflict'

export const createGridWriter = (ports: () => WriterPorts) => {
  /** One act; its cells are on the screen when the promise ends. */
  const save = (make: () => Act): Promise<boolean> =>
    ports().take(async () => {
      const made = make()
      return made.changes.length === 0 || ports().act(made)
    })

  /** False when nothing will be written, and the person has been told why. */
  const write = (
    model: WrittenLesson,
    pupil: ListedPupil,
    column: TodayColumn,
    writing: Writing,
    second: boolean,
  ): boolean => {
    const target: TodayColumn = writing.kind === 'attendance' ? { kind: 'attendance' } : column
    const cell: Cell =
      writing.kind === 'reason'
        ? { kind: 'absenceReason', lesson: model.lesson.id, pupil: pupil.id }
        : cellIn(model.lesson, target, pupil.id)
    const refuse = (not: NotWritten): boolean => {
      ports().refuse(not)
      return false
    }
    if (!mayWrite(model.school, model.person, cell).ok) return refuse({ why: 'readOnly' })
    if (inConflict(model.cells, cell)) {
      ports().openConflict(cellKey(cell))
      return false
    }
    const { views } = model.cells
    const shown = seenIn(views, cell)
    const first = newValue(column.kind, shown.saw as GridValue | null, writing, second)
    if (!first.ok) return refuse(first.not)
    void save(() => {
      // What was pressed before this may only now have come to the screen; what a colleague has put there was not seen.
      const { saw } = seenInTurn(views, cell, shown)
      const made = newValue(column.kind, saw as GridValue | null, writing, second)
      if (!made.ok) return { changes: [], said: '' }
      return {
        changes: puttingInTurn(views, model.lesson, cell, made.value, shown),
        said: `${pupil.name}${cellWord[cell.kind] ?? ''}: ${valueText(made.value)}`,
      }
    })
    return true
  }
  return {
    write,
    save,
    /** After everything that was pressed before. */
    turnBack: (cells: GridCells, way: 'undo' | 'redo'): Promise<void> =>
      ports().take(async () => {
        await ports()[way]()
        await cells.readAll()
      }),
  }
}

export type GridWriter = ReturnType<typeof createGridWriter>
