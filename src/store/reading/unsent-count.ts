// How much is unsent, told at a key without reading: what this tab appends is added to what was read last.
import type { LogRow } from '../database.ts'
import type { OutboxSummary } from '../outbox-view.ts'

export const createUnsentCount = (read: () => Promise<OutboxSummary>) => {
  /** Null when it has to be read: only reading tells what the hub or another tab has changed. */
  let known: OutboxSummary | null = null
  let news = 0
  return {
    /** `own`: the rows that this tab has just appended; null after any other change. */
    note: (own: readonly LogRow[] | null): void => {
      news += 1
      known = own &&
        known && {
          unsent: known.unsent + own.length,
          oldestUnsentAt: known.oldestUnsentAt ?? own[0]?.entry.recordedAt ?? null,
        }
    },
    /** Rejects when it has to be read and can't be. */
    now: async (): Promise<OutboxSummary> => {
      if (known) return known
      const before = news
      const found = await read()
      // What has changed meanwhile may be in it or not: it is read once more when somebody asks.
      if (news === before) known = found
      return found
    },
  }
}
