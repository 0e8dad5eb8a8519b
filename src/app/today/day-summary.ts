// What a day's row says of a lesson: who was missing, how many marks, homework, and how far its entries have come.
import { type CellKey, cellKey } from '../../domain/cell.ts'
import { type EntryState, entryStates } from '../../domain/entry-state.ts'
import { type Lesson, pupilsOf } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { CellView } from '../../store/cell-view.ts'
import { valueText } from '../messages/values.ts'

export interface LessonSummary {
  absent: number
  marks: number
  homework: string | null
  topic: string | null
  /** Every pupil of the list has an attendance. */
  marked: boolean
  /** The least advanced state of what stands in the lesson's cells; null when nothing does. */
  state: EntryState | null
  entries: number
  /** The first of its cells that a person has to decide. */
  conflict: CellKey | null
  /** How many of them are no further than `state`. */
  behind: number
}

const isAbsent = ({ value }: CellView): boolean =>
  value !== null && 'code' in value && value.code === 'absent'

const leastAdvanced = (views: readonly CellView[]): EntryState | null => {
  if (views.some((view) => view.state === 'conflict')) return 'conflict'
  return entryStates.find((state) => views.some((view) => view.state === state)) ?? null
}

export const summarize = (
  school: School,
  lesson: Lesson,
  cells: ReadonlyMap<string, CellView>,
): LessonSummary => {
  const views = [...cells.values()]
  const homework = cells.get(cellKey({ kind: 'homework', lesson: lesson.id }))?.value ?? null
  const topic = cells.get(cellKey({ kind: 'topic', lesson: lesson.id }))?.value ?? null
  const pupils = pupilsOf(school, lesson)
  const state = leastAdvanced(views)
  return {
    absent: views.filter(isAbsent).length,
    marks: views.filter((view) => view.cell.kind === 'mark' && view.value !== null).length,
    homework: homework && valueText(homework),
    topic: topic && valueText(topic),
    marked:
      pupils.size > 0 &&
      [...pupils].every(
        (pupil) =>
          (cells.get(cellKey({ kind: 'attendance', lesson: lesson.id, pupil }))?.value ?? null) !== null,
      ),
    state,
    entries: views.length,
    conflict: views.find((view) => view.state === 'conflict')?.key ?? null,
    behind: views.filter((view) => view.state === state).length,
  }
}
