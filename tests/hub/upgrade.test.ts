// A filled database of an earlier build is copied, brought to this build's tables, and can go back.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, Migrator, sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { notOpened, upgradeLines } from '../../src/hub/backup/backup-commands.ts'
import { findTool } from '../../src/hub/backup/postgres-tools.ts'
import { restoreBackup } from '../../src/hub/backup/restore-backup.ts'
import { openUpgraded, type UpgradeOutcome } from '../../src/hub/backup/upgrade.ts'
import { first } from '../../src/hub/database/migrations/first.ts'
import { migrationNames, readMigrations } from '../../src/hub/database/migrations.ts'
import { openAsIs, openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const absent = (id: string, pupil: string) => ({
  id,
  cell: { kind: 'attendance', lesson: algebraFirst, pupil } as const,
})
const log = chain([absent('a1', 'p1'), absent('a2', 'p2'), absent('a3', 'p3')])
const ports = { now: () => '2026-11-24T06:00:00.000Z', newId: randomUUID, hold: () => () => {} }

type AnyRow = Record<string, unknown>
const rowsOf = async (db: Database, table: string): Promise<AnyRow[]> =>
  (await sql<AnyRow>`select * from ${sql.table(table)}`.execute(db)).rows
const idsIn = async (db: Database) => (await rowsOf(db, 'entry')).map((row) => row.id).sort()

/** The rows of today's database as the build of the first migration would have kept them. */
const asFirstBuild = async (today: Database, former: Database): Promise<void> => {
  const provider = { getMigrations: async () => ({ '001-first': first }) }
  await new Migrator({ db: former, provider }).migrateToLatest()
  for (const { name, columns } of await former.introspection.getTables()) {
    for (const row of await rowsOf(today, name)) {
      const kept = Object.fromEntries(columns.map((column) => [column.name, row[column.name]]))
      await (former as unknown as Kysely<Record<string, AnyRow>>).insertInto(name).values(kept).execute()
    }
  }
}

describe.each(databases)('an upgrade on $name', ({ name, open, openEmpty, skip }) => {
  const noTools = name === 'PostgreSQL' && (findTool('pg_dump') === null || findTool('pg_restore') === null)
  const test = it.skipIf(skip || noTools)
  const closing: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  /** A database of the first build with two entries, and where its copies would go. */
  const start = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-upgrade-'))
    closing.push(() => rmSync(folder, { recursive: true, force: true }))
    const today = await open()
    const rig = await createHubRig({ db: today.db })
    await (await rig.signIn('algebraist', 'tablet')).client.push(pushOf(log.slice(0, 2)))
    const place = await openEmpty()
    const former = openAsIs(place)
    await asFirstBuild(today.db, former)
    await former.destroy()
    await rig.hub.close()
    await today.drop()
    return { at: { place, folder: join(folder, 'backups') }, folder }
  }
  const opened = (end: UpgradeOutcome) => {
    if (end.kind !== 'ready') throw new Error(notOpened(end))
    closing.push(() => end.db.destroy().catch(() => {}))
    return end
  }
  const look = async <T>(
    at: { place: Parameters<typeof openAsIs>[0] },
    see: (db: Database) => Promise<T>,
  ) => {
    const db = openAsIs(at.place)
    const seen = await see(db)
    await db.destroy()
    return seen
  }

  test('keeps every entry, gives old outages their events, and goes on taking', async () => {
    const { at } = await start()
    const { db, copy } = opened(await openUpgraded(at, ports))
    expect(copy !== null && existsSync(copy)).toBe(true)
    expect(upgradeLines(copy)).toHaveLength(3)
    expect(await readMigrations(db)).toEqual(migrationNames)
    expect(await idsIn(db)).toEqual(['a1', 'a2'])
    const outages = await rowsOf(db, 'outage')
    expect(outages.length).toBeGreaterThan(0)
    const told = new Set((await rowsOf(db, 'outage_event')).map((row) => row.no))
    expect(outages.every((row) => told.has(row.no))).toBe(true)

    const rig = await createHubRig({ db })
    const teacher = await rig.signIn('algebraist', 'tablet')
    const again = await teacher.client.push(pushOf(log))
    expect(again).toMatchObject({ kind: 'ok', value: { lastSeq: 3 } })
    expect(await idsIn(db)).toEqual(['a1', 'a2', 'a3'])
    await rig.hub.close()
  })

  test('goes back by the copy, and a tablet sends again what came after', async () => {
    const { at } = await start()
    const { db, copy } = opened(await openUpgraded(at, ports))
    const rig = await createHubRig({ db })
    await (await rig.signIn('algebraist', 'tablet')).client.push(pushOf(log))
    await rig.hub.close()

    expect(await restoreBackup(at.place, copy ?? '', ports)).toMatchObject({ kind: 'restored', entries: 2 })
    const restored = await openDatabase(at.place, randomUUID)
    const second = await createHubRig({ db: restored })
    const teacher = await second.signIn('algebraist', 'tablet')
    expect(await teacher.client.push(pushOf([], log[0]?.log))).toMatchObject({ value: { lastSeq: 2 } })
    await teacher.client.push(pushOf(log.slice(2)))
    expect(await idsIn(restored)).toEqual(['a1', 'a2', 'a3'])
    await second.hub.close()
  })

  test('the copy is one that the former build can read: its tables alone', async () => {
    const { at } = await start()
    const { copy } = opened(await openUpgraded(at, ports))
    if (at.place.kind === 'postgres') return expect(readdirSync(at.folder)).toHaveLength(1)
    const names = await look({ place: { kind: 'sqlite', file: copy ?? '' } }, readMigrations)
    expect(names).toEqual(['001-first'])
  })

  test('changes nothing while a hub serves, nor without a copy', async () => {
    const { at, folder } = await start()
    const serving = await openUpgraded(at, { ...ports, hold: () => null })
    expect(serving).toEqual({ kind: 'serving' })
    writeFileSync(join(folder, 'blocked'), '')
    const blocked = { ...at, folder: join(folder, 'blocked', 'backups') }
    expect(await openUpgraded(blocked, ports)).toMatchObject({ kind: 'notCopied', end: { kind: 'failed' } })
    expect(await look(at, readMigrations)).toEqual(['001-first'])
    expect(await look(at, idsIn)).toEqual(['a1', 'a2'])
  })

  test('asks for nothing when the data are of this build, and leaves those of a newer one alone', async () => {
    const { at } = await start()
    await opened(await openUpgraded(at, ports)).db.destroy()
    const hold = () => {
      throw new Error('nothing has to be held')
    }
    const { db, copy } = opened(await openUpgraded(at, { ...ports, hold }))
    expect(copy).toBe(null)
    await sql`insert into kysely_migration values ('999-later', '2027-01-01T00:00:00.000Z')`.execute(db)
    await db.destroy()
    expect(await openUpgraded(at, ports)).toEqual({ kind: 'newer' })
    expect(await look(at, idsIn)).toEqual(['a1', 'a2'])
  })
})
