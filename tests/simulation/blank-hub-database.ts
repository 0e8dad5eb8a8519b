// One SQLite in memory for all schedules of a process, blank before each: making its tables costs more than playing.
import { openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database, Tables } from '../../src/hub/database/tables.ts'

const tables: readonly (keyof Tables)[] = [
  ...(['school_version', 'account', 'session', 'entry', 'cell'] as const),
  ...(['outage', 'outage_event', 'planned_outage', 'intent', 'audit', 'device_report'] as const),
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

export type HubCopy = readonly (readonly [keyof Tables, readonly object[]])[]

export const copyHubDatabase = async (db: Database): Promise<HubCopy> => {
  const copy: [keyof Tables, object[]][] = []
  for (const table of [...tables, 'revision' as const]) {
    copy.push([table, await db.selectFrom(table).selectAll().execute()])
  }
  return copy
}

/** As `hub restore` does: what the copy holds and nothing else, under a new name of its life. */
export const restoreHubDatabase = async (db: Database, copy: HubCopy, incarnation: string): Promise<void> => {
  for (const [table, rows] of copy) {
    await db.deleteFrom(table).execute()
    for (const row of rows)
      await db
        .insertInto(table)
        .values(row as never)
        .execute()
  }
  await db.updateTable('revision').set({ incarnation }).execute()
}
