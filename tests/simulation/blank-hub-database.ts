// The hub's database, blank before each schedule: the twin in memory, or SQLite in a file of its own folder.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database, Tables } from '../../src/hub/database/tables.ts'
import type { Doubles } from './doubles.ts'
import { readHubSchema, type TableName, type TableSchema } from './twins/hub/hub-schema.ts'
import { createMemoryHub } from './twins/hub/memory-hub.ts'

let schema: Promise<TableSchema[]> | null = null
let opened: Promise<Database> | null = null

const openFile = (): Promise<Database> => {
  const folder = mkdtempSync(join(tmpdir(), 'simulated-hub-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return openDatabase({ kind: 'sqlite', file: join(folder, 'hub.sqlite') }, () => '')
}

const tableNames = async (): Promise<TableName[]> => {
  schema ??= readHubSchema()
  return (await schema).map((table) => table.name)
}

/** One file serves all schedules of a process: making its tables takes longer than playing. The one before must have ended. */
const blankFile = async (): Promise<Database> => {
  opened ??= openFile()
  const db = await opened
  const tables = await tableNames()
  await db.transaction().execute(async (trx) => {
    for (const table of tables) await trx.deleteFrom(table).execute()
  })
  return db
}

export const blankHubDatabase = async (doubles: Doubles, incarnation: string): Promise<Database> => {
  schema ??= readHubSchema()
  const db = doubles === 'fast' ? createMemoryHub(await schema) : await blankFile()
  await db.insertInto('revision').values({ id: 1, rev: 0, incarnation }).execute()
  return db
}

export type HubCopy = readonly (readonly [keyof Tables, readonly object[]])[]

export const copyHubDatabase = async (db: Database): Promise<HubCopy> => {
  const copy: [keyof Tables, object[]][] = []
  for (const table of await tableNames()) copy.push([table, await db.selectFrom(table).selectAll().execute()])
  return copy
}

/** What the copy holds and nothing else, with the name of its life too. No hub works meanwhile. */
export const putBackHubDatabase = (db: Database, copy: HubCopy): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (const [table, rows] of copy) {
      await trx.deleteFrom(table).execute()
      for (const row of rows)
        await trx
          .insertInto(table)
          .values(row as never)
          .execute()
    }
  })
