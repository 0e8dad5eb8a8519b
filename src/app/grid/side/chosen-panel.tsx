// The chosen cell, large, with the keys of its values for a finger, and what it held before (F2).
import { useLiveQuery } from 'dexie-react-hooks'
import { History, NotebookPen } from 'lucide-react'
import { useCallback, useState } from 'react'
import { type Cell, cellKey } from '../../../domain/cell.ts'
import type { LogOwner } from '../../../domain/entry.ts'
import { mayWrite } from '../../../domain/role.ts'
import type { AbsenceReason, Attendance, MarkValue } from '../../../domain/value.ts'
import { readCellHistory } from '../../../store/cell-view.ts'
import { Glyph } from '../../../ui/glyph.tsx'
import { IndividualTask } from '../../lesson/facts/individual-task.tsx'
import { attendanceOf, valueIn } from '../../lesson/lesson-cells.ts'
import pad from '../../lesson/panel/panel.module.css'
import type { Acts } from '../../lesson/use-lesson.ts'
import { workSpoken } from '../../messages/grid.ts'
import { gridWords } from '../../messages/lesson/grid.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { stateWords } from '../../messages/states.ts'
import { dateAndTime, shortDate } from '../../messages/time.ts'
import { valueText } from '../../messages/values.ts'
import { useMemoryState } from '../../runtime/memory-state.ts'
import { useAfterBurst } from '../../runtime/use-after-burst.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import type { GridColumn } from '../grid-columns.ts'
import type { GridCommand } from '../grid-keys.ts'
import { type ChosenPlace, chosen, type GridModel } from '../grid-model.ts'
import styles from './panel.module.css'
import { CellToolbar, ValueKeys } from './value-keys.tsx'

const signs = {
  task: <NotebookPen size={20} aria-hidden="true" />,
  history: <History size={20} aria-hidden="true" />,
}

interface ChosenPanelProps {
  model: GridModel
  acts: Acts
  history: boolean
  onHistory(): void
  onCommand(command: GridCommand): void
}

/** The class teacher gives the reason of an absence that stands (п. 2.9); undefined where none can be given. */
const reasonIn = (
  { cells, lesson, school, person }: GridModel,
  { pupil, column }: ChosenPlace,
): AbsenceReason['reason'] | null | undefined => {
  const cell: Cell = { kind: 'absenceReason', lesson: lesson.id, pupil: pupil.id }
  const absent = attendanceOf(cells.views, lesson, pupil.id)?.code === 'absent'
  if (column.kind !== 'attendance' || !absent || !mayWrite(school, person, cell).ok) return undefined
  return (valueIn(cells.views, cell) as AbsenceReason | null)?.reason ?? null
}

const columnWords = (column: GridColumn, date: string): string => {
  if (column.kind === 'past') return gridWords.pastColumn(shortDate(column.lesson.date))
  const what = column.kind === 'attendance' ? keyWords.attendance : workSpoken(column.work)
  return `${what}, ${shortDate(date)}`
}

const CellHistory = ({ cell, log, zone }: { cell: Cell; log: LogOwner; zone: string }) => {
  const { db } = useRuntime()
  const key = cellKey(cell)
  const closed = useMemoryState((state) => state.closed)
  const { of, entries } = useLiveQuery(
    async () => ({ of: key, entries: await readCellHistory(db, key, log) }),
    [db, key, log.device, log.person],
    { of: '', entries: [] },
  )
  // Of a cell chosen after that nothing was read; what stands here is another one's.
  if (closed && of !== key) return <p role="alert">{shellTroubleWords.newerTab}</p>
  return (
    <section className={styles.history} aria-label={gridWords.history}>
      <h2>{gridWords.history}</h2>
      {entries.length === 0 && <p>{gridWords.noHistory}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.value === null ? gridWords.cleared(valueText(entry.saw)) : valueText(entry.value)}
            <small>{dateAndTime(entry.recordedAt, zone)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

export const ChosenPanel = ({ model, acts, history, onHistory, onCommand }: ChosenPanelProps) => {
  const { focus, cells, lesson, school, person } = model
  const [tasked, setTasked] = useState(false)
  const [, catchUp] = useAfterBurst(
    useCallback(
      (listener: () => void) => {
        const stops = [focus.onMove(listener), cells.onAny(listener)]
        return () => {
          for (const stop of stops) stop()
        }
      },
      [focus, cells],
    ),
    useCallback(() => `${focus.at().row}:${focus.at().column} ${cells.version()}`, [focus, cells]),
    true,
  )
  const place = chosen(model)
  if (!place) return null
  const { pupil, no, column, cell } = place
  const view = cell ? cells.get(cellKey(cell)) : undefined
  const value = (view?.value ?? null) as Attendance | MarkValue | null
  const task: Cell = { kind: 'individualHomework', lesson: lesson.id, pupil: pupil.id }
  return (
    // A finger, or the keyboard, must meet the cell that is chosen by now.
    <section
      className={styles.chosen}
      aria-label={gridWords.chosen}
      onPointerDownCapture={catchUp}
      onFocusCapture={catchUp}
    >
      <CellToolbar>
        <div className={pad.whose}>
          <p className={styles.named}>
            <b>{`${no}. ${pupil.name}`}</b>
          </p>
          {mayWrite(school, person, task).ok && (
            <button
              type="button"
              className={pad.tool}
              tabIndex={cell ? -1 : 0}
              aria-pressed={valueIn(cells.views, task) !== null}
              onClick={() => setTasked(true)}
            >
              {signs.task}
              <span className={pad.toolWord}>{keyWords.task}</span>
            </button>
          )}
          <button
            type="button"
            className={pad.tool}
            tabIndex={cell ? -1 : 0}
            aria-expanded={history}
            onClick={onHistory}
          >
            {signs.history}
            <span className={pad.toolWord}>{gridWords.earlier}</span>
          </button>
        </div>
        <p className={styles.state}>
          <small>{columnWords(column, lesson.date)}</small>
          {/* A value of its own each time: its words never slide along the line. */}
          <span key={`${valueText(value)} ${view?.state}`}>
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
          <ValueKeys
            of={column.kind === 'attendance' ? 'attendance' : 'work'}
            reason={reasonIn(model, place)}
            {...{ value, onCommand }}
          />
        )}
      </CellToolbar>
      {history && cell && <CellHistory {...{ cell }} log={acts.log} zone={school.zone} />}
      {tasked && (
        <IndividualTask
          key={pupil.id}
          {...{ lesson, acts, pupil }}
          views={cells.views}
          onClose={() => setTasked(false)}
        />
      )}
    </section>
  )
}
