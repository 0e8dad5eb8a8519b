// The chosen cell, large, with the keys of its values for a finger, and what it held before (F2).
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useSyncExternalStore } from 'react'
import { type Cell, cellKey } from '../../../domain/cell.ts'
import type { LogOwner } from '../../../domain/entry.ts'
import type { Attendance, MarkValue } from '../../../domain/value.ts'
import { readCellHistory } from '../../../store/cell-view.ts'
import { Glyph } from '../../../ui/glyph.tsx'
import { workSpoken } from '../../messages/grid.ts'
import { stateWords } from '../../messages/states.ts'
import { dateAndTime, shortDate } from '../../messages/time.ts'
import { valueText } from '../../messages/values.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import type { GridColumn } from '../grid-columns.ts'
import { chosen, type GridModel } from '../grid-model.ts'
import type { Writing } from '../grid-value.ts'
import styles from './panel.module.css'
import { ValueKeys } from './value-keys.tsx'

interface ChosenPanelProps {
  model: GridModel
  log: LogOwner
  history: boolean
  onWrite(writing: Writing): void
}

const columnWords = (column: GridColumn, date: string): string => {
  if (column.kind === 'past') return `${shortDate(column.lesson.date)}, только чтение`
  const what = column.kind === 'attendance' ? 'посещаемость' : workSpoken(column.work)
  return `${what}, ${shortDate(date)}`
}

const History = ({ cell, log, zone }: { cell: Cell; log: LogOwner; zone: string }) => {
  const { db } = useRuntime()
  const key = cellKey(cell)
  const entries = useLiveQuery(() => readCellHistory(db, key, log), [db, key, log.device, log.person], [])
  return (
    <section className={styles.history} aria-label="В этой клетке раньше">
      <h2>В этой клетке раньше</h2>
      {entries.length === 0 && <p>Вы сюда ничего не записывали.</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.value === null ? `снято (было ${valueText(entry.saw)})` : valueText(entry.value)}
            <small>{dateAndTime(entry.recordedAt, zone)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

export const ChosenPanel = ({ model, log, history, onWrite }: ChosenPanelProps) => {
  const { focus, cells, lesson, school } = model
  const onMove = useCallback((listener: () => void) => focus.onMove(listener), [focus])
  useSyncExternalStore(onMove, focus.at)
  const onAny = useCallback((listener: () => void) => cells.onAny(listener), [cells])
  useSyncExternalStore(onAny, cells.version)
  const place = chosen(model)
  if (!place) return null
  const { pupil, no, column, cell } = place
  const view = cell ? cells.get(cellKey(cell)) : undefined
  const value = (view?.value ?? null) as Attendance | MarkValue | null
  return (
    <section className={styles.chosen} aria-label="Выбранная клетка">
      <h2>{`${no}. ${pupil.name}`}</h2>
      <p>
        {columnWords(column, lesson.date)}
        <span className={styles.state}>
          {cell && valueText(value)}
          {view?.state && (
            <>
              {', '}
              <Glyph name={view.state} size={13} /> {stateWords[view.state]}
            </>
          )}
        </span>
      </p>
      {cell && (
        <ValueKeys of={column.kind === 'attendance' ? 'attendance' : 'work'} {...{ value, onWrite }} />
      )}
      {history && cell && <History {...{ cell, log }} zone={school.zone} />}
    </section>
  )
}
