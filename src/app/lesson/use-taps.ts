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
  select(at: Selected): void
  /** A cell in conflict is settled before both values, never written over. */
  openConflict(key: string): void
  /** May the person record this cell? A substituted teacher reads the lesson, and no more (п. 2.3). */
  may(cell: Cell): boolean
  /** Says why a key wrote nothing. */
  refuse(not: NotWritten): void
  /** Before the lesson has begun nothing that happens in it is recorded (п. 2.5). */
  begun: boolean
  /** Where the next mark joins the first one, and how a cell is named for that; `last` is the cell just written. */
  second?: {
    at: Selected | null
    last: Written | null
    join(at: Selected | null, last: Written | null): void
  }
}

/** A mark just given: known at once, before it comes back from IndexedDB. */
export interface Written {
  at: Selected
  value: MarkValue
}

const sameCell = (a: Selected | null | undefined, b: Selected): boolean =>
  a?.pupil === b.pupil && a.column === b.column

/** The cells that have been written on these views. The screen has not been drawn since, and may lag behind them. */
const writtenOn = new WeakMap<CellViews, Set<CellKey>>()

export const tapsOf = (screen: Screen) => {
  const { lesson, views, pupils, acts, selected, select } = screen
  const nameOf = (id: string): string => pupils.find((one) => one.id === id)?.name ?? ''
  /** Nothing is recorded where the value stands already: IndexedDB has the last word on what the screen shows. */
  const record = (cell: Cell, value: CellValue | null, said: string): Promise<boolean> => {
    if (!screen.may(cell)) {
      screen.refuse({ why: 'readOnly' })
      return Promise.resolve(false)
    }
    const written = writtenOn.get(views) ?? new Set()
    writtenOn.set(views, written)
    const changes = puttingInto(views, lesson, cell, value)
    const lags = written.has(cellKey(cell))
    written.add(cellKey(cell))
    if (changes.length > 0 && !lags) return acts.act(changes, said)
    return acts.actOnFresh(lesson, (fresh) => {
      // What the person has not sent is their own word; anything else they have seen only as the screen shows it.
      const seen = seenIn(viewOf(fresh, cell)?.state === 'queued' ? fresh : views, cell)
      const changes = puttingInto(fresh, lesson, cell, value)
      return { changes: changes.map((one) => (one.cell === cell ? { ...one, ...seen } : one)), said }
    })
  }
  const inConflict = (cell: Cell): boolean => viewOf(views, cell)?.state === 'conflict'

  const attendance = (pupil: string, value: Attendance | null): void => {
    const cell = attendanceCell(lesson, pupil)
    if (inConflict(cell)) return screen.openConflict(cellKey(cell))
    void record(cell, value, `${nameOf(pupil)}: ${valueText(value)}`)
  }
  const reason = (pupil: string, given: AbsenceReason['reason'] | null): void => {
    const cell: Cell = { kind: 'absenceReason', lesson: lesson.id, pupil }
    if (inConflict(cell)) return screen.openConflict(cellKey(cell))
    const value = given && { reason: given }
    void record(cell, value, lessonWords.reasonOf(nameOf(pupil), valueText(value)))
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
  const mark = (at: Selected, value: MarkValue | null): void => {
    const cell = markCell(at)
    if (!cell) return
    if (inConflict(cell)) return screen.openConflict(cellKey(cell))
    screen.second?.join(null, value && { at, value })
    void record(cell, value, lessonWords.markOf(nameOf(at.pupil), valueText(value))).then((saved) => {
      if (saved) return
      // Nothing was recorded: the person is back at the cell, and not at the next.
      screen.second?.join(null, null)
      select(at)
    })
  }
  /** The mark to be joined: of the chosen cell, or of the one just written. */
  const known = (at: Selected): MarkValue | null => {
    const last = screen.second?.last
    return last && sameCell(last.at, at) ? last.value : markIn(at)
  }
  const second = (at: Selected): void => {
    const last = screen.second?.last ?? null
    const target = known(at)?.marks.length === 1 ? at : last?.at
    if (!target || known(target)?.marks.length !== 1) {
      return acts.refuse(lessonWords.secondNeedsFirst)
    }
    select(target)
    screen.second?.join(target, last)
  }
  const selectNext = (at: Selected): void => {
    const next = pupils[pupils.findIndex((one) => one.id === at.pupil) + 1]
    if (next) select({ pupil: next.id, column: at.column })
  }

  /** One tap on a name is Н; a second tap on that Н takes it away. Anything else is only chosen, for the panel. */
  const pick = (at: Selected): void => {
    const again = selected?.pupil === at.pupil && selected.column === 'attendance'
    select(at)
    if (at.column !== 'attendance' || !screen.begun) return
    const cell = attendanceCell(lesson, at.pupil)
    if (inConflict(cell)) return screen.openConflict(cellKey(cell))
    const code = attendanceOf(views, lesson, at.pupil)?.code
    const isBlank = valueIn(views, cell) === null
    if (isBlank || (code === 'present' && again)) attendance(at.pupil, { code: 'absent' })
    else if (code === 'absent' && again) attendance(at.pupil, null)
  }

  /** False when nothing will be written, and the person has been told why. */
  const write = (at: Selected, writing: Writing): boolean => {
    const kind = at.column === 'attendance' ? 'attendance' : 'work'
    const made = newValue(kind, known(at), writing, sameCell(screen.second?.at, at))
    if (!made.ok) {
      screen.refuse(made.not)
      return false
    }
    const isAttendance = kind === 'attendance' || writing.kind === 'attendance'
    if (isAttendance) attendance(at.pupil, made.value as Attendance | null)
    else mark(at, made.value as MarkValue | null)
    return true
  }
  const key = (at: Selected, pressed: RegisterKey): void => {
    if (!screen.begun) return screen.refuse({ why: 'notBegun' })
    if (pressed.kind === 'unknown') return screen.refuse({ why: 'noMark', typed: pressed.typed })
    select(at)
    if (pressed.kind !== 'second') write(at, pressed)
    else if (at.column !== 'attendance') second(at)
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
    /** «Точка» goes on and off; with marks beside it the cell below is chosen next. */
    owe: (at: Selected): void => {
      const now = known(at) ?? { marks: [], owed: false }
      if (write(at, { kind: 'owed', off: now.owed }) && now.marks.length > 0) selectNext(at)
    },
    clear: (at: Selected): void => void write(at, { kind: 'clear' }),
  }
}
