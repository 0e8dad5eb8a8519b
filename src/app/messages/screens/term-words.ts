// A term of two working days (п. 2.9, 3.2) in words: both readings, and whether its year is sure.
import { dueStatus } from '../../../domain/calendar/transfer-due.ts'
import type { School } from '../../../domain/school.ts'
import type { Instant } from '../../../domain/time.ts'
import { unconfirmedSentence } from '../outages.ts'
import { deadline } from '../time.ts'
import { todayOutageWords } from './today/outages.ts'

export interface TermWords {
  /** «чт 26.11 24:00, строго до ср 25.11 24:00» */
  moment: string
  /** A sentence where the term rests on transfers that no decree has confirmed yet. */
  unsure: string | null
}

/** `strict` is left out where both readings agree. */
export const termWords = (
  { due, strict }: { due: Instant; strict: Instant | null },
  school: Pick<School, 'zone' | 'workYears'>,
): TermWords => ({
  moment:
    deadline(due, school.zone) +
    (strict === null || strict === due ? '' : todayOutageWords.strictlyBy(deadline(strict, school.zone))),
  unsure: dueStatus([due], school) === 'unconfirmed' ? unconfirmedSentence : null,
})
