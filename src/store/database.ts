// The device's memory: its tables and how it is opened. Nothing here is ever cleared by the app itself.
import { Dexie, type Table } from 'dexie'
import type { CellKey, LessonId } from '../domain/cell.ts'
import type { CellReport, OutageReport } from '../domain/cell-report.ts'
import type { Entry, EntryId, LogId } from '../domain/entry.ts'
import type { Verdict } from '../domain/receipt.ts'
import type { School } from '../domain/school.ts'
import type { Instant, SchoolDate } from '../domain/time.ts'
import type { CellValue } from '../domain/value.ts'
import { patientFactory } from './patient-factory.ts'

/** One tap or one «Урок отмечен»: what is undone together. */
export type ActId = string

export interface LogRow {
  logKey: string
  seq: number
  id: EntryId
  cellKey: CellKey
  /** '' for a cell of no lesson: IndexedDB indexes no null. */
  lesson: LessonId
  act: ActId
  /** The act that this one takes back. */
  undoes: ActId | null
  entry: Entry
}

export interface LogHead {
  logKey: string
  log: LogId
  lastSeq: number
  /** The highest `seq` below which every entry has a receipt. */
  watermark: number
  /**
   * Entries below `lastSeq` that are not here: moved to another epoch, kept by the hub alone after a rebuild, or told of
   * as lost.
   */
  absent?: number
  /** Which life of the hub's database gave the receipts; none before the first answer. */
  incarnation?: string
}

/** A run of entries that one answer of the hub gave receipts for, and the hub's revision then. */
export interface ReceiptRow {
  id?: number
  logKey: string
  fromSeq: number
  toSeq: number
  rev: number
  at: Instant
}

export interface VerdictRow extends Verdict {
  /** The hub's revision at which it was told: an older answer says nothing of it. */
  rev?: number
}

export interface CellRow extends CellReport {
  lesson: LessonId
}

/** Told by a hub that is newer than this build: kept as it came until a build can read it. */
export interface UnreadRow {
  id: string
  kind: 'cell' | 'entry' | 'outage'
  key: string
  conflict: boolean
  raw: string
}

/** What the screen showed of a cell: what an entry may say it has seen, and what it follows. */
export interface Seen {
  saw: CellValue | null
  follows: readonly EntryId[]
}

export interface DraftRow {
  key: string
  text: string
  /** Of the cell that the text is meant for, when the typing began. */
  seen?: Seen
}

export interface MetaRow {
  name: string
  value: unknown
}

export type JournalDatabase = Dexie & {
  log: Table<LogRow, [string, number]>
  logHead: Table<LogHead, string>
  receipt: Table<ReceiptRow, number>
  verdict: Table<VerdictRow, EntryId>
  cell: Table<CellRow, CellKey>
  outage: Table<OutageReport, number>
  unread: Table<UnreadRow, string>
  /** Kept by a former build it has no day, and is asked for again. */
  reference: Table<{ id: 'school'; school: School; day?: SchoolDate }, string>
  draft: Table<DraftRow, string>
  meta: Table<MetaRow, string>
}

export interface OpenOptions {
  name?: string
  indexedDB?: IDBFactory
  IDBKeyRange?: typeof globalThis.IDBKeyRange
}

/** The tables and indexes of each version, the oldest first. An upgrade only adds. */
export const journalVersions: readonly Readonly<Record<string, string>>[] = [
  {
    log: '[logKey+seq], &id, cellKey, lesson, [logKey+act]',
    logHead: 'logKey',
    receipt: '++id, logKey',
    verdict: 'id, state',
    cell: 'key, lesson, state',
    outage: 'no',
    reference: 'id',
    draft: 'key',
    meta: 'name',
  },
  { unread: 'id' },
  { receipt: '++id, logKey, [logKey+toSeq]' },
]

/** Opens the journal with strict durability: a commit has reached the disk, or it is no commit. */
export const openJournalDatabase = ({
  name = 'temporary-journal',
  indexedDB = globalThis.indexedDB,
  ...engine
}: OpenOptions = {}): JournalDatabase => {
  const db = new Dexie(name, {
    ...engine,
    indexedDB: patientFactory(indexedDB),
    chromeTransactionDurability: 'strict',
    // What a screen shows is read from the disk, each time: no copy in memory stands between.
    cache: 'disabled',
  }) as JournalDatabase
  // Switched off it would still watch every transaction that writes.
  db.unuse({ stack: 'dbcore', name: 'Cache' })
  for (const [at, tables] of journalVersions.entries()) db.version(at + 1).stores(tables)
  // A newer tab wants to upgrade: this one stops writing rather than write into a schema it does not know.
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    return false
  })
  return db
}
