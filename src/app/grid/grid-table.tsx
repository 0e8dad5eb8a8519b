// The grid itself: sticky names and head, former lessons, a double line, today's columns. No inputs in cells.
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef } from 'react'
import { cellKey } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { SchoolDate } from '../../domain/time.ts'
import type { ClassRow } from '../lesson/class/class-rows.ts'
import { PupilNote } from '../lesson/class/pupil-note.tsx'
import type { CellViews } from '../lesson/lesson-cells.ts'
import { isLongName, type ListedPupil } from '../lesson/pupil-names.ts'
import { workSpoken } from '../messages/grid.ts'
import { gridWords } from '../messages/lesson/grid.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import { dayAndMonth, shortDate } from '../messages/time.ts'
import { valueText, workShort } from '../messages/values.ts'
import styles from './grid.module.css'
import {
  cellIn,
  columnKey,
  type GridColumn,
  pastHeading,
  pastText,
  type TodayColumn,
  worksIn,
} from './grid-columns.ts'
import { type Place, placeOf } from './grid-focus.ts'
import { type GridModel, isReadOnly } from './grid-model.ts'
import { type GlyphStock, GlyphStockBox, TodayCell, useView } from './today-cell.tsx'

interface GridTableProps {
  model: GridModel
  /** The cells of the former lessons. */
  past: CellViews
  /** What an act on the whole class would write for a pupil, while one is on its way. */
  plannedFor: RowsProps['plannedFor']
  onKeyDown(event: KeyboardEvent): void
  /** A finger or a mouse on a cell. */
  onPick(place: Place): void
}

interface ColumnHeadProps {
  column: GridColumn
  past: CellViews
  /** Of the open lesson. */
  date: SchoolDate
}

/** Its date is put into words, which costs more than all the rest of it: kept as drawn. */
const ColumnHead = memo(({ column, past, date }: ColumnHeadProps) => {
  if (column.kind === 'past') {
    const works = worksIn(past, column.lesson)
    return (
      <th scope="col" className={styles.past} title={works.map(workSpoken).join(', ')}>
        <b>{shortDate(column.lesson.date)}</b>
        <small>{pastHeading(works) || '–'}</small>
      </th>
    )
  }
  return (
    <th scope="col" className={styles.today} data-kind={column.kind}>
      <b>{shortDate(date)}</b>
      <small>
        {column.kind === 'attendance' ? keyWords.attendanceHead : workShort[column.work.workType]}
        {column.kind === 'work' && column.work.n > 1 && ` ${column.work.n}`}
      </small>
    </th>
  )
})

const PastCell = ({
  lesson,
  pupil,
  text,
  at,
}: {
  lesson: Lesson
  pupil: ListedPupil
  text: string
  at: string
}) => (
  <td
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a td of a table that arrows walk is a gridcell
    role="gridcell"
    className={`${styles.cell} ${styles.past}`}
    data-at={at}
    aria-label={gridWords.pastCell(pupil.name, dayAndMonth(lesson.date), text || keyWords.empty)}
    aria-readonly
    tabIndex={-1}
  >
    {text}
  </td>
)

interface RowHeadProps {
  pupil: ClassRow
  /** From 0; undefined for a pupil whose cells are closed. */
  row?: number
  /** What an act on the whole class would write. */
  planned?: string | null
}

const RowHead = ({ pupil, row, planned }: RowHeadProps) => (
  <th scope="row" data-row={row}>
    <span data-long={isLongName(pupil.name)}>
      <span className={styles.no} data-planned={planned != null}>
        {planned ?? (row === undefined ? '–' : row + 1)}
      </span>{' '}
      <span>{pupil.name}</span>
    </span>
    <PupilNote row={pupil} className={styles.note} />
  </th>
)

const ClosedCell = ({ model, column, pupil }: { model: GridModel; column: TodayColumn; pupil: string }) => {
  const value = useView(model.cells, cellKey(cellIn(model.lesson, column, pupil)))?.value
  return (
    <td className={`${styles.cell} ${styles.closed}`} data-kind={column.kind}>
      {value && valueText(value)}
      <i className="visually-hidden">{keyWords.closedCell}</i>
    </td>
  )
}

