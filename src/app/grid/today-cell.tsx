// A cell of this lesson: its value, and the state of its entry in the corner. It alone is drawn again when it changes.
import { memo, useCallback, useSyncExternalStore } from 'react'
import { cellKey } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { AbsenceReason, AisText, Attendance, CellValue, MarkValue } from '../../domain/value.ts'
import type { CellView } from '../../store/cell-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import type { ListedPupil } from '../lesson/pupil-names.ts'
import { workSpoken } from '../messages/grid.ts'
import { stateWords } from '../messages/states.ts'
import { dayAndMonth } from '../messages/time.ts'
import { markText, valueText } from '../messages/values.ts'
import styles from './grid.module.css'
import type { GridCells } from './grid-cells.ts'
import { attendanceLetters, cellIn, type TodayColumn } from './grid-columns.ts'

interface TodayCellProps {
  cells: GridCells
  lesson: Lesson
  column: TodayColumn
  pupil: ListedPupil
  at: string
  readOnly: boolean
}

export const useView = (cells: GridCells, key: string): CellView | undefined =>
  useSyncExternalStore(
    useCallback((listener) => cells.onCell(key, listener), [cells, key]),
    () => cells.get(key),
  )

interface AttendanceProps {
  value: Attendance | AisText | null
  reason: AbsenceReason | null
}

const AttendanceText = ({ value, reason }: AttendanceProps) => {
  if (value === null) return <i className={styles.proposal} />
  if ('aisText' in value) return <small title={value.aisText}>{value.aisText}</small>
  if (value.code === 'present') return <span className={styles.tick}>✓</span>
  return (
    <>
      {attendanceLetters(value, reason)}
      {value.code === 'late' && <small>{value.minutes} мин</small>}
    </>
  )
}

/** «Ермакова Злата, самостоятельная, 24 ноября, 4, на планшете» */
const nameOf = ({ lesson, column, pupil, readOnly }: TodayCellProps, view: CellView | undefined): string => {
  const what = column.kind === 'attendance' ? 'посещаемость' : workSpoken(column.work)
  const words = [pupil.name, what, dayAndMonth(lesson.date), valueText(view?.value ?? null)]
  if (view?.state) words.push(stateWords[view.state])
  if (readOnly) words.push('только чтение')
  return words.join(', ')
}

const codeOf = (value: CellValue | null): string | undefined =>
  value !== null && 'code' in value ? value.code : undefined

export const TodayCell = memo((props: TodayCellProps) => {
  const { cells, lesson, column, pupil, at, readOnly } = props
  const view = useView(cells, cellKey(cellIn(lesson, column, pupil.id)))
  const reason = useView(cells, cellKey({ kind: 'absenceReason', lesson: lesson.id, pupil: pupil.id }))
  const value = view?.value ?? null
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a td of a table that arrows walk is a gridcell
      role="gridcell"
      className={styles.cell}
      data-at={at}
      data-kind={column.kind}
      data-code={codeOf(value)}
      data-state={view?.state ?? undefined}
      aria-label={nameOf(props, view)}
      aria-readonly={readOnly || undefined}
      tabIndex={-1}
    >
      {column.kind === 'attendance' ? (
        <AttendanceText
          value={value as Attendance | AisText | null}
          reason={(reason?.value ?? null) as AbsenceReason | null}
        />
      ) : (
        // A value of its own each time: letters never slide within their cell.
        value && (
          <span key={markText(value as MarkValue | AisText)}>{markText(value as MarkValue | AisText)}</span>
        )
      )}
      {view?.state && (
        <span className={styles.corner}>
          <Glyph name={view.state} size={12} />
        </span>
      )}
    </td>
  )
})
