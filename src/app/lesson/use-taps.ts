// What a tap or a key on the register means.
import { type Cell, type CellKey, cellKey } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { AbsenceReason, Attendance, CellValue, Mark, MarkValue } from '../../domain/value.ts'
import { type NotWritten, newValue, type Writing } from '../grid/grid-value.ts'
import { lessonWords } from '../messages/lesson/panel.ts'
import { valueText } from '../messages/values.ts'
import {
  attendanceCell,
  attendanceOf,
  type CellViews,
  puttingInTurn,
  puttingInto,
  seenIn,
  valueIn,
  viewOf,
  workKey,
  worksOf,
} from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'
import type { Selected } from './pupil-row.tsx'
import type { RegisterKey } from './register.tsx'
import type { Acts } from './use-lesson.ts'

interface Screen {
  lesson: Lesson
  views: CellViews
  pupils: readonly ListedPupil[]
  acts: Acts
  selected: Selected | null
  /** The selection goes on, or back, by itself. */
  select(at: Selected): void
  /** The person has moved the selection: what was written last is behind them. */
  move(at: Selected): void
  /** A cell in conflict is settled before both values, never written over. */
  openConflict(key: string): void
  /** May the person record this cell? A substituted teacher reads the lesson, and no more (п. 2.3). */
  may(cell: Cell): boolean
  /** Says why a key wrote nothing. */
  refuse(not: NotWritten): void
  /** Before the lesson has begun nothing that happens in it is recorded (п. 2.5). */
  begun: boolean
  second: SecondMark
}

/**
 * Where the next mark joins the first one («5/4»). `last` is the mark just given, while the selection has left it by
 * itself alone.
 */
export interface SecondMark {
  at: Selected | null
  last: Written | null
  join(at: Selected | null, last: Written | null): void
}

/** A mark just given: known at once, before it comes back from IndexedDB. */
export interface Written {
  at: Selected
  value: MarkValue
}

export const sameCell = (a: Selected | null | undefined, b: Selected): boolean =>
  a?.pupil === b.pupil && a.column === b.column

/** The cells that have been written on these views. The screen has not been drawn since, and may lag behind them. */
const writtenOn = new WeakMap<CellViews, Set<CellKey>>()

