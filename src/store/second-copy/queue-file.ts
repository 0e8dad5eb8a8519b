// The unsent queue as a file: another way out of a tablet that can't reach the hub, or won't start tomorrow.

import { cellKey, lessonOf } from '../../domain/cell.ts'
import { type Entry, entryHash, type LogId, type LogOwner, logKey } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { JournalDatabase, LogRow } from '../database.ts'
import { emptyHead, rowsAbove } from '../logs.ts'
import { readUnsent } from '../outbox-view.ts'
import type { CopyContent } from './copy-lines.ts'

export const queueFormat = 'temporary-journal-queue'

export interface QueueFile {
  format: typeof queueFormat
  version: 1
  exportedAt: Instant
  /** Oldest first, each with the hash it had when it was written out. */
  entries: readonly { hash: string; entry: Entry }[]
}

export const exportQueue = async (db: JournalDatabase, owner: LogOwner, now: Instant): Promise<QueueFile> => {
  const entries = (await readUnsent(db, owner)).map((entry) => ({ hash: entryHash(entry), entry }))
  return { format: queueFormat, version: 1, exportedAt: now, entries }
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

export type ImportOutcome =
  | { kind: 'imported'; added: number; known: number }
  /** Nothing was changed. `altered` counts entries that are not what was written out. */
  | { kind: 'refused'; why: 'notAQueue' | 'otherVersion' | 'altered' | 'otherPerson'; altered: number }

const refuse = (
  why: 'notAQueue' | 'otherVersion' | 'altered' | 'otherPerson',
  altered = 0,
): ImportOutcome => ({
  kind: 'refused',
  why,
  altered,
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Enough of an entry to have a place in a log; the rest the hub judges. */
const isPlaced = (value: unknown): value is Entry => {
  if (!isObject(value) || !isObject(value.log) || !isObject(value.cell)) return false
  const { device, person, epoch } = value.log
  const named = typeof value.id === 'string' && typeof device === 'string' && typeof person === 'string'
  const { kind, lesson } = value.cell
  const cell = typeof kind === 'string' && (lesson === undefined || typeof lesson === 'string')
  return named && cell && Number.isInteger(epoch) && Number.isInteger(value.seq) && Number(value.seq) > 0
}

const rowOf = (entry: Entry): LogRow => ({
  logKey: logKey(entry.log),
  seq: entry.seq,
  id: entry.id,
  cellKey: cellKey(entry.cell),
  lesson: lessonOf(entry.cell) ?? '',
  act: `file-${entry.id}`,
  undoes: null,
  entry,
})

/** Adds what is not here yet; the same file twice adds nothing. */
const add = (db: JournalDatabase, entries: readonly Entry[]): Promise<ImportOutcome> =>
  db.transaction('rw', db.log, db.logHead, async () => {
    const known = new Set(
      (
        await db.log
          .where('id')
          .anyOf(entries.map((entry) => entry.id))
          .toArray()
      ).map((row) => row.id),
    )
    const fresh = entries.filter((entry) => !known.has(entry.id)).map(rowOf)
    const places = await db.log.bulkGet(fresh.map((row): [string, number] => [row.logKey, row.seq]))
    const free = fresh.filter((_, at) => places[at] === undefined)
    await db.log.bulkAdd(free)
    const logs = new Map<string, LogId>(free.map((row) => [row.logKey, row.entry.log]))
    for (const [key, log] of logs) {
      const rows = await rowsAbove(db, key, 0).toArray()
      const first = rows[0]?.seq ?? 1
      // Entries before the file's first were the hub's already when it was written out.
      const head = (await db.logHead.get(key)) ?? { ...emptyHead(log, log.epoch), watermark: first - 1 }
      const lastSeq = Math.max(head.lastSeq, rows.at(-1)?.seq ?? 0)
      await db.logHead.put({ ...head, lastSeq, absent: lastSeq - rows.length })
    }
    return { kind: 'imported', added: free.length, known: entries.length - free.length }
  })

/** Takes a file of this person's entries, whichever tablet wrote it. Refuses it whole when anything is wrong with it. */
export const importQueue = async (
  db: JournalDatabase,
  person: string,
  text: string,
): Promise<ImportOutcome> => {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return refuse('notAQueue')
  }
  if (!isObject(file) || file.format !== queueFormat || !Array.isArray(file.entries))
    return refuse('notAQueue')
  if (file.version !== 1) return refuse('otherVersion')
  const lines: unknown[] = file.entries
  const whole = lines.filter(
    (line): line is { hash: string; entry: Entry } =>
      isObject(line) && isPlaced(line.entry) && entryHash(line.entry) === line.hash,
  )
  if (whole.length < lines.length) return refuse('altered', lines.length - whole.length)
  const entries = whole.map((line) => line.entry)
  if (entries.some((entry) => entry.log.person !== person)) return refuse('otherPerson')
  return add(db, entries)
}
