// The second copy of a tablet beside its database: a text in memory that outlives every tab and the database itself.
import { toInstant } from '../../src/domain/time.ts'
import type { JournalDatabase, LogHead, LogRow } from '../../src/store/database.ts'
import { headLines, rowLines, type SecondCopy } from '../../src/store/second-copy/copy-lines.ts'
import { summarizeForCopy } from '../../src/store/second-copy/copy-summary.ts'
import type { Incident } from '../../src/store/second-copy/incident.ts'
import { checkMemory } from '../../src/store/second-copy/memory-check.ts'

export const createMemoryCopy = () => {
  let text = ''
  const file: SecondCopy = {
    append: async (more) => {
      text += more
    },
    read: async () => text,
    readAll: async () => text,
    replace: async (whole) => {
      text = whole
    },
  }
  return {
    keep: (rows: readonly LogRow[], head?: LogHead): void => {
      text += headLines(head ? [head] : []) + rowLines(rows)
    },
    /** As the app does when a tab comes up: what is missing comes back, and the copy holds what waits. */
    comeUp: async (db: JournalDatabase, device: string, nowMs: number): Promise<Incident | null> => {
      const incident = await checkMemory(db, file, toInstant(nowMs))
      await file.replace(await summarizeForCopy(db, device))
      return incident
    },
  }
}

export type MemoryCopy = ReturnType<typeof createMemoryCopy>
