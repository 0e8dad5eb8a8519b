// Opens the hub's database: SQLite in a folder, or PostgreSQL by its address. Both commit to the disk before they answer.
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
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

/** A hub that stops leaves one whole file: what waits beside it is folded in, unless another process still reads it. */
const foldIn = (database: Sqlite.Database): void => {
  try {
    database.pragma('journal_mode = delete')
  } catch {
    // Then that process folds it in, or the next start does.
  }
}

const openSqlite = (file: string): Kysely<Tables> => {
  // Names and marks of a school: nobody else on the machine may read them. What SQLite lays beside takes the same rights.
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const database = new Sqlite(file)
  if (existsSync(file)) chmodSync(file, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('busy_timeout = 5000')
  const statements = keepStatements(database)
  // A full disk ends a transaction by itself: with nothing left to take back, its own error must come through.
  const prepare = (text: string) =>
    statements.prepare(text === 'rollback' && !database.inTransaction ? 'select 1' : text)
  const close = (): void => {
    foldIn(database)
    statements.close()
  }
  return new Kysely({ dialect: new SqliteDialect({ database: { prepare, close } as SqliteDatabase }) })
}

/**
 * `synchronous_commit` is on by the server's default; the hub says it again for its own sessions. One connection always
 * stays: by it a restore sees that a hub is serving.
 */
const openPostgres = (url: string): Kysely<Tables> => {
  const pool = new pg.Pool({ connectionString: url, min: 1, max: 8, options: '-c synchronous_commit=on' })
  // A connection that breaks while it rests would end the process; the next query meets the fault and reports it.
  pool.on('error', () => {})
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}

/** Opens what is there with the tables it has. */
export const openAsIs = (place: DatabasePlace): Database =>
  place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url)

/** False where an SQLite hub has never kept anything. A server is asked when it is reached. */
export const isThere = (place: DatabasePlace): boolean => place.kind !== 'sqlite' || existsSync(place.file)

/** Opens and migrates; throws when the place can't be reached or its tables are newer than this build. */
export const openDatabase = async (place: DatabasePlace, newId: () => string): Promise<Database> => {
  const db = openAsIs(place)
  await migrate(db, newId())
  return db
}
