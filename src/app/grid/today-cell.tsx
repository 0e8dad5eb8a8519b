// A cell of this lesson: its value, and the state of its entry in the corner. It alone is drawn again when it changes.
import { memo, type RefObject, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { cellKey } from '../../domain/cell.ts'
import { type EntryState, entryStates } from '../../domain/entry-state.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { AbsenceReason, AisText, Attendance, MarkValue } from '../../domain/value.ts'
import type { CellView } from '../../store/cell-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import type { ListedPupil } from '../lesson/pupil-names.ts'
import { workSpoken } from '../messages/grid.ts'
import { gridWords } from '../messages/lesson/grid.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import { stateWords } from '../messages/states.ts'
import { dayAndMonth } from '../messages/time.ts'
import { valueText } from '../messages/values.ts'
import { drawCell } from './draw-cell.ts'
import styles from './grid.module.css'
import type { GridCells } from './grid-cells.ts'
import { cellIn, type TodayColumn } from './grid-columns.ts'

/** Holds one glyph of each state, to be copied into cells. */
export type GlyphStock = RefObject<HTMLDivElement | null>

export const GlyphStockBox = ({ stock }: { stock: GlyphStock }) => (
  <div hidden ref={stock}>
    {entryStates.map((name) => (
      <Glyph key={name} {...{ name }} size={12} />
    ))}
  </div>
)

interface TodayCellProps {
  cells: GridCells
  lesson: Lesson
  column: TodayColumn
  pupil: ListedPupil
  at: string
  readOnly: boolean
  stock: GlyphStock
}

export const useView = (cells: GridCells, key: string): CellView | undefined =>
  useSyncExternalStore(
    useCallback((listener) => cells.onCell(key, listener), [cells, key]),
    () => cells.get(key),
  )

/** «Ермакова Злата, самостоятельная, 24 ноября», and behind it what is there. */
const whereOf = ({ lesson, column, pupil }: TodayCellProps): string => {
  const what = column.kind === 'attendance' ? keyWords.attendance : workSpoken(column.work)
  return `${pupil.name}, ${what}, ${dayAndMonth(lesson.date)}`
}

/** Draws the cell now and whenever its value comes anew from IndexedDB. Returns what ends that. */
const keepDrawn = (box: HTMLElement, props: TodayCellProps): (() => void) => {
  const { cells, lesson, column, pupil, readOnly, stock } = props
  const where = whereOf(props)
  const key = cellKey(cellIn(lesson, column, pupil.id))
  const reasonKey = cellKey({ kind: 'absenceReason', lesson: lesson.id, pupil: pupil.id })
  const sign = (state: EntryState): Node => {
    const glyph = stock.current?.children[entryStates.indexOf(state)]
    if (!glyph) throw new Error(`no glyph of ${state}`)
    return glyph.cloneNode(true)
  }
  const draw = (): void => {
    const view = cells.get(key)
    const [value, state] = [view?.value ?? null, view?.state ?? null]
    const reason = (cells.get(reasonKey)?.value ?? null) as AbsenceReason | null
    drawCell(
      box,
      column.kind === 'attendance'
        ? { kind: 'attendance', value: value as Attendance | AisText | null, reason }
        : { kind: 'work', value: value as MarkValue | AisText | null },
      state,
      sign,
    )
    const words = [where, valueText(value)]
    if (state) words.push(stateWords[state])
    if (readOnly) words.push(gridWords.readOnly)
    box.setAttribute('aria-label', words.join(', '))
  }
  draw()
  const stops = [cells.onCell(key, draw), cells.onCell(reasonKey, draw)]
  return () => {
    for (const stop of stops) stop()
  }
}

export const TodayCell = memo((props: TodayCellProps) => {
  const { column, at, readOnly } = props
  const box = useRef<HTMLTableCellElement>(null)
  useLayoutEffect(() => (box.current ? keepDrawn(box.current, props) : undefined), [props])
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a td of a table that arrows walk is a gridcell
      role="gridcell"
      ref={box}
      className={styles.cell}
      data-at={at}
      data-kind={column.kind}
      aria-readonly={readOnly || undefined}
      tabIndex={-1}
    />
  )
})
