// Both databases the hub can live in: the same tests run on each.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type DatabasePlace, openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database } from '../../src/hub/database/tables.ts'

export interface TestDatabase {
  db: Database
  place: DatabasePlace
  drop(): Promise<void>
}

const emptySqlite = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-hub-'))
  return { kind: 'sqlite', file: join(folder, 'hub.sqlite') } as const
}

export const openSqlite = async (): Promise<TestDatabase> => {
  const place = await emptySqlite()
  const db = await openDatabase(place, randomUUID)
  return { db, place, drop: async () => rmSync(dirname(place.file), { recursive: true, force: true }) }
}

const emptyPostgres = async () => {
  const server = new URL(inject('postgresUrl'))
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server.href })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  server.pathname = `/${name}`
  return { kind: 'postgres', url: server.href } as const
}

const postgres = async (): Promise<TestDatabase> => {
  const place = await emptyPostgres()
  return { db: await openDatabase(place, randomUUID), place, drop: async () => {} }
}

const hasPostgres = inject('postgresUrl') !== ''

/** `openEmpty` names a place where nothing has been kept yet; `skip` says which half is left out because the machine lacks it. */
export const databases = [
  { name: 'SQLite' as const, open: openSqlite, openEmpty: emptySqlite, skip: false },
  { name: 'PostgreSQL' as const, open: postgres, openEmpty: emptyPostgres, skip: !hasPostgres },
]
