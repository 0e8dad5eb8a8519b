// What the parts of the grid share: the class, the columns, the cells, the place of the keyboard.
import type { Cell } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { ClassRow } from '../lesson/class/class-rows.ts'
import type { ListedPupil } from '../lesson/pupil-names.ts'
import type { GridCells } from './grid-cells.ts'
import { cellIn, type GridColumn } from './grid-columns.ts'
import type { GridFocus } from './grid-focus.ts'

/** What writing needs of it; the cards have no more. */
export interface WrittenLesson {
  school: School
  lesson: Lesson
  person: string
  pupils: readonly ListedPupil[]
  cells: GridCells
}

export interface GridModel extends WrittenLesson {
  columns: readonly GridColumn[]
  /** Everybody who is seen, in order; who stands here and not among `pupils` has closed cells. */
  rows: readonly ClassRow[]
  focus: GridFocus
}

export const isReadOnly = (
  { school, person, lesson, pupils }: WrittenLesson,
  column: GridColumn,
): boolean => {
  if (column.kind === 'past') return true
  const [first] = pupils
  return !first || !mayWrite(school, person, cellIn(lesson, column, first.id)).ok
}

export interface ChosenPlace {
  pupil: ListedPupil
  no: number
  column: GridColumn
  /** Null in a former lesson's column. */
  cell: Cell | null
}

/** The chosen place, or null in an empty class. */
export const chosen = ({ pupils, columns, focus, lesson }: GridModel): ChosenPlace | null => {
  const { row, column: at } = focus.at()
  const [pupil, column] = [pupils[row], columns[at]]
  if (!pupil || !column) return null
  const cell = column.kind === 'past' ? null : cellIn(lesson, column, pupil.id)
  return { pupil, no: row + 1, column, cell }
}
