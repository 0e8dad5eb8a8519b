// The hub's tables as its own migrations make them, read once from an empty SQLite: the twin can't fall behind them.
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import Sqlite from 'libsql'
import { migrate } from '../../../../src/hub/database/migrations.ts'
import type { Tables } from '../../../../src/hub/database/tables.ts'

export type TableName = keyof Tables

export interface TableSchema {
  name: TableName
  columns: readonly string[]
  /** Columns that refuse null. */
  required: readonly string[]
  /** Lists of columns of which no two rows have the same values; the primary key is the first. */
  unique: readonly (readonly string[])[]
  /** Reads a column, under its own name or after the table's. */
  readers: ReadonlyMap<string, ColumnReader>
}

export type Cellular = string | number | null
export type Row = Readonly<Record<string, Cellular>>
export type ColumnReader = (row: Row) => Cellular

interface ColumnInfo {
  name: string
  notnull: number
  pk: number
}

const isOwn = (name: string): boolean => !name.startsWith('kysely_') && !name.startsWith('sqlite_')

const readersOf = (table: string, columns: readonly string[]): TableSchema['readers'] =>
  new Map(
    columns.flatMap((name) => {
      const read: ColumnReader = (row) => row[name] as Cellular
      return [[name, read] as const, [`${table}.${name}`, read] as const]
    }),
  )

const readTable = (database: Sqlite.Database, name: string): TableSchema => {
  const ask = <Row>(pragma: string): Row[] => database.prepare(`pragma ${pragma}`).all() as Row[]
  const infos = ask<ColumnInfo>(`table_info(${name})`)
  const columns = infos.map((one) => one.name)
  const key = infos.filter((one) => one.pk > 0).sort((a, b) => a.pk - b.pk)
  const others = ask<{ name: string; unique: number; origin: string }>(`index_list(${name})`)
    .filter((index) => index.unique === 1 && index.origin !== 'pk')
    .map((index) => ask<{ name: string }>(`index_info(${index.name})`).map((column) => column.name))
  return {
    name: name as TableName,
    columns,
    required: infos.filter((one) => one.notnull === 1 || one.pk > 0).map((one) => one.name),
    unique: [key.map((one) => one.name), ...others],
    readers: readersOf(name, columns),
  }
}

export const readHubSchema = async (): Promise<TableSchema[]> => {
  const database = new Sqlite(':memory:')
  const dialect = new SqliteDialect({ database: database as unknown as SqliteDatabase })
  const db = new Kysely<Tables>({ dialect })
  await migrate(db, '')
  const names = database.prepare("select name from sqlite_master where type = 'table'").all() as {
    name: string
  }[]
  const schema = names.filter(({ name }) => isOwn(name)).map(({ name }) => readTable(database, name))
  await db.destroy()
  return schema
}
