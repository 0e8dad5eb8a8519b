// How far this tablet knows the hub: up to where it has the changes, and the newest revision it was told of at all, by
// which a hub learns that its own data are older.
import type { JournalDatabase } from '../database.ts'

export interface Cursor {
  rev: number
  /** Whose revisions these are; '' before the first pull. */
  incarnation: string
}

const start: Cursor = { rev: 0, incarnation: '' }

export const readCursor = async (db: JournalDatabase): Promise<Cursor> =>
  ((await db.meta.get('cursor'))?.value as Cursor | undefined) ?? start

/** The newest revision that this tablet has been told, by a pull or with receipts. */
export interface SeenOfHub {
  rev: number
  incarnation: string
  /** Which start of the hub told it; none from a hub of before. */
  boot?: string | undefined
}

/** Null before the first answer. */
export const readSeen = async (db: JournalDatabase): Promise<SeenOfHub | null> => {
  const seen = (await db.meta.get('seen'))?.value as SeenOfHub | undefined
  const cursor = await readCursor(db)
  // A former build moves the cursor alone.
  const isBehind = seen?.incarnation === cursor.incarnation && seen.rev < cursor.rev
  if (seen && !isBehind) return seen
  return cursor.incarnation === '' ? null : cursor
}

/** Inside a transaction over `meta`. Within a life only more is noted: an answer that comes late takes no proof away. */
export const noteSeen = async (db: JournalDatabase, told: SeenOfHub): Promise<void> => {
  const seen = await readSeen(db)
  if (seen?.incarnation === told.incarnation && seen.rev >= told.rev) return
  const { rev, incarnation, boot } = told
  await db.meta.put({ name: 'seen', value: { rev, incarnation, ...(boot !== undefined && { boot }) } })
}
