// Documents about absences that stand in reasons of other days (п. 2.9): one of a week may be kept in Monday's alone.
import { type Cell, cellKey } from '../../domain/cell.ts'
import type { Recorded } from '../../domain/findings/finding.ts'
import { lessonsOn } from '../../domain/lesson.ts'
import { classOfPupil, documentsIn, type PupilDocument } from '../../domain/pupils/absence.ts'
import type { ClassId, PupilId, School } from '../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'

/** As far as a tablet looks back for what its teacher owes; a document may be kept so long before or after. */
const nearDays = 14

/** Who was marked absent, each with the class of that day. */
const absentIn = (school: School, date: SchoolDate, recorded: readonly Recorded[]): Map<PupilId, ClassId> => {
  const all = school.classes.map((one) => one.id)
  const absent = new Map<PupilId, ClassId>()
  for (const { cell, value } of recorded) {
    if (cell.kind !== 'attendance' || value === null || !('code' in value) || value.code !== 'absent')
      continue
    const own = classOfPupil(school, all, cell.pupil, date)
    if (own) absent.set(cell.pupil, own.id)
  }
  return absent
}

/** The documents of those absent on a date, as their reasons of the days around it hold them now. */
export const readDocuments = async (
  db: Database,
  school: School,
  date: SchoolDate,
  recorded: readonly Recorded[],
): Promise<readonly PupilDocument[]> => {
  const absent = [...absentIn(school, date, recorded)]
  if (absent.length === 0) return []
  const days = Array.from({ length: 2 * nearDays + 1 }, (_, at) => plusDays(date, at - nearDays))
  const keys = days
    .flatMap((day) => lessonsOn(school, day))
    .flatMap(({ id, classes }) =>
      absent
        .filter(([, own]) => classes.includes(own))
        .map(([pupil]) => cellKey({ kind: 'absenceReason', lesson: id, pupil })),
    )
  const rows = await inChunks(keys, (some) =>
    db.selectFrom('cell').select(['cell', 'value']).where('key', 'in', some).execute(),
  )
  return documentsIn(
    rows.map((row) => ({ cell: JSON.parse(row.cell) as Cell, value: JSON.parse(row.value) })),
  )
}
