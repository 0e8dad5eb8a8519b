// Opens the hub's database: SQLite in a folder, or PostgreSQL by its address. Both commit to the disk before they answer.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely'
import Sqlite from 'libsql'
import pg from 'pg'
import { migrate } from './migrations.ts'
import { keepStatements } from './statements.ts'
import type { Database, Tables } from './tables.ts'

export type DatabasePlace = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

export const placeOf = (dataDir: string, databaseUrl: string | undefined): DatabasePlace =>
  databaseUrl ? { kind: 'postgres', url: databaseUrl } : { kind: 'sqlite', file: join(dataDir, 'hub.sqlite') }

const openSqlite = (file: string): Kysely<Tables> => {
  mkdirSync(join(file, '..'), { recursive: true })
  const database = new Sqlite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('busy_timeout = 5000')
  return new Kysely({ dialect: new SqliteDialect({ database: keepStatements(database) as SqliteDatabase }) })
}

/** `synchronous_commit` is on by the server's default; the hub says it again for its own sessions. */
const openPostgres = (url: string): Kysely<Tables> => {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: '-c synchronous_commit=on' })
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}

/** Opens and migrates; throws when the place can't be reached or its tables are newer than this build. */
export const openDatabase = async (place: DatabasePlace, newId: () => string): Promise<Database> => {
  const db = place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url)
  await migrate(db, newId())
  return db
}
