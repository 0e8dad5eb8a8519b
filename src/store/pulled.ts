// What the hub tells: cells, verdicts on own entries, outages. It never touches the log.
import { lessonOf } from '../domain/cell.ts'
import type { CellReport, OutageReport } from '../domain/cell-report.ts'
import type { Verdict } from '../domain/receipt.ts'
import type { AnnouncedOutage } from '../domain/register/announced.ts'
import type { School } from '../domain/school.ts'
import type { Instant, SchoolDate } from '../domain/time.ts'
import type { JournalDatabase, UnreadRow } from './database.ts'
import { type Cursor, noteSeen, readCursor } from './reading/cursor.ts'
import { saveReference } from './reference.ts'
import { keepReminders, type ToldReminder } from './reminders.ts'

export interface PulledParts {
  entries: readonly Verdict[]
  cells: readonly CellReport[]
  outages: readonly OutageReport[]
  unread: readonly UnreadRow[]
}

export interface PulledChanges extends PulledParts {
  serverTime: Instant
  incarnation: string
  boot?: string | undefined
  rev: number
  reset: boolean
  /** Every outage announced ahead; absent where the hub says nothing of them. */
  announced?: readonly AnnouncedOutage[]
  /** Every reminder to this person; absent where the hub says nothing of them. */
  reminders?: readonly ToldReminder[]
}

/** Remembers that the hub has begun another life, for a person to be told. */
export const noteRestored = async (db: JournalDatabase, at: Instant): Promise<void> => {
  await db.meta.put({ name: 'hubRestoredAt', value: at })
}

/** When this tablet last learnt that the hub was restored or replaced, by the hub's clock; null while it never was. */
export const readRestored = async (db: JournalDatabase): Promise<Instant | null> =>
  ((await db.meta.get('hubRestoredAt'))?.value as Instant | undefined) ?? null

/** What can be read takes the place of what could not, and the other way round: a stale value is never shown as told. */
const keepParts = async (
  db: JournalDatabase,
  { cells, entries, outages, unread }: PulledParts,
  rev?: number,
): Promise<void> => {
  await db.unread.bulkDelete([
    ...cells.map((report) => `cell ${report.key}`),
    ...entries.map((verdict) => `entry ${verdict.id}`),
    ...outages.map((outage) => `outage ${outage.no}`),
  ])
  await db.cell.bulkPut(cells.map((report) => ({ ...report, lesson: lessonOf(report.cell) ?? '' })))
  await db.verdict.bulkPut(entries.map((verdict) => ({ ...verdict, ...(rev !== undefined && { rev }) })))
  await db.outage.bulkPut([...outages])
  await db.cell.bulkDelete(unread.filter((part) => part.kind === 'cell').map((part) => part.key))
  await db.unread.bulkPut([...unread])
}

/** Parts of former answers, read once more. The cursor stays where it is. */
export const applyReread = (db: JournalDatabase, parts: PulledParts): Promise<void> =>
  db.transaction('rw', db.cell, db.verdict, db.outage, db.unread, async () => keepParts(db, parts))

/** Open conflicts, those of a kind that this build can't show included. */
export const countConflicts = async (db: JournalDatabase): Promise<number> => {
  const unread = await db.unread.filter((part) => part.conflict).count()
  return unread + (await db.cell.where('state').equals('conflict').count())
}

/** Outages announced ahead, as the hub last told them: they stand on a tablet without a network too. */
export const readAnnounced = async (db: JournalDatabase): Promise<readonly AnnouncedOutage[]> =>
  ((await db.meta.get('announced'))?.value as AnnouncedOutage[] | undefined) ?? []

export const readUnread = (db: JournalDatabase): Promise<UnreadRow[]> => db.unread.toArray()

/** Who asked, and from where: an answer is for them alone. */
export interface Asked {
  person: string
  cursor: Cursor
}

const worksHere = async (db: JournalDatabase, person: string): Promise<boolean> =>
  ((await db.meta.get('signedIn'))?.value as { person: string } | undefined)?.person === person

/** Lists of the school as they were told to this person; false when somebody else works here by now. */
export const keepReference = (
  db: JournalDatabase,
  person: string,
  school: School,
  day: SchoolDate,
): Promise<boolean> =>
  db.transaction('rw', db.meta, db.reference, async () => {
    if (!(await worksHere(db, person))) return false
    await saveReference(db, school, day)
    return true
  })

/**
 * Takes one answer in one transaction. After a reset everything known of the hub starts anew. False, and nothing is
 * changed, when another person works here by now or another tab has pulled meanwhile: then the answer is stale.
 */
export const applyPull = (
  db: JournalDatabase,
  pulled: PulledChanges,
  { person, cursor }: Asked,
): Promise<boolean> =>
  db.transaction('rw', [db.cell, db.verdict, db.outage, db.unread, db.meta, db.receipt], async () => {
    const now = await readCursor(db)
    const stale = now.rev !== cursor.rev || now.incarnation !== cursor.incarnation
    if (stale || !(await worksHere(db, person))) return false
    if (pulled.reset) {
      await db.cell.clear()
      await db.outage.clear()
      await db.unread.clear()
      // Of another life's revisions this one's say nothing: all that is known counts as older than what it tells.
      await db.receipt.toCollection().modify({ rev: 0 })
      await db.verdict.toCollection().modify({ rev: 0 })
      await noteRestored(db, pulled.serverTime)
    }
    await keepParts(db, pulled, pulled.rev)
    if (pulled.reminders) await keepReminders(db, pulled.reminders)
    if (pulled.announced) await db.meta.put({ name: 'announced', value: pulled.announced })
    const reached: Cursor = { rev: pulled.rev, incarnation: pulled.incarnation }
    await noteSeen(db, pulled)
    await db.meta.put({ name: 'cursor', value: reached })
    return true
  })

/** Where everything stands that the hub told one person. */
export const pulledTables = (db: JournalDatabase) => [db.cell, db.outage, db.unread, db.meta, db.reference]

/**
 * Another person works here now: what the hub told the former one is not theirs to see. The log stays. Inside a
 * transaction of the caller's over `pulledTables`.
 */
export const forgetPulled = async (db: JournalDatabase): Promise<void> => {
  await db.cell.clear()
  await db.outage.clear()
  await db.unread.clear()
  await db.reference.clear()
  await db.meta.bulkDelete(['cursor', 'announced', 'reminders'])
}
