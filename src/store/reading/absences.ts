// The absences of a pupil in some days as this tablet knows them, with the reasons that stand over them.
import { type Cell, cellKey } from '../../domain/cell.ts'
import type { LogOwner } from '../../domain/entry.ts'
import { type Lesson, lessonsOn, pupilsOf } from '../../domain/lesson.ts'
import type { PupilId, School } from '../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../domain/time.ts'
import { type CellView, readCellsOf } from '../cell-view.ts'
import type { JournalDatabase } from '../database.ts'

export interface KnownAbsence {
  lesson: Lesson
  cell: Extract<Cell, { kind: 'absenceReason' }>
  /** Null while nobody has given a reason. */
  reason: CellView | null
}

/** Longer than any stay away from school in a year. */
const mostDays = 370

const lessonsOfPupil = (school: School, pupil: PupilId, from: SchoolDate, to: SchoolDate): Lesson[] => {
  const found: Lesson[] = []
  for (let day = from, n = 0; day <= to && n < mostDays; day = plusDays(day, 1), n += 1) {
    found.push(...lessonsOn(school, day).filter((lesson) => pupilsOf(school, lesson).has(pupil)))
  }
  return found
}

/** In the order of the lessons; both days included. */
export const readAbsences = async (
  db: JournalDatabase,
  school: School,
  owner: LogOwner,
  pupil: PupilId,
  { from, to }: { from: SchoolDate; to: SchoolDate },
): Promise<KnownAbsence[]> => {
  const lessons = lessonsOfPupil(school, pupil, from, to)
  const ids = lessons.map((one) => one.id)
  const views = await readCellsOf(db, ids, owner)
  return lessons.flatMap((lesson): KnownAbsence[] => {
    const at = views.get(cellKey({ kind: 'attendance', lesson: lesson.id, pupil }))
    if (!at?.value || !('code' in at.value) || at.value.code !== 'absent') return []
    const cell = { kind: 'absenceReason', lesson: lesson.id, pupil } as const
    return [{ lesson, cell, reason: views.get(cellKey(cell)) ?? null }]
  })
}
