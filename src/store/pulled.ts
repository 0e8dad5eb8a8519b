// What the hub tells: cells, verdicts on own entries, outages. It never touches the log.
import { lessonOf } from '../domain/cell.ts'
import type { CellReport, OutageReport } from '../domain/cell-report.ts'
import type { Verdict } from '../domain/receipt.ts'
import type { Instant } from '../domain/time.ts'
import type { JournalDatabase } from './database.ts'

export interface PulledChanges {
  serverTime: Instant
  incarnation: string
  rev: number
  reset: boolean
  entries: readonly Verdict[]
  cells: readonly CellReport[]
  outages: readonly OutageReport[]
}

export interface Cursor {
  rev: number
  /** Whose revisions these are; '' before the first pull. */
  incarnation: string
}

const start: Cursor = { rev: 0, incarnation: '' }

export const readCursor = async (db: JournalDatabase): Promise<Cursor> =>
  ((await db.meta.get('cursor'))?.value as Cursor | undefined) ?? start

/** Remembers that the hub has begun another life, for a person to be told. */
export const noteRestored = async (db: JournalDatabase, at: Instant): Promise<void> => {
  await db.meta.put({ name: 'hubRestoredAt', value: at })
}

/** When this tablet last learnt that the hub was restored or replaced, by the hub's clock; null while it never was. */
export const readRestored = async (db: JournalDatabase): Promise<Instant | null> =>
  ((await db.meta.get('hubRestoredAt'))?.value as Instant | undefined) ?? null

/**
 * Takes one answer in one transaction. After a reset everything known of the hub starts anew; receipts of another
 * incarnation say nothing about this one's revisions, so they count as older than any cell it tells.
 */
export const applyPull = (db: JournalDatabase, pulled: PulledChanges): Promise<void> =>
  db.transaction('rw', db.cell, db.verdict, db.outage, db.meta, db.receipt, async () => {
    if (pulled.reset) {
      await db.cell.clear()
      await db.outage.clear()
      await db.receipt.toCollection().modify({ rev: 0 })
      await noteRestored(db, pulled.serverTime)
    }
    await db.cell.bulkPut(pulled.cells.map((report) => ({ ...report, lesson: lessonOf(report.cell) ?? '' })))
    await db.verdict.bulkPut([...pulled.entries])
    await db.outage.bulkPut([...pulled.outages])
    const cursor: Cursor = { rev: pulled.rev, incarnation: pulled.incarnation }
    await db.meta.put({ name: 'cursor', value: cursor })
  })

/** Another person works here now: what the hub told the former one is not theirs to see. The log stays. */
export const forgetPulled = (db: JournalDatabase): Promise<void> =>
  db.transaction('rw', db.cell, db.outage, db.meta, db.reference, async () => {
    await db.cell.clear()
    await db.outage.clear()
    await db.reference.clear()
    await db.meta.delete('cursor')
  })
