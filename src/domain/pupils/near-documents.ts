// Where documents about a day's absences may stand: in reasons of other days, one of a week in Monday's alone (п. 2.9).
import { type Cell, type CellKey, cellKey } from '../cell.ts'
import { lessonsOn } from '../lesson.ts'
import type { ClassId, PupilId, School } from '../school.ts'
import { plusDays, type SchoolDate } from '../time.ts'
import type { CellValue } from '../value.ts'
import { classOfPupil } from './absence.ts'

/** As far as a tablet looks back for what its teacher owes; a document may be kept so long before or after. */
const nearDays = 14

interface Known {
  cell: Cell
  value: CellValue | null
}

/** Who was marked absent, each with the class of that day. */
const absentIn = (school: School, date: SchoolDate, known: readonly Known[]): Map<PupilId, ClassId> => {
  const all = school.classes.map((one) => one.id)
  const absent = new Map<PupilId, ClassId>()
  for (const { cell, value } of known) {
    if (cell.kind !== 'attendance' || value === null || !('code' in value) || value.code !== 'absent')
      continue
    const own = classOfPupil(school, all, cell.pupil, date)
    if (own) absent.set(cell.pupil, own.id)
  }
  return absent
}

/** The reasons of the days around a date, of those who were absent on it by what is `known`. */
export const reasonsNear = (school: School, date: SchoolDate, known: readonly Known[]): CellKey[] => {
  const absent = [...absentIn(school, date, known)]
  if (absent.length === 0) return []
  const days = Array.from({ length: 2 * nearDays + 1 }, (_, at) => plusDays(date, at - nearDays))
  return days
    .flatMap((day) => lessonsOn(school, day))
    .flatMap(({ id, classes }) =>
      absent
        .filter(([, own]) => classes.includes(own))
        .map(([pupil]) => cellKey({ kind: 'absenceReason', lesson: id, pupil })),
    )
}
