// What a paste, or clearing several cells, would do: the cells it writes and those it leaves. Pure.
import { type Cell, cellKey, type WorkRef } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { type CellValue, type MarkValue, sameValue } from '../../../domain/value.ts'
import type { CellChange } from '../../../store/journal.ts'
import {
  attendanceCell,
  type CellViews,
  changeOf,
  valueIn,
  viewOf,
  withWork,
} from '../../lesson/lesson-cells.ts'
import type { ListedPupil } from '../../lesson/pupil-names.ts'

export interface PlannedCell {
  pupil: ListedPupil
  /** As the screen showed it when the plan was made: nothing else is overwritten unseen. */
  change: CellChange
  /** The pupil is recorded as away. */
  away: boolean
}

export interface BulkPlan {
  /** Blank cells. */
  writes: readonly PlannedCell[]
  /** Recorded ones: written only when a person says so. */
  recorded: readonly PlannedCell[]
  /** In conflict: settled before both values, never here. */
  conflicts: readonly ListedPupil[]
  /** Cells that hold the value already. */
  same: number
}

export type PastePlan =
  | { ok: true; plan: BulkPlan }
  /** `room`: how many cells the lines could go into; `chosen`: these were selected. */
  | { ok: false; lines: number; room: number; chosen: boolean }

interface PasteTarget {
  views: CellViews
  lesson: Lesson
  work: WorkRef
  /** The pupils from the chosen cell down, or the selected ones. */
  pupils: readonly ListedPupil[]
  chosen: boolean
}

const isAway = (views: CellViews, lesson: Lesson, pupil: string): boolean => {
  const value = valueIn(views, attendanceCell(lesson, pupil))
  return value !== null && 'code' in value && value.code === 'absent'
}

const plan = (
  views: CellViews,
  lesson: Lesson,
  wanted: readonly { pupil: ListedPupil; cell: Cell; value: CellValue | null }[],
): BulkPlan => {
  const writes: PlannedCell[] = []
  const recorded: PlannedCell[] = []
  const conflicts: ListedPupil[] = []
  let same = 0
  for (const { pupil, cell, value } of wanted) {
    const now = valueIn(views, cell)
    const planned = { pupil, change: changeOf(views, cell, value), away: isAway(views, lesson, pupil.id) }
    if (viewOf(views, cell)?.state === 'conflict') conflicts.push(pupil)
    else if (sameValue(now, value)) same += 1
    else if (now === null) writes.push(planned)
    else recorded.push(planned)
  }
  return { writes, recorded, conflicts, same }
}

/** A selection must be as long as the column; without one the column must fit below the chosen cell. */
export const planPaste = (target: PasteTarget, values: readonly (MarkValue | null)[]): PastePlan => {
  const { views, lesson, work, pupils, chosen } = target
  const fits = chosen ? values.length === pupils.length : values.length <= pupils.length
  if (!fits) return { ok: false, lines: values.length, room: pupils.length, chosen }
  const wanted = pupils.flatMap((pupil, n) => {
    const value = values[n] ?? null
    const cell: Cell = { kind: 'mark', lesson: lesson.id, pupil: pupil.id, ...work }
    return value === null ? [] : [{ pupil, cell, value }]
  })
  return { ok: true, plan: plan(views, lesson, wanted) }
}

export const planClear = (
  views: CellViews,
  lesson: Lesson,
  cells: readonly { pupil: ListedPupil; cell: Cell }[],
): BulkPlan =>
  plan(
    views,
    lesson,
    cells.map((one) => ({ ...one, value: null })),
  )

/** The changes of one act; a first mark brings its work with it, once. */
export const changesOf = (
  views: CellViews,
  lesson: Lesson,
  cells: readonly PlannedCell[],
): readonly CellChange[] => {
  const changes = cells.map(({ change }) => change)
  const [first] = changes
  if (!first || first.value === null || first.cell.kind !== 'mark') return changes
  const { workType, n } = first.cell
  const known = new Set(changes.map(({ cell }) => cellKey(cell)))
  const brought = withWork(views, lesson, { workType, n }, first).filter(
    ({ cell }) => !known.has(cellKey(cell)),
  )
  return [...brought, ...changes]
}
