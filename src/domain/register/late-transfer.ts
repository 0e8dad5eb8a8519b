// Whether what was recorded here came to АИС within its term, and by how much it did not (п. 3.2).
import type { Verdict } from '../control/tally.ts'
import { type HubState, isBacklog } from '../entry-state.ts'
import { type Instant, toMs } from '../time.ts'
import type { OutageTerm } from './outage-term.ts'

interface LateTransfer {
  minutes: number
  /** The outage that had moved the term, where only the date that stood first was missed; else null. */
  outage: number | null
}

/** Null where it came in time, or before the term had begun at all. */
export const lateTransfer = (
  { due, firstDue, extendedBy }: Pick<OutageTerm, 'due'> & Partial<OutageTerm>,
  transferredAt: Instant,
): LateTransfer | null => {
  const after = (moment: Instant, outage: number | null): LateTransfer => ({
    ...{ minutes: Math.floor((toMs(transferredAt) - toMs(moment)) / 60_000), outage },
  })
  if (due !== null && transferredAt > due) return after(due, null)
  return firstDue && transferredAt > firstDue ? after(firstDue, extendedBy ?? null) : null
}

export interface MovedEntry {
  state: HubState
  transferredAt: Instant | null
}

/** One word an entry; null for one that is not to be carried: refused, or replaced before it was. `other`: given up. */
export const transferVerdict = (
  term: (Pick<OutageTerm, 'due'> & Partial<OutageTerm>) | undefined,
  { state, transferredAt }: MovedEntry,
  now: Instant,
): Exclude<Verdict, 'unproven'> | null => {
  if (transferredAt !== null) return term && lateTransfer(term, transferredAt) ? 'late' : 'inTime'
  if (state === 'notCarried') return 'other'
  if (!isBacklog(state)) return null
  const due = term?.due ?? null
  return due !== null && now > due ? 'missing' : 'open'
}
