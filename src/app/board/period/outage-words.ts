// One outage of a period in words, for the screen, for paper and for a file alike.
import type { PeriodAnswer, PeriodOutage } from '../../../contract/period-schema.ts'
import { movedTermWords, scopeWords } from '../../messages/outages.ts'
import { boardListWords } from '../../messages/screens/board/lists.ts'
import { periodWords } from '../../messages/screens/board/period.ts'
import { printedWords } from '../../messages/screens/board/printed.ts'
import { dateAndTime, deadline, span } from '../../messages/time.ts'

export const outageHead = [
  ...[periodWords.outageHead, periodWords.lasted, periodWords.whom, periodWords.entries],
  ...[periodWords.movedInTime, periodWords.movedLate, periodWords.waits, periodWords.dueHead],
  periodWords.term,
] as const

/** A cell for each head. */
export const outageCells = (
  { outage, entries, inTime, late, waiting, term }: PeriodOutage,
  { zone, serverTime, people }: PeriodAnswer,
): (string | number)[] => {
  const { no, scope, openedAt, restoredAt, due } = outage
  const until = restoredAt === null ? printedWords.lasts : dateAndTime(restoredAt, zone)
  const teachers = Object.entries(people).map(([id, name]) => ({ id, name }))
  return [
    `№ ${no}, ${dateAndTime(openedAt, zone)} – ${until}`,
    span(Date.parse(restoredAt ?? serverTime) - Date.parse(openedAt)),
    scopeWords(scope, teachers),
    ...[entries, inTime, late, waiting],
    `${due === null ? boardListWords.notBegun : deadline(due, zone)}${movedTermWords(outage, zone)}`,
    periodWords.termOf(term),
  ]
}