/** Cells outside a pupil's stay: hatched, passed by the keys; what was recorded in them stays in sight. */
const ClosedRow = ({ model, past, pupil }: { model: GridModel; past: CellViews; pupil: ClassRow }) => (
  <tr>
    <RowHead {...{ pupil }} />
    {model.columns.map((column) =>
      column.kind === 'past' ? (
        <td key={columnKey(column)} className={`${styles.cell} ${styles.past}`}>
          {pastText(past, column.lesson, pupil.id)}
        </td>
      ) : (
        <ClosedCell key={columnKey(column)} {...{ model, column }} pupil={pupil.id} />
      ),
    )}
  </tr>
)

interface RowsProps {
  model: GridModel
  past: CellViews
  plannedFor: ((pupil: string) => string | null) | null
  stock: GlyphStock
}

const Rows = memo(({ model, past, plannedFor, stock }: RowsProps) => {
  const { pupils, rows, columns, lesson, cells } = model
  const readOnly = columns.map((column) => isReadOnly(model, column))
  const places = new Map(pupils.map(({ id }, n) => [id, n]))
  return rows.map((pupil) => {
    const row = places.get(pupil.id)
    if (row === undefined) return <ClosedRow key={pupil.id} {...{ model, past, pupil }} />
    return (
      <tr key={pupil.id}>
        <RowHead {...{ pupil, row }} planned={plannedFor?.(pupil.id) ?? null} />
        {columns.map((column, n) => {
          const at = `${row}:${n}`
          return column.kind === 'past' ? (
            <PastCell
              key={columnKey(column)}
              {...{ pupil, at }}
              lesson={column.lesson}
              text={pastText(past, column.lesson, pupil.id)}
            />
          ) : (
            <TodayCell
              key={columnKey(column)}
              {...{ cells, lesson, column, pupil, at, stock }}
              readOnly={readOnly[n] ?? true}
            />
          )
        })}
      </tr>
    )
  })
})

export const GridTable = ({ model, past, plannedFor, onKeyDown, onPick }: GridTableProps) => {
  const box = useRef<HTMLDivElement>(null)
  const stock = useRef<HTMLDivElement>(null)
  const entered = useRef(false)
  const { focus, columns, pupils } = model
  const attendance = columns.findIndex((column) => column.kind === 'attendance')
  /** A finger on a name chooses the pupil's attendance. */
  const nameAt = (target: EventTarget): Place | null => {
    const row = (target as Element).closest<HTMLElement>('th[data-row]')?.dataset.row
    if (row === undefined) return null
    focus.go({ row: Number(row), column: attendance })
    return focus.at()
  }
  useLayoutEffect(() => {
    const axes = { pupils: pupils.map((one) => one.id), columns: columns.map(columnKey) }
    if (entered.current) return focus.mount(box.current, axes)
    focus.mount(box.current, axes, { row: 0, column: attendance })
    // Today's columns are what the lesson is about; the former ones are to the left of them.
    if (box.current) box.current.scrollLeft = box.current.scrollWidth
    focus.go(focus.at())
    entered.current = true
  }, [focus, columns, pupils, attendance])
  useEffect(() => {
    // A turned tablet keeps the chosen cell in sight.
    addEventListener('resize', focus.show)
    return () => removeEventListener('resize', focus.show)
  }, [focus])
  return (
    <div className={styles.scroll} ref={box}>
      <GlyphStockBox {...{ stock }} />
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrows walk is a grid
        role="grid"
        className={styles.grid}
        aria-label={gridWords.title}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const place = placeOf(event.target)
          if (place) focus.arrived(place)
        }}
        onClick={(event) => {
          const place = placeOf(event.target) ?? nameAt(event.target)
          if (place) onPick(place)
        }}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corneredHead}>
              {keyWords.nameHead}
            </th>
            {columns.map((column) => (
              <ColumnHead key={columnKey(column)} {...{ column, past }} date={model.lesson.date} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows {...{ model, past, plannedFor, stock }} />
        </tbody>
      </table>
    </div>
  )
}
