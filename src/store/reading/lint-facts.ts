// What this tablet knows of a day's lessons for the linter: who recorded what, and documents that stand in other days.
import type { LogOwner } from '../../domain/entry.ts'
import type { LintFacts } from '../../domain/findings/finding.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { documentsIn } from '../../domain/pupils/absence.ts'
import { reasonsNear } from '../../domain/pupils/near-documents.ts'
import type { School } from '../../domain/school.ts'
import { readCells } from '../cell-view.ts'
import type { JournalDatabase } from '../database.ts'
import { readRecorded } from './recorded.ts'

/** `lessons` may be of several dates. */
export const readLintFacts = async (
  db: JournalDatabase,
  school: School,
  lessons: readonly Lesson[],
  owner: LogOwner,
): Promise<Pick<LintFacts, 'recorded' | 'documents'>> => {
  const recorded = await readRecorded(
    db,
    lessons.map((one) => one.id),
    owner,
  )
  const dates = new Set(lessons.map((one) => one.date))
  const keys = new Set([...dates].flatMap((date) => reasonsNear(school, date, recorded)))
  return { recorded, documents: documentsIn((await readCells(db, [...keys], owner)).values()) }
}