export const tapsOf = (screen: Screen) => {
  const { lesson, views, pupils, acts, selected, select, second: joining } = screen
  const nameOf = (id: string): string => pupils.find((one) => one.id === id)?.name ?? ''
  /** Nothing is recorded where the value stands already: IndexedDB has the last word on what the screen shows. */
  const record = (cell: Cell, value: CellValue | null, said: string): Promise<boolean> => {
    const written = writtenOn.get(views) ?? new Set()
    writtenOn.set(views, written)
    const changes = puttingInto(views, lesson, cell, value)
    const lags = written.has(cellKey(cell))
    written.add(cellKey(cell))
    if (changes.length > 0 && !lags) return acts.act(changes, said)
    const shown = seenIn(views, cell)
    return acts.actOnFresh(lesson, (fresh) => ({
      ...{ changes: puttingInTurn(fresh, lesson, cell, value, shown), said },
    }))
  }
  const refuse = (not: NotWritten): false => {
    screen.refuse(not)
    return false
  }
  /** False when the cell takes nothing here, and the person has been told or shown why. */
  const takes = (cell: Cell): boolean => {
    if (viewOf(views, cell)?.state !== 'conflict') return screen.may(cell) || refuse({ why: 'readOnly' })
    screen.openConflict(cellKey(cell))
    return false
  }

  const attendance = (pupil: string, value: Attendance | null): boolean => {
    const cell = attendanceCell(lesson, pupil)
    if (!takes(cell)) return false
    joining.join(null, null)
    void record(cell, value, `${nameOf(pupil)}: ${valueText(value)}`)
    return true
  }
  const reason = (pupil: string, given: AbsenceReason['reason'] | null): void => {
    const cell: Cell = { kind: 'absenceReason', lesson: lesson.id, pupil }
    const value = given && { reason: given }
    if (takes(cell)) void record(cell, value, lessonWords.reasonOf(nameOf(pupil), valueText(value)))
  }
  const markCell = (at: Selected) => {
    const work = worksOf(views).find((one) => workKey(one) === at.column)
    return work && ({ kind: 'mark', lesson: lesson.id, pupil: at.pupil, ...work } as const)
  }
  const markIn = (at: Selected): MarkValue | null => {
    const cell = markCell(at)
    const value = cell ? valueIn(views, cell) : null
    return value !== null && 'marks' in value ? value : null
  }
  const mark = (at: Selected, value: MarkValue | null): boolean => {
    const cell = markCell(at)
    if (!cell || !takes(cell)) return false
    joining.join(null, value && { at, value })
    void record(cell, value, lessonWords.markOf(nameOf(at.pupil), valueText(value))).then((saved) => {
      if (saved) return
      // Nothing was recorded: the person is back at the cell, and not at the next.
      joining.join(null, null)
      select(at)
    })
    return true
  }
  /** The mark to be joined: of the chosen cell, or of the one just written. */
  const known = (at: Selected): MarkValue | null => {
    const { last } = joining
    return last && sameCell(last.at, at) ? last.value : markIn(at)
  }
  const marksAt = (at: Selected): number => known(at)?.marks.length ?? 0
  /** The chosen cell is meant, or the one just written, which the selection has left by itself. */
  const second = (at: Selected): void => {
    const last = sameCell(selected, at) ? joining.last : null
    const target = marksAt(at) === 1 || !last ? at : last.at
    if (marksAt(target) > 1) return screen.refuse({ why: 'twoMarks' })
    if (marksAt(target) === 0) return acts.refuse(lessonWords.secondNeedsFirst)
    select(target)
    joining.join(target, last)
  }
  const selectNext = (at: Selected): void => {
    const next = pupils[pupils.findIndex((one) => one.id === at.pupil) + 1]
    if (next) select({ pupil: next.id, column: at.column })
  }

  /** One tap on a name is Н; a second tap on that Н takes it away. Anything else is only chosen, for the panel. */
  const pick = (at: Selected): void => {
    const again = selected?.pupil === at.pupil && selected.column === 'attendance'
    screen.move(at)
    if (at.column !== 'attendance' || !screen.begun) return
    const cell = attendanceCell(lesson, at.pupil)
    if (viewOf(views, cell)?.state === 'conflict') return screen.openConflict(cellKey(cell))
    const code = attendanceOf(views, lesson, at.pupil)?.code
    const isBlank = valueIn(views, cell) === null
    if (isBlank || (code === 'present' && again)) attendance(at.pupil, { code: 'absent' })
    else if (code === 'absent' && again) attendance(at.pupil, null)
  }

  /** False when nothing will be written, and the person has been told why. */
  const write = (at: Selected, writing: Writing): boolean => {
    const kind = at.column === 'attendance' ? 'attendance' : 'work'
    const made = newValue(kind, known(at), writing, sameCell(joining.at, at))
    if (!made.ok) return refuse(made.not)
    const isAttendance = kind === 'attendance' || writing.kind === 'attendance'
    return isAttendance
      ? attendance(at.pupil, made.value as Attendance | null)
      : mark(at, made.value as MarkValue | null)
  }
  /** True when the selection has gone on to the next pupil. */
  const key = (at: Selected, pressed: RegisterKey): boolean => {
    if (!screen.begun) return refuse({ why: 'notBegun' })
    if (pressed.kind === 'unknown') return refuse({ why: 'noMark', typed: pressed.typed })
    if (!sameCell(selected, at)) screen.move(at)
    if (pressed.kind === 'second') {
      if (at.column !== 'attendance') second(at)
      return false
    }
    if (!write(at, pressed) || pressed.kind !== 'mark') return false
    selectNext(at)
    return true
  }

  return {
    pick,
    key,
    second,
    attendance,
    reason,
    /** A mark from the panel; the cell below is chosen next. */
    mark: (at: Selected, given: Mark): void => {
      if (write(at, { kind: 'mark', mark: given })) selectNext(at)
    },
    /** With marks beside «точка» the cell below is chosen next. */
    owe: (at: Selected): void => {
      if (write(at, { kind: 'owed' }) && marksAt(at) > 0) selectNext(at)
    },
    clear: (at: Selected): void => void write(at, { kind: 'clear' }),
  }
}
