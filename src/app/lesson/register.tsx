// The class list in two columns: fifteen and fifteen without scrolling. Arrows walk, letters and digits write.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { WorkRef } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { commandOf, type Direction, type GridCommand } from '../grid/grid-keys.ts'
import type { Writing } from '../grid/grid-value.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import { notation, workShort } from '../messages/values.ts'
import type { ClassRow } from './class/class-rows.ts'
import { ClosedRow } from './class/closed-row.tsx'
import { type CellViews, workKey } from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'
import { type Preview, PupilRow, type Selected } from './pupil-row.tsx'
import styles from './register.module.css'

/** What a key of the list writes; `second`: the next mark joins the first; `unknown`: a digit that is no mark. */
export type RegisterKey = Writing | Extract<GridCommand, { kind: 'second' | 'unknown' }>

interface Stop {
  row: number
  column: number
}

interface RegisterProps {
  lesson: Lesson
  views: CellViews
  works: readonly WorkRef[]
  /** Those who take entries. */
  pupils: readonly ListedPupil[]
  /** Everybody who is seen, in order; who stands here and not among `pupils` has closed cells. */
  rows: readonly ClassRow[]
  /** So many of them stand in the first column. */
  half: number
  selected: Selected | null
  preview?: Preview | null
  onPick(at: Selected): void
  /** The person has gone there by keys. */
  onMove(at: Selected): void
  /** True when the selection has gone on to the cell below. */
  onKey(at: Selected, key: RegisterKey): boolean
}

const Head = ({ works }: { works: readonly WorkRef[] }) => (
  <div className={styles.head} aria-hidden="true" style={{ '--works': works.length } as React.CSSProperties}>
    <span>{keyWords.nameHead}</span>
    <span>{keyWords.attendanceHead}</span>
    {works.map((work) => (
      <span key={workKey(work)}>
        {workShort[work.workType]}
        {work.n > 1 && ` ${work.n}`}
      </span>
    ))}
  </div>
)

export const Register = (props: RegisterProps) => {
  const { works, pupils, half, selected, onKey, onMove } = props
  const root = useRef<HTMLDivElement>(null)

  /** The one cell that Tab stops at: the last that held the focus, while it is there. */
  const [left, setLeft] = useState<Stop>({ row: 0, column: 0 })
  const stop = left.row < pupils.length && left.column <= works.length ? left : { row: 0, column: 0 }

  const at = (target: EventTarget): { row: number; column: number; cell: Selected } | null => {
    const [row, column] = ((target as HTMLElement).dataset.cell ?? '').split(':').map(Number)
    const pupil = pupils[row ?? -1]
    if (row === undefined || column === undefined || !pupil) return null
    const work = works[column - 1]
    return { row, column, cell: { pupil: pupil.id, column: work ? workKey(work) : 'attendance' } }
  }
  const focus = (row: number, column: number): HTMLElement | null | undefined => {
    const next = root.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    next?.focus()
    return next
  }
  const run = (command: GridCommand, { row, column, cell }: NonNullable<ReturnType<typeof at>>): boolean => {
    const moves: Record<Direction, [number, number]> = {
      down: [row + 1, column],
      up: [row - 1, column],
      left: [row, column - 1],
      right: [row, column + 1],
      rowStart: [row, 0],
      rowEnd: [row, works.length],
      gridStart: [0, 0],
      gridEnd: [pupils.length - 1, works.length],
    }
    switch (command.kind) {
      case 'move': {
        const next = focus(...moves[command.to])
        const place = next && at(next)
        if (place) onMove(place.cell)
        return true
      }
      case 'mark':
        if (onKey(cell, command)) focus(row + 1, column)
        return true
      case 'attendance':
      case 'owed':
      case 'clear':
      case 'second':
        onKey(cell, command)
        return true
      case 'unknown':
        if (column > 0) onKey(cell, command)
        return column > 0
      default:
        return false
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = at(event.target)
    // Held, it would be one tap after another, and each takes back the one before.
    if (place && event.repeat && event.key === 'Enter') return event.preventDefault()
    const command = place && commandOf(event.nativeEvent, notation())
    if (command && run(command, place)) event.preventDefault()
  }
  // What is chosen without the keys of this list, by «+» for one, takes the focus along if it is in here.
  const row = pupils.findIndex((one) => one.id === selected?.pupil)
  const column = works.findIndex((work) => workKey(work) === selected?.column) + 1
  useEffect(() => {
    const cell = root.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    const { activeElement } = document
    // A focus given twice would scroll the list under the finger.
    if (cell && cell !== activeElement && root.current?.contains(activeElement)) cell.focus()
  }, [row, column])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells are buttons; this only hears keys that bubble from them
    <div
      className={styles.register}
      ref={root}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const place = at(target)
        if (place) setLeft({ row: place.row, column: place.column })
      }}
    >
      {[props.rows.slice(0, half), props.rows.slice(half)].map((part, n) => (
        <div key={n === 0 ? 'first' : 'second'} className={styles.half}>
          <Head works={works} />
          <ol>
            {part.map((one) =>
              one.closed ? (
                <ClosedRow key={one.id} {...props} row={one} />
              ) : (
                <PupilRow
                  key={one.id}
                  {...props}
                  pupil={one}
                  no={pupils.findIndex((pupil) => pupil.id === one.id) + 1}
                  stop={pupils[stop.row]?.id === one.id ? stop.column : null}
                />
              ),
            )}
          </ol>
        </div>
      ))}
    </div>
  )
}
