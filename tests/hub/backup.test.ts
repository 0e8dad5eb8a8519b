// Backups on both databases: checked before they are called done, and a restore that either comes off or changes nothing.
import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupCommand, restoreCommand } from '../../src/hub/backup/backup-commands.ts'
import { findTool } from '../../src/hub/backup/postgres-tools.ts'
import { restoreBackup } from '../../src/hub/backup/restore-backup.ts'
import { holdFolder } from '../../src/hub/backup/serving-lock.ts'
import { takeBackup } from '../../src/hub/backup/take-backup.ts'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { makeEntry } from '../domain/entries.ts'
import { databases, type TestDatabase } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const ports = { now: () => '2026-11-24T06:00:00.000Z', newId: randomUUID }
const idsIn = async (db: Database) =>
  (await db.selectFrom('entry').select('id').orderBy('id').execute()).map((row) => row.id)
const incarnationOf = async (db: Database) =>
  (await db.selectFrom('revision').select('incarnation').executeTakeFirstOrThrow()).incarnation

describe.each(databases)('a backup on $name', ({ name, open, skip }) => {
  const noTools = name === 'PostgreSQL' && (findTool('pg_dump') === null || findTool('pg_restore') === null)
  const test = it.skipIf(skip || noTools)
  const closing: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-backup-'))
    const database: TestDatabase = await open()
    const rig = await createHubRig({ db: database.db })
    const teacher = await rig.signIn('algebraist', 'tablet')
    const push = (id: string, seq: number, pupil = 'p1') =>
      teacher.client.push(
        pushOf([
          makeEntry({ id, seq, cell: { kind: 'attendance', lesson: 's1@2026-11-24', pupil } as never }),
        ]),
      )
    let serving = true
    const stopHub = async () => {
      if (serving) await rig.hub.close()
      serving = false
    }
    const reopen = async () => {
      const db = await openDatabase(database.place, randomUUID)
      closing.push(() => db.destroy())
      return db
    }
    closing.push(() => rmSync(folder, { recursive: true, force: true }), database.drop, stopHub)
    return { ...rig, ...database, push, stopHub, reopen, backup: join(folder, 'backup') }
  }

  test('is taken while the hub serves, and brings back what was there', async () => {
    const { db, place, push, stopHub, reopen, backup } = await start()
    await push('a1', 1)
    const before = await incarnationOf(db)
    expect(await takeBackup(place, db, backup)).toMatchObject({ kind: 'done', entries: 1 })
    await push('a2', 2, 'p2')
    await stopHub()

    const end = await restoreBackup(place, backup, ports)
    expect(end).toMatchObject({ kind: 'restored', entries: 1, lastAt: '2026-11-24T05:00:00.000Z' })
    const restored = await reopen()
    expect(await idsIn(restored)).toEqual(['a1'])
    const after = await incarnationOf(restored)
    expect(after).not.toBe(before)
    const [told] = await restored.selectFrom('audit').selectAll().where('action', '=', 'restored').execute()
    expect(told).toMatchObject({ at: ports.now(), subject: 'backup', before, after })

    // The replaced database is whole beside it.
    const kept = end.kind === 'restored' ? (end.kept ?? '') : ''
    const old = await openDatabase(
      place.kind === 'sqlite'
        ? { kind: 'sqlite', file: kept }
        : { kind: 'postgres', url: place.url.replace(/[^/]*$/, kept) },
      randomUUID,
    )
    closing.push(() => old.destroy())
    expect(await idsIn(old)).toEqual(['a1', 'a2'])
  })

  test('replaces nothing while a hub serves', async () => {
    const { db, place, push, backup } = await start()
    await takeBackup(place, db, backup)
    await push('a1', 1)
    expect(await restoreBackup(place, backup, ports)).toEqual({ kind: 'serving' })
    expect(await idsIn(db)).toEqual(['a1'])
    await push('a2', 2, 'p2')
    expect(await idsIn(db)).toEqual(['a1', 'a2'])
  })

  test('refuses what is damaged, foreign or newer, and changes nothing', async () => {
    const { db, place, push, stopHub, reopen, backup } = await start()
    await push('a1', 1)
    await takeBackup(place, db, backup)
    const cut = `${backup}-cut`
    const whole = readFileSync(backup)
    writeFileSync(cut, whole.subarray(0, Math.floor(whole.length / 2)))
    await sql`update entry set body = replace(body, 'absent', 'exempt')`.execute(db)
    const changed = `${backup}-changed`
    await takeBackup(place, db, changed)
    await sql`insert into kysely_migration values ('999-later', '2027-01-01T00:00:00.000Z')`.execute(db)
    const newer = `${backup}-newer`
    await takeBackup(place, db, newer)
    await sql`delete from kysely_migration where name = '999-later'`.execute(db)
    const foreign = `${backup}-foreign`
    writeFileSync(foreign, 'class,letter\n7,А\n'.repeat(100))
    await push('a2', 2, 'p2')
    await stopHub()

    for (const [file, kind] of [
      [cut, 'damaged'],
      [changed, 'damaged'],
      [newer, 'newer'],
      [foreign, 'foreign'],
      [`${backup}-none`, 'noFile'],
    ] as const) {
      expect(await restoreBackup(place, file, ports)).toMatchObject({ kind })
    }
    const same = await reopen()
    expect(await idsIn(same)).toEqual(['a1', 'a2'])
    if (place.kind === 'sqlite') {
      const beside = readdirSync(dirname(place.file)).filter((each) => /restor/.test(each))
      expect(beside).toEqual([])
    }
  })

  test('is never written over another', async () => {
    const { db, place, backup } = await start()
    writeFileSync(backup, 'the only good one')
    expect(await takeBackup(place, db, backup)).toEqual({ kind: 'exists', file: backup })
    expect(readFileSync(backup, 'utf8')).toBe('the only good one')
  })

  test('tells whoever keeps the hub where it is and what has become of the old data', async () => {
    const { place, push, stopHub, backup } = await start()
    await push('a1', 1)
    const at = { database: place, dataDir: dirname(backup) }
    await stopHub()
    const made = await backupCommand(at, undefined, '2026-11-24T05:07:00.000Z')
    const ending = place.kind === 'sqlite' ? 'sqlite' : 'dump'
    const file = join(dirname(backup), 'backups', `journal-00001-2026-11-24T0507.${ending}`)
    expect(made.ok).toBe(true)
    expect(made.lines[0]).toContain(`Копия сделана и проверена: ${file}, записей 1`)
    const { ok, lines } = await restoreCommand(place, file, ports)
    expect(ok).toBe(true)
    expect(lines[0]).toBe(`Восстановлено из ${file}: записей 1, последняя принята 2026-11-24T05:00:00.000Z.`)
    expect(lines[1]).toMatch(/^Прежние данные сохранены: .*before/)
  })
})

