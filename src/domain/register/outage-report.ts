// An outage with its term as of now, as people are told of it.
import type { WorkTerms } from '../calendar/transfer-due.ts'
import type { OutageReport } from '../cell-report.ts'
import type { Outage } from '../outage.ts'
import type { Instant } from '../time.ts'
import { termOf } from './outage-term.ts'

/** `register` holds at least whatever began inside its term. */
export const reportOf = (
  outage: Outage,
  register: readonly Outage[],
  school: WorkTerms,
  now: Instant,
): OutageReport => {
  const { due, strict, firstDue, extendedBy } = termOf(outage, register, school, now)
  return {
    ...{ no: outage.no, scope: outage.scope, openedAt: outage.openedAt },
    ...{ restoredAt: outage.restoredAt, closedAt: outage.closedAt, due, strict },
    ...(firstDue === null ? {} : { firstDue }),
    ...(extendedBy === null ? {} : { extendedBy }),
    ...(outage.confirmedAt === null ? {} : { confirmedAt: outage.confirmedAt }),
  }
}
