// All rows of a hub's database as text, table by table, and the way back to them.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/hub/database/tables.ts'

type Rows = { [table: string]: Record<string, unknown>[] }

/** An act that changes nothing may have used up a revision: it counts on, and tells nobody anything. */
const told = (table: string, rows: Rows[string]): Rows[string] =>
  table === 'revision' ? rows.map(({ rev, ...row }) => row) : rows

/** Takes the rows as they are now. */
export const keepRows = async (db: Database) => {
  const any = db as unknown as Kysely<Record<string, Record<string, unknown>>>
  const tables = (await db.introspection.getTables()).map((one) => one.name)
  const read = async (): Promise<Rows> => {
    const rows: Rows = {}
    for (const table of tables) rows[table] = await any.selectFrom(table).selectAll().execute()
    return rows
  }
  const kept = await read()
  const text = (rows: Rows, table: string): string =>
    told(table, rows[table] ?? [])
      .map((row) => JSON.stringify(row))
      .sort()
      .join()
  /** The tables that hold other rows than those kept. */
  const changed = async (): Promise<string[]> => {
    const now = await read()
    return tables.filter((table) => text(now, table) !== text(kept, table))
  }
  const putBack = (names: readonly string[]): Promise<void> =>
    any.transaction().execute(async (trx) => {
      for (const name of names) {
        await sql`delete from ${sql.table(name)}`.execute(trx)
        const rows = kept[name] ?? []
        if (rows.length > 0) await trx.insertInto(name).values(rows).execute()
      }
    })
  return { changed, putBack }
}