describe('a backup of an SQLite hub', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-backup-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const [sqlite] = databases
  const openOne = async () => {
    const database = await sqlite?.open()
    if (database?.place.kind !== 'sqlite') throw new Error('no SQLite')
    return { ...database, place: database.place }
  }

  it('is not made of nothing', async () => {
    const file = join(folder, 'none.sqlite')
    const end = await backupCommand(
      { database: { kind: 'sqlite', file }, dataDir: folder },
      undefined,
      '2026-11-24T05:07:00.000Z',
    )
    expect(end.lines[0]).toContain('данных журнала здесь нет')
    expect(existsSync(file)).toBe(false)
  })

  it('is not called done when the database is broken', async () => {
    const { db, place, drop } = await openOne()
    await db.destroy()
    const bytes = readFileSync(place.file)
    bytes.fill(7, 3 * 4096, 9 * 4096)
    writeFileSync(place.file, bytes)
    const at = { database: place, dataDir: folder }
    const { ok, lines } = await backupCommand(at, join(folder, 'b'), '2026-11-24T05:07:00.000Z')
    expect([ok, lines[0]]).toEqual([false, expect.stringContaining('Копия не сделана')])
    expect(existsSync(join(folder, 'b'))).toBe(false)
    expect(existsSync(join(folder, 'b.part'))).toBe(false)
    await drop()
  })

  it('takes the place of a database that can’t be read, and keeps that one too', async () => {
    const { db, place, drop } = await openOne()
    const backup = join(folder, 'b')
    await takeBackup(place, db, backup)
    await db.destroy()
    writeFileSync(place.file, 'a disk has died here'.repeat(500))
    const end = await restoreBackup(place, backup, ports)
    expect(end).toMatchObject({ kind: 'restored', entries: 0 })
    expect(readFileSync(end.kind === 'restored' ? (end.kept ?? '') : '', 'utf8')).toContain('a disk has died')
    await drop()
  })

  it('takes in the newest rows of a database that was carried off without being closed', async () => {
    const { db, place, drop } = await openOne()
    await sql`update revision set rev = 77`.execute(db)
    const carried = join(folder, 'carried.sqlite')
    copyFileSync(place.file, carried)
    copyFileSync(`${place.file}-wal`, `${carried}-wal`)
    await db.destroy()
    const target = { kind: 'sqlite', file: join(folder, 'new', 'hub.sqlite') } as const
    expect(await restoreBackup(target, carried, ports)).toMatchObject({ kind: 'restored', kept: null })
    const restored = await openDatabase(target, randomUUID)
    expect((await restored.selectFrom('revision').select('rev').executeTakeFirst())?.rev).toBe(77)
    await restored.destroy()
    await drop()
  })

  it('waits for the folder to be free, even when there is no database yet', async () => {
    const { place, drop, db } = await openOne()
    const backup = join(folder, 'b')
    await takeBackup(place, db, backup)
    const release = holdFolder(join(folder, 'new'))
    const target = { kind: 'sqlite', file: join(folder, 'new', 'hub.sqlite') } as const
    expect(await restoreBackup(target, backup, ports)).toEqual({ kind: 'serving' })
    release?.()
    expect(await restoreBackup(target, backup, ports)).toMatchObject({ kind: 'restored' })
    await db.destroy()
    await drop()
  })
})
