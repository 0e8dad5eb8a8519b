// When a document about an absence can be entered: once it was received, and with its days in order (п. 2.9).
import type { SchoolDate } from '../time.ts'
import type { AbsenceDocument, AbsenceDocumentKind, AbsenceReason } from '../value.ts'

/** `receivedAhead`: a document of tomorrow can't have been received today. */
export type DocumentFault = 'receivedAhead' | 'daysTurned'

export const checkDocument = (document: AbsenceDocument, today: SchoolDate): DocumentFault | null => {
  if (document.received > today) return 'receivedAhead'
  return document.from <= document.to ? null : 'daysTurned'
}

/** What a document of a kind usually says; the class teacher may say otherwise. */
export const usualReason: Record<AbsenceDocumentKind, AbsenceReason['reason']> = {
  medical: 'illness',
  guardian: 'excused',
  order: 'excused',
  other: 'excused',
}
