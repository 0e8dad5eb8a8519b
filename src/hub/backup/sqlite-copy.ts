// A consistent copy of a living SQLite database, looked through before anybody relies on it.
import { sql } from 'kysely'
import Sqlite from 'libsql'
import { openAsIs } from '../database/open-database.ts'
import type { Database } from '../database/tables.ts'
import { type CopyOutcome, countRows, countsFit } from './copy-check.ts'

/** What SQLite itself finds wrong with a file, or null. */
export const findFault = (file: string): string | null => {
  const db = new Sqlite(file)
  try {
    const [row] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
    return row?.integrity_check === 'ok' ? null : (row?.integrity_check ?? 'no answer')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    db.close()
  }
}

/** Copies while a hub may be serving: `vacuum into` reads one snapshot. Throws on a full or broken disk. */
export const copySqlite = async (db: Database, copy: string): Promise<CopyOutcome> => {
  const before = await countRows(db)
  if (before === null) return { kind: 'noDatabase' }
  await sql`vacuum into ${copy}`.execute(db)
  const after = (await countRows(db)) ?? {}
  const fault = findFault(copy)
  if (fault !== null) return { kind: 'unsound', detail: fault }
  const made = openAsIs({ kind: 'sqlite', file: copy })
  try {
    const counts = (await countRows(made)) ?? {}
    return countsFit(before, counts, after)
      ? { kind: 'copied', entries: counts.entry ?? 0 }
      : { kind: 'unsound', detail: 'row counts differ' }
  } finally {
    await made.destroy()
  }
}
