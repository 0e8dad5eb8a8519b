// Open conflicts with the value that a clause speaks for, as the teacher's card proposes it, and how the reader may settle each.
import type { BoardConflict } from '../../contract/board-schema.ts'
import { type Cell, lessonOf, pupilOf } from '../../domain/cell.ts'
import { lessonById } from '../../domain/lesson.ts'
import { settling } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { groundFor } from '../../domain/settle/proposal.ts'
import { reportCells } from '../cells/report.ts'
import type { Database } from '../database/tables.ts'
import { placeOf } from './lesson-strips.ts'
import type { Names } from './names.ts'

export const readConflicts = async (
  db: Database,
  school: School,
  names: Names,
  reader: PersonId,
): Promise<BoardConflict[]> => {
  const rows = await db
    .selectFrom('cell')
    .selectAll()
    .where('conflict_opened_at', 'is not', null)
    .orderBy('conflict_opened_at')
    .execute()
  const reports = await reportCells(db, rows)
  return rows.flatMap((row, at): BoardConflict[] => {
    const cell = JSON.parse(row.cell) as Cell
    const report = reports[at]
    if (!report || row.conflict_opened_at === null) return []
    const id = lessonOf(cell)
    const lesson = id === null ? null : lessonById(school, id)
    const pupil = pupilOf(cell)
    const ground = groundFor(school, cell, report.candidates)
    const authors = report.candidates.flatMap((one) => one.entries.map((entry) => entry.author))
    return [
      {
        cell: report,
        lesson: lesson && placeOf(names, lesson),
        pupil: pupil === null ? null : names.pupil(pupil),
        openedAt: row.conflict_opened_at,
        proposal: ground.kind === 'clause' ? { candidate: ground.candidate, clause: ground.clause } : null,
        may: settling(school, reader, cell),
        authors: Object.fromEntries(authors.map((id) => [id, names.person(id)])),
      },
    ]
  })
}
