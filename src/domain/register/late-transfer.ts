// By how much what stands in АИС came there after its term (п. 3.2).
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
