// The class list in two columns: fifteen and fifteen without scrolling. Arrows walk, letters and digits write.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { WorkRef } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { isMark, type Mark } from '../../domain/value.ts'
import { workShort } from '../messages/values.ts'
import type { ClassRow } from './class/class-rows.ts'
import { ClosedRow } from './class/closed-row.tsx'
import { type CellViews, workKey } from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'
import { type Preview, PupilRow, type Selected } from './pupil-row.tsx'
import styles from './register.module.css'

export type RegisterKey = 'absent' | 'late' | 'exempt' | 'clear' | 'second' | 'owed' | Mark

/** Letters work in either layout: Н is where Y is. */
const keys: Record<string, RegisterKey> = {
  н: 'absent',
  y: 'absent',
  о: 'late',
  j: 'late',
  в: 'exempt',
  d: 'exempt',
  delete: 'clear',
  backspace: 'clear',
  а: 'н/а',
  f: 'н/а',
  з: 'зач',
  p: 'зач',
  т: 'owed',
  n: 'owed',
  '+': 'second',
  '=': 'second',
  '5': '5',
  '4': '4',
  '3': '3',
  '2': '2',
}

interface RegisterProps {
  lesson: Lesson
  views: CellViews
  works: readonly WorkRef[]
  /** Those who take entries. */
  pupils: readonly ListedPupil[]
  /** Everybody who is seen, in order; who stands here and not among `pupils` has closed cells. */
  rows: readonly ClassRow[]
  selected: Selected | null
  preview?: Preview | null
  onPick(at: Selected): void
  onFocusCell(at: Selected): void
  onKey(at: Selected, key: RegisterKey): void
  /** A digit that is no mark, in a mark's cell. */
  onOtherDigit(digit: string): void
}

const Head = ({ works }: { works: readonly WorkRef[] }) => (
  <div className={styles.head} aria-hidden="true" style={{ '--works': works.length } as React.CSSProperties}>
    <span>Фамилия, имя</span>
    <span>посещ.</span>
    {works.map((work) => (
      <span key={workKey(work)}>
        {workShort[work.workType]}
        {work.n > 1 && ` ${work.n}`}
      </span>
    ))}
  </div>
)

export const Register = (props: RegisterProps) => {
  const { works, pupils, selected, onKey, onFocusCell } = props
  const root = useRef<HTMLDivElement>(null)
  // Whoever is added by name comes last and moves nobody from one column to the other.
  const half = Math.ceil(props.rows.filter((one) => one.closed || !one.note).length / 2)

  const at = (target: EventTarget): { row: number; column: number; cell: Selected } | null => {
    const [row, column] = ((target as HTMLElement).dataset.cell ?? '').split(':').map(Number)
    const pupil = pupils[row ?? -1]
    if (row === undefined || column === undefined || !pupil) return null
    const work = works[column - 1]
    return { row, column, cell: { pupil: pupil.id, column: work ? workKey(work) : 'attendance' } }
  }
  const focus = (row: number, column: number): void => {
    const next = root.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    next?.focus()
    const place = next && at(next)
    if (place) onFocusCell(place.cell)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = at(event.target)
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return
    const { row, column, cell } = place
    const moves: Record<string, [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [0, column],
      End: [pupils.length - 1, column],
    }
    const move = moves[event.key]
    const key = keys[event.key.toLowerCase()]
    if (column > 0 && !key && /^\d$/.test(event.key)) props.onOtherDigit(event.key)
    if (!move && !key) return
    event.preventDefault()
    if (move) focus(...move)
    else if (key) {
      onKey(cell, key)
      if (column > 0 && isMark(key)) focus(row + 1, column)
    }
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
    <div className={styles.register} ref={root} onKeyDown={onKeyDown}>
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
                />
              ),
            )}
          </ol>
        </div>
      ))}
    </div>
  )
}
