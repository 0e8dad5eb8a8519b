// Documents about absences that stand in reasons of other days (п. 2.9).
import type { Cell } from '../../domain/cell.ts'
import type { Recorded } from '../../domain/findings/finding.ts'
import { documentsIn, type PupilDocument } from '../../domain/pupils/absence.ts'
import { reasonsNear } from '../../domain/pupils/near-documents.ts'
import type { School } from '../../domain/school.ts'
import type { SchoolDate } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'

/** The documents of those absent on a date, as their reasons of the days around it hold them now. */
export const readDocuments = async (
  db: Database,
  school: School,
  date: SchoolDate,
  recorded: readonly Recorded[],
): Promise<readonly PupilDocument[]> => {
  const rows = await inChunks(reasonsNear(school, date, recorded), (some) =>
    db.selectFrom('cell').select(['cell', 'value']).where('key', 'in', some).execute(),
  )
  return documentsIn(
    rows.map((row) => ({ cell: JSON.parse(row.cell) as Cell, value: JSON.parse(row.value) })),
  )
}
