// What became of an outage's term (п. 3.2): whether everything recorded in it was moved over in time.
import type { Instant } from '../time.ts'
import type { OutageTerm } from './outage-term.ts'

export type TermMet = 'noEntries' | 'missed' | 'met' | 'notBegun' | 'goesOn'

/** After this moment an entry came late, by the rule of `lateTransfer`: the first date counts where the term was restarted. */
export const lateAfter = ({ due, firstDue }: Pick<OutageTerm, 'due'> & Partial<OutageTerm>): Instant | null =>
  firstDue ?? due

interface MovedOver {
  entries: number
  late: number
  waiting: number
}

export const termMet = (
  due: Instant | null,
  { entries, late, waiting }: MovedOver,
  now: Instant,
): TermMet => {
  if (entries === 0) return 'noEntries'
  if (late > 0) return 'missed'
  if (waiting === 0) return 'met'
  if (due === null) return 'notBegun'
  return now > due ? 'missed' : 'goesOn'
}
