// The unsent queue as a file: another way out of a tablet that can't reach the hub, or won't start tomorrow.
import { type Entry, entryHash, type LogOwner, logKey } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { JournalDatabase } from '../database.ts'
import { readUnsent } from '../outbox-view.ts'
import type { CopyContent } from './copy-lines.ts'

export const queueFormat = 'temporary-journal-queue'

export interface QueueFile {
  format: typeof queueFormat
  version: 1
  exportedAt: Instant
  /** The tablet that wrote it: it may hold logs of others. Absent where only the second copy could be read. */
  device?: string
  /** Oldest first, each with the hash it had when it was written out. */
  entries: readonly { hash: string; entry: Entry }[]
}

export const exportQueue = async (db: JournalDatabase, owner: LogOwner, now: Instant): Promise<QueueFile> => {
  const entries = (await readUnsent(db, owner)).map((entry) => ({ hash: entryHash(entry), entry }))
  return { format: queueFormat, version: 1, exportedAt: now, device: owner.device, entries }
}

/**
 * What the second copy holds unsent, a file for each person: the way out when IndexedDB itself can't be opened. It may
 * hold entries that were sent meanwhile; the hub knows them by their ids.
 */
export const queueFilesOf = (
  copy: CopyContent,
  exportedAt: Instant,
): { person: string; file: QueueFile }[] => {
  const watermarks = new Map(copy.logs.map((one) => [logKey(one.log), one.watermark]))
  const unsent = copy.rows.filter((row) => row.seq > (watermarks.get(row.logKey) ?? 0))
  const people = [...new Set(unsent.map((row) => row.entry.log.person))].sort()
  return people.map((person) => {
    const entries = unsent
      .filter((row) => row.entry.log.person === person)
      .map(({ entry }) => ({ hash: entryHash(entry), entry }))
    return { person, file: { format: queueFormat, version: 1, exportedAt, entries } }
  })
}
