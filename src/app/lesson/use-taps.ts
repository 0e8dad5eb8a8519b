// What a tap or a key on the register means.
import { type Cell, cellKey } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { AbsenceReason, Attendance, Mark, MarkValue } from '../../domain/value.ts'
import { valueText } from '../messages/values.ts'
import {
  attendanceCell,
  attendanceOf,
  type CellViews,
  changeOf,
  viewOf,
  withWork,
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
  /** Before the lesson has begun nothing that happens in it is recorded (п. 2.5). */
  begun: boolean
}

export const tapsOf = (screen: Screen) => {
  const { lesson, views, pupils, acts, selected, select } = screen
  const nameOf = (id: string): string => pupils.find((one) => one.id === id)?.name ?? ''
  const inConflict = (cell: Cell): boolean => viewOf(views, cell)?.state === 'conflict'

  const attendance = (pupil: string, value: Attendance | null): void => {
    const cell = attendanceCell(lesson, pupil)
    if (inConflict(cell)) return screen.openConflict(cellKey(cell))
    void acts.act([changeOf(views, cell, value)], `${nameOf(pupil)}: ${valueText(value)}`)
  }
  const reason = (pupil: string, given: AbsenceReason['reason'] | null): void => {
    const cell: Cell = { kind: 'absenceReason', lesson: lesson.id, pupil }
    if (inConflict(cell)) return screen.openConflict(cellKey(cell))
    const value = given && { reason: given }
    void acts.act([changeOf(views, cell, value)], `${nameOf(pupil)}, причина: ${valueText(value)}`)
  }
  const mark = (at: Selected, value: MarkValue | null): void => {
    const work = worksOf(views).find((one) => workKey(one) === at.column)
    if (!work) return
    const cell: Cell = { kind: 'mark', lesson: lesson.id, pupil: at.pupil, ...work }
    if (inConflict(cell)) return screen.openConflict(cellKey(cell))
    const changes = withWork(views, lesson, work, changeOf(views, cell, value))
    void acts.act(changes, `${nameOf(at.pupil)}, отметка: ${valueText(value)}`)
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
    if (code === undefined || (code === 'present' && again)) attendance(at.pupil, { code: 'absent' })
    else if (code === 'absent' && again) attendance(at.pupil, null)
  }

  const key = (at: Selected, pressed: RegisterKey): void => {
    if (!screen.begun) return
    select(at)
    if (at.column === 'attendance') {
      if (pressed === 'absent') attendance(at.pupil, { code: 'absent' })
      if (pressed === 'late') attendance(at.pupil, { code: 'late', minutes: 5 })
      if (pressed === 'exempt') attendance(at.pupil, { code: 'exempt' })
      if (pressed === 'clear') attendance(at.pupil, null)
    } else if (pressed === 'clear') mark(at, null)
    else if (/^[2-5]$/.test(pressed)) mark(at, { marks: [pressed as Mark], owed: false })
  }

  return {
    pick,
    key,
    attendance,
    reason,
    /** A mark from the panel; the cell below is chosen next. */
    mark: (at: Selected, value: MarkValue | null): void => {
      mark(at, value)
      if (value !== null && value.marks.length > 0) selectNext(at)
    },
  }
}
