// One SQLite in memory for all schedules of a process, blank before each: making its tables costs more than playing.
import { openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database, Tables } from '../../src/hub/database/tables.ts'

const tables: readonly (keyof Tables)[] = [
  ...(['school_version', 'account', 'session', 'entry', 'cell'] as const),
  ...(['outage', 'intent', 'audit', 'device_report'] as const),
]

let opened: Promise<Database> | null = null

/** The schedule before must have ended. */
export const blankHubDatabase = async (incarnation: string): Promise<Database> => {
  opened ??= openDatabase({ kind: 'sqlite', file: ':memory:' }, () => incarnation)
  const db = await opened
  for (const table of tables) await db.deleteFrom(table).execute()
  await db.updateTable('revision').set({ rev: 0, incarnation }).execute()
  return db
}
