// The columns of the grid: the last lessons of the subject, then attendance and the works of this one.
import { type Cell, cellKey, type WorkRef } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { AbsenceReason, AisText, Attendance, MarkValue } from '../../domain/value.ts'
import { type CellViews, workKey, worksOf } from '../lesson/lesson-cells.ts'
import { letterOf, markText, workShort } from '../messages/values.ts'

export type GridColumn =
  | { kind: 'past'; lesson: Lesson }
  | { kind: 'attendance' }
  | { kind: 'work'; work: WorkRef }

export type TodayColumn = Exclude<GridColumn, { kind: 'past' }>

export const columnKey = (column: GridColumn): string => {
  switch (column.kind) {
    case 'past':
      return column.lesson.id
    case 'attendance':
      return 'attendance'
    case 'work':
      return workKey(column.work)
  }
}

export const gridColumns = (past: readonly Lesson[], views: CellViews): GridColumn[] => [
  ...past.map((lesson) => ({ kind: 'past', lesson }) as const),
  { kind: 'attendance' },
  ...worksOf(views).map((work) => ({ kind: 'work', work }) as const),
]

export const cellIn = (lesson: Lesson, column: TodayColumn, pupil: string): Cell =>
  column.kind === 'attendance'
    ? { kind: 'attendance', lesson: lesson.id, pupil }
    : { kind: 'mark', lesson: lesson.id, pupil, ...column.work }

/** The school's letters; presence has none here. */
export const attendanceLetters = (
  value: Attendance | AisText | null,
  reason: AbsenceReason | null,
): string => {
  if (value !== null && 'aisText' in value) return value.aisText
  if (value === null || value.code === 'present') return ''
  return letterOf(value.code === 'absent' && reason ? reason.reason : value.code)
}

/** One former lesson of one pupil: attendance and marks together, as a paper register has them. */
export const pastText = (views: CellViews, lesson: Lesson, pupil: string): string => {
  const of = (kind: 'attendance' | 'absenceReason') =>
    views.get(cellKey({ kind, lesson: lesson.id, pupil }))?.value ?? null
  const marks = worksIn(views, lesson).flatMap((work) => {
    const value = views.get(cellKey({ kind: 'mark', lesson: lesson.id, pupil, ...work }))?.value
    return value ? [markText(value as MarkValue | AisText)] : []
  })
  const letters = attendanceLetters(
    of('attendance') as Attendance | AisText | null,
    of('absenceReason') as AbsenceReason,
  )
  return [letters, ...marks].filter(Boolean).join(' ')
}

/** Works of a former lesson that a mark or a record of the work speaks of. */
export const worksIn = (views: CellViews, lesson: Lesson): WorkRef[] => {
  const works = new Map<string, WorkRef>()
  for (const { cell, value } of views.values()) {
    if (value === null || (cell.kind !== 'work' && cell.kind !== 'mark') || cell.lesson !== lesson.id)
      continue
    works.set(workKey(cell), { workType: cell.workType, n: cell.n })
  }
  return [...works.values()]
}

/** «контр.», «ответ +1» */
export const pastHeading = (works: readonly WorkRef[]): string => {
  const [first, ...others] = works
  if (!first) return ''
  return `${workShort[first.workType]}${others.length > 0 ? ` +${others.length}` : ''}`
}
