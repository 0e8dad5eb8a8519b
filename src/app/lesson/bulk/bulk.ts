// One value for the whole class: it goes into empty cells alone, and what it leaves is named. Pure.
import type { Cell } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import type { Attendance, CellValue, MarkValue } from '../../../domain/value.ts'
import type { CellChange } from '../../../store/journal.ts'
import {
  attendanceCell,
  type CellViews,
  changeOf,
  valueIn,
  viewOf,
  withWork,
  workKey,
  worksOf,
} from '../lesson-cells.ts'
import type { ListedPupil } from '../pupil-names.ts'

export type BulkPlan =
  /** «Все отсутствуют, кроме…»: the excepted are here, so their blank cells get `present`. */
  | { kind: 'attendance'; value: Attendance; except: ReadonlySet<string> }
  /** The excepted stay as they are. */
  | { kind: 'mark'; work: string; value: MarkValue; except: ReadonlySet<string> }

export const columnOf = (plan: BulkPlan): string => (plan.kind === 'mark' ? plan.work : 'attendance')

export interface Touched {
  pupil: ListedPupil
  value: CellValue
}

export interface Left {
  pupil: ListedPupil
  /** Null for one who was excepted, or whose cell waits for a conflict to be settled. */
  value: CellValue | null
  why: 'recorded' | 'conflict' | 'excepted'
}

export interface Bulk {
  touches: readonly Touched[]
  leaves: readonly Left[]
  /** One act, with the work where its first marks come. */
  changes: readonly CellChange[]
}

const valueFor = (plan: BulkPlan, pupil: string): CellValue | null => {
  if (!plan.except.has(pupil)) return plan.value
  return plan.kind === 'attendance' && plan.value.code === 'absent' ? { code: 'present' } : null
}

export const bulkOf = (
  views: CellViews,
  lesson: Lesson,
  pupils: readonly ListedPupil[],
  plan: BulkPlan,
): Bulk => {
  const work = plan.kind === 'mark' ? worksOf(views).find((one) => workKey(one) === plan.work) : undefined
  const cellOf = (pupil: string): Cell =>
    work ? { kind: 'mark', lesson: lesson.id, pupil, ...work } : attendanceCell(lesson, pupil)
  const touches: Touched[] = []
  const leaves: Left[] = []
  for (const pupil of pupils) {
    const cell = cellOf(pupil.id)
    const recorded = valueIn(views, cell)
    const value = valueFor(plan, pupil.id)
    if (viewOf(views, cell)?.state === 'conflict') leaves.push({ pupil, value: null, why: 'conflict' })
    else if (recorded !== null) leaves.push({ pupil, value: recorded, why: 'recorded' })
    else if (value === null) leaves.push({ pupil, value: null, why: 'excepted' })
    else touches.push({ pupil, value })
  }
  const changes = touches.map(({ pupil, value }) => changeOf(views, cellOf(pupil.id), value))
  const [first, ...rest] = changes
  if (!work || !first) return { touches, leaves, changes }
  return { touches, leaves, changes: [...withWork(views, lesson, work, first), ...rest] }
}
