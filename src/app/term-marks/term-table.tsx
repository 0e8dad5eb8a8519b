// One sheet: a row a pupil, a column a term. A tap chooses a cell, the panel below writes it; arrows and digits do too.
import { useLiveQuery } from 'dexie-react-hooks'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type Cell, cellKey } from '../../domain/cell.ts'
import { asksReason, mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { columnWindow, pupilsOfColumn, type TermSheet, termColumnsOf } from '../../domain/term/term-sheet.ts'
import { dateAt } from '../../domain/time.ts'
import { shownState, shownStates } from '../../domain/transfer/not-carried.ts'
import type { Mark } from '../../domain/value.ts'
import { readTermCells } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { changeOf, viewOf } from '../lesson/lesson-cells.ts'
import { namePupils } from '../lesson/pupil-names.ts'
import { useWords } from '../lesson/said.ts'
import { useActs, useAuthor } from '../lesson/use-lesson.ts'
import { columnWords, windowWords } from '../messages/screens/term-columns.ts'
import { termSheetWords } from '../messages/screens/term-marks.ts'
import { stateWords } from '../messages/states.ts'
import { notation, valueText } from '../messages/values.ts'
import { useNow, useRuntime } from '../runtime/use-runtime.ts'
import { MarksSoFar } from './marks-so-far.tsx'
import { SayByHand } from './say-by-hand.tsx'
import { TermCell } from './term-cell.tsx'
import styles from './term-marks.module.css'
import { TermPad } from './term-pad.tsx'

interface TermTableProps {
  who: SignedIn
  school: School
  sheet: TermSheet
  /** The column that is looked at first. */
  first: string
}

export const TermTable = ({ who, school, sheet, first }: TermTableProps) => {
  const { db } = useRuntime()
  const [, go] = useLocation()
  const now = useNow()
  const author = useAuthor(who, school)
  const acts = useActs(author)
  const { text: saved } = useWords(acts.said)
  const root = useRef<HTMLTableElement>(null)
  const { device, person } = author.log
  const views = useLiveQuery(() => readTermCells(db, { device, person }), [db, device, person])
  const [at, setAt] = useState<{ pupil: string; column: string } | null>(null)
  const [early, setEarly] = useState<string | null>(null)
  const today = dateAt(now, school.zone)
  const columns = termColumnsOf(school, sheet)
  const rosters = new Map(columns.map((one) => [one.id, pupilsOfColumn(school, sheet, one, today)]))
  const listed = new Set([...rosters.values()].flatMap((one) => [...one]))
  const pupils = namePupils(school, listed)
  const column = columns.find((one) => one.id === (at?.column ?? first)) ?? columns[0]
  if (!views || !column) return null
  const window = columnWindow(school, sheet, column, now)
  const cellOf = (pupil: string, term: string): Cell => ({
    ...{ kind: 'termMark', term, subject: sheet.subject, pupil },
  })
  const own = pupils.flatMap(({ id }) => columns.flatMap((one) => viewOf(views, cellOf(id, one.id)) ?? []))
  const states = shownStates.filter((state) => own.some((view) => shownState(view) === state))
  const chosen = at && pupils.find((one) => one.id === at.pupil)

  const focus = (row: number, col: number): void =>
    root.current?.querySelector<HTMLElement>(`[data-cell="${row}:${col}"]`)?.focus()
  const write = (pupil: string, term: string, mark: Mark | null, reason?: string): void => {
    const cell = cellOf(pupil, term)
    if (viewOf(views, cell)?.state === 'conflict')
      return go(`/conflicts/${encodeURIComponent(cellKey(cell))}`)
    const value = mark === null ? null : { mark }
    const change = { ...changeOf(views, cell, value), ...(reason && { reason }) }
    const name = pupils.find((one) => one.id === pupil)?.name ?? ''
    void acts.act([change], `${name}, ${columnWords(school, column)}: ${valueText(value)}`)
  }
  /** A digit writes where the panel would ask nothing first. */
  const goesAtOnce = (pupil: string, term: string): boolean => {
    const cell = cellOf(pupil, term)
    const view = viewOf(views, cell)
    const stands = view?.value != null && view.author !== null
    return (
      mayWrite(school, who.person, cell).ok &&
      (window.kind !== 'before' || stands || early === term) &&
      !(stands && asksReason(school, who.person, cell, [view.author ?? '']))
    )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const [row, col] = ((event.target as HTMLElement).dataset.cell ?? '').split(':').map(Number)
    if (row === undefined || col === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, [number, number]> = {
      ...{ ArrowDown: [row + 1, col], ArrowUp: [row - 1, col] },
      ...{ ArrowLeft: [row, col - 1], ArrowRight: [row, col + 1] },
      ...{ Home: [0, col], End: [pupils.length - 1, col] },
    }
    const move = moves[event.key]
    const { key } = event
    if (move) {
      event.preventDefault()
      focus(...move)
    } else if (at && /^\d$/.test(key) && notation().marks.includes(key) && goesAtOnce(at.pupil, at.column)) {
      write(at.pupil, at.column, key)
      focus(row + 1, col)
    }
  }
  const here = columns.indexOf(column)
  return (
    <>
      <p className={styles.window} data-window={window.kind}>
        {windowWords(school, column, window)}
      </p>
      <SayByHand
        key={column.id}
        column={columnWords(school, column)}
        marks={own.filter(({ cell }) => cell.kind === 'termMark' && cell.term === column.id)}
        {...{ school }}
        person={who.person}
      />
      {acts.trouble && (
        <Panel tone="bad" role="alert">
          {acts.trouble}
        </Panel>
      )}
      <div className={styles.wrap}>
        <table className={styles.table} ref={root} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{termSheetWords.pupil}</th>
              {columns.map((one) => (
                <th key={one.id} scope="col" data-current={one === column}>
                  {columnWords(school, one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pupils.map((pupil, row) => (
              <tr key={pupil.id}>
                <th scope="row">
                  <div className={styles.name}>
                    <span>{row + 1}</span> {pupil.name}
                  </div>
                </th>
                {columns.map((one, col) => (
                  <TermCell
                    key={one.id}
                    open={rosters.get(one.id)?.has(pupil.id) ?? false}
                    view={viewOf(views, cellOf(pupil.id, one.id))}
                    name={`${pupil.name}, ${columnWords(school, one)}`}
                    at={`${row}:${col}`}
                    stop={at ? at.pupil === pupil.id && one === column : row === 0 && col === here}
                    chosen={at?.pupil === pupil.id && one === column}
                    onChoose={() => setAt({ pupil: pupil.id, column: one.id })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.legend}>
        {states.map((state) => (
          <span key={state}>
            <Glyph name={state} size={14} /> {stateWords[state]}
          </span>
        ))}
      </p>
      {at && chosen && (
        <TermPad
          key={cellKey(cellOf(at.pupil, at.column))}
          {...{ school, window }}
          person={who.person}
          cell={cellOf(at.pupil, at.column)}
          view={viewOf(views, cellOf(at.pupil, at.column))}
          title={`${chosen.name}, ${columnWords(school, column)}`}
          marks={notation().marks}
          early={early === at.column}
          onEarly={() => setEarly(at.column)}
          saved={acts.trouble ? null : saved}
          sofar={<MarksSoFar {...{ school, sheet, column, today }} pupil={at.pupil} log={author.log} />}
          onMark={(mark, reason) => {
            write(at.pupil, at.column, mark, reason)
            const next = pupils[pupils.indexOf(chosen) + 1]
            if (mark !== null && next) focus(pupils.indexOf(next), here)
          }}
        />
      )}
    </>
  )
}
