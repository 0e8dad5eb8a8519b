// A document becomes entries: one reason for each absence that it covers.
import type { AbsenceReason } from '../../domain/value.ts'
import { sameValue } from '../../domain/value.ts'
import type { CellChange } from '../../store/journal.ts'
import type { KnownAbsence } from '../../store/reading/absences.ts'

/** Absences about whose reason nobody disagrees and where it would change. */
export const toFill = (absences: readonly KnownAbsence[], value: AbsenceReason): KnownAbsence[] =>
  absences.filter(
    ({ reason }) => (reason?.candidates.length ?? 0) === 0 && !sameValue(reason?.value ?? null, value),
  )

export const reasonChanges = (absences: readonly KnownAbsence[], value: AbsenceReason): CellChange[] =>
  absences.map(({ cell, reason }) => ({
    ...{ cell, value },
    saw: reason?.value ?? null,
    follows: reason?.follows ?? [],
  }))
