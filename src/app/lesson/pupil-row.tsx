// A pupil's line: number, name, attendance, a cell for each work. Every cell is a button of its own.
import { NotebookPen } from 'lucide-react'
import { cellKey, type WorkRef } from '../../domain/cell.ts'
import { entryStates } from '../../domain/entry-state.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { AbsenceReason, AisText, Attendance, MarkValue } from '../../domain/value.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { keyWords } from '../messages/lesson/keys.ts'
import { lessonWords } from '../messages/lesson/panel.ts'
import { stateWords } from '../messages/states.ts'
import { cellSign, letterOf, markText, valueText, workTitles } from '../messages/values.ts'
import type { ClassRow } from './class/class-rows.ts'
import { PupilNote } from './class/pupil-note.tsx'
import { attendanceCell, attendanceOf, type CellViews, valueIn, viewOf, workKey } from './lesson-cells.ts'
import { isLongName } from './pupil-names.ts'
import styles from './register.module.css'

export interface Selected {
  pupil: string
  /** `attendance`, or the key of a work. */
  column: string
}

/** What an act on the whole class would write into a blank cell of a column. */
export interface Preview {
  column: string
  of(pupil: string): string | null
}

interface RowProps {
  lesson: Lesson
  views: CellViews
  works: readonly WorkRef[]
  pupil: ClassRow
  no: number
  preview?: Preview | null
  selected: Selected | null
  /** The column of this row that Tab stops at, if the stop of the list is in it. */
  stop: number | null
  onPick(at: Selected): void
}

interface SignProps {
  value: Attendance | AisText | null
  reason: AbsenceReason | null
}

const AttendanceSign = ({ value, reason }: SignProps) => {
  if (value !== null && 'aisText' in value) return <small title={value.aisText}>{value.aisText}</small>
  switch (value?.code) {
    case undefined:
      return <i className={styles.proposal} />
    case 'present':
      return <span className={styles.tick}>{letterOf('present')}</span>
    case 'absent':
      return (
        <>
          {letterOf('absent')}
          {reason && <small>{letterOf(reason.reason)}</small>}
        </>
      )
    case 'late':
      return (
        <>
          {letterOf('late')}
          <small>{keyWords.minutes(value.minutes)}</small>
        </>
      )
    case 'exempt':
      return <>{letterOf('exempt')}</>
  }
}

/** The least advanced state of what is recorded of this pupil in this lesson. */
const stateOf = (views: CellViews, pupil: string) => {
  const own = [...views.values()].filter(({ cell }) => 'pupil' in cell && cell.pupil === pupil)
  if (own.length === 0 || own.every((view) => view.state === null)) return null
  if (own.some((view) => view.state === 'conflict')) return 'conflict' as const
  return entryStates.find((state) => own.some((view) => view.state === state)) ?? null
}

const said = (name: string, words: readonly (string | false | null | undefined)[]): string =>
  `${name}: ${words.filter(Boolean).join(', ')}`

export const PupilRow = ({ lesson, views, works, pupil, no, selected, stop, preview, onPick }: RowProps) => {
  const planned = preview?.of(pupil.id) ?? null
  const plannedIn = (column: string): string | null => (preview?.column === column ? planned : null)
  const cell = attendanceCell(lesson, pupil.id)
  const view = viewOf(views, cell)
  const value = (view?.value ?? null) as Attendance | AisText | null
  const code = attendanceOf(views, lesson, pupil.id)?.code
  const reason = views.get(cellKey({ kind: 'absenceReason', lesson: lesson.id, pupil: pupil.id }))?.value
  const state = stateOf(views, pupil.id)
  const hasTask = valueIn(views, { kind: 'individualHomework', lesson: lesson.id, pupil: pupil.id }) !== null
  const isSelected = selected?.pupil === pupil.id
  const spoken = planned
    ? lessonWords.willBeWritten(planned)
    : value === null
      ? keyWords.notMarked
      : valueText(value)
  return (
    <li
      className={styles.row}
      data-absent={code === 'absent'}
      data-selected={isSelected}
      style={{ '--works': works.length } as React.CSSProperties}
    >
      <button
        type="button"
        className={styles.name}
        data-cell={`${no - 1}:0`}
        tabIndex={stop === 0 ? 0 : -1}
        onClick={() => onPick({ pupil: pupil.id, column: 'attendance' })}
        aria-current={isSelected && selected.column === 'attendance'}
      >
        <span className="visually-hidden">
          {said(pupil.name, [spoken, pupil.note, hasTask && lessonWords.hasTask, state && stateWords[state]])}
        </span>
        <span className={styles.no} aria-hidden="true">
          {no}
        </span>
        <span className={styles.text} data-long={isLongName(pupil.name)} aria-hidden="true">
          {pupil.name}
          <PupilNote row={pupil} />
        </span>
        <span className={styles.signs} aria-hidden="true">
          {state && <Glyph name={state} size={14} />}
          {hasTask && <NotebookPen size={16} className={styles.task} />}
        </span>
        <span
          className={styles.attendance}
          aria-hidden="true"
          data-code={code ?? 'none'}
          data-conflict={view?.state === 'conflict'}
        >
          {view?.state === 'conflict' ? (
            <Glyph name="conflict" size={16} />
          ) : plannedIn('attendance') ? (
            <span className={styles.planned}>{planned && cellSign(planned)}</span>
          ) : (
            <AttendanceSign value={value} reason={(reason ?? null) as AbsenceReason | null} />
          )}
        </span>
      </button>
      {works.map((work, at) => {
        const mark = views.get(cellKey({ kind: 'mark', lesson: lesson.id, pupil: pupil.id, ...work }))
        const text = mark?.value ? markText(mark.value as MarkValue | AisText) : ''
        const column = workKey(work)
        return (
          <button
            key={column}
            type="button"
            className={styles.mark}
            data-cell={`${no - 1}:${at + 1}`}
            tabIndex={stop === at + 1 ? 0 : -1}
            data-selected={isSelected && selected.column === column}
            aria-label={`${pupil.name}, ${workTitles[work.workType].toLowerCase()}: ${text || keyWords.empty}${mark?.state ? `, ${stateWords[mark.state]}` : ''}`}
            onClick={() => onPick({ pupil: pupil.id, column })}
          >
            {mark?.state === 'conflict' ? <Glyph name="conflict" size={16} /> : text}
            {plannedIn(column) && <span className={styles.planned}>{planned}</span>}
          </button>
        )
      })}
    </li>
  )
}
