// Absences and the documents over them (п. 2.9): what a document covers, and whose class teacher it concerns.
import type { Cell } from '../cell.ts'
import type { ClassId, PupilId, School, SchoolClass } from '../school.ts'
import { indexOf } from '../school-index.ts'
import type { SchoolDate } from '../time.ts'
import type { AbsenceDocument, AbsenceReason, CellValue } from '../value.ts'

export interface PupilDocument {
  pupil: PupilId
  document: AbsenceDocument
}

const asReason = (value: CellValue | null): AbsenceReason | null =>
  value !== null && 'reason' in value ? value : null

/** The day the document of a reason was received, or null where no document is named. */
export const receivedOn = (value: CellValue | null): SchoolDate | null => {
  const reason = asReason(value)
  return reason?.document?.received ?? reason?.documentReceived ?? null
}

/** The documents named in these cells: one that covers several days stands in one cell at least. */
export const documentsIn = (
  cells: Iterable<{ cell: Cell; value: CellValue | null }>,
): readonly PupilDocument[] => {
  const found = new Map<string, PupilDocument>()
  for (const { cell, value } of cells) {
    const document = asReason(value)?.document
    if (cell.kind !== 'absenceReason' || !document) continue
    found.set(`${cell.pupil} ${document.from} ${document.to} ${document.received}`, {
      pupil: cell.pupil,
      document,
    })
  }
  return [...found.values()]
}

/** When the document that covers a pupil's date was received; of several, the first. Null where none covers it. */
export const documentFor = (
  documents: readonly PupilDocument[],
  pupil: PupilId,
  date: SchoolDate,
): SchoolDate | null =>
  documents
    .filter((one) => one.pupil === pupil && one.document.from <= date && date <= one.document.to)
    .map((one) => one.document.received)
    .reduce<SchoolDate | null>((first, one) => (first === null || one < first ? one : first), null)

/** Of the classes of a lesson, the one in which the pupil stays on the date. */
export const classOfPupil = (
  school: School,
  classes: readonly ClassId[],
  pupil: PupilId,
  date: SchoolDate,
): SchoolClass | null => {
  const stay = school.enrolments.find(
    (one) =>
      one.pupil === pupil &&
      classes.includes(one.schoolClass) &&
      one.from <= date &&
      (one.to === null || date <= one.to),
  )
  return indexOf(school).classes.get(stay?.schoolClass ?? '') ?? null
}
