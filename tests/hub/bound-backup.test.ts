// A lesson recorded by name and bound to its place since is whole in a backup: the hash stays that of what came.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { provisionalLesson } from '../../src/domain/provisional.ts'
import { findTool } from '../../src/hub/backup/postgres-tools.ts'
import { restoreBackup } from '../../src/hub/backup/restore-backup.ts'
import { takeBackup } from '../../src/hub/backup/take-backup.ts'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst, tuesday } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const ports = { now: () => '2026-11-24T06:00:00.000Z', newId: randomUUID }
const named = (schoolClass: string) => provisionalLesson({ schoolClass, period: 1, date: tuesday })
const topicOf = (lesson: string): Cell => ({ kind: 'topic', lesson })

describe.each(databases)('a backup with a bound lesson on $name', ({ name, open, skip }) => {
  const noTools = name === 'PostgreSQL' && (findTool('pg_dump') === null || findTool('pg_restore') === null)
  const test = it.skipIf(skip || noTools)
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-bound-'))
    const database = await open()
    const { hub, signIn } = await createHubRig({ db: database.db })
    closing.push(() => rmSync(folder, { recursive: true, force: true }), database.drop)
    const record = async (author: string, lesson: string) => {
      const { client } = await signIn(author, 'tablet')
      const entry = {
        id: `of-${author}`,
        author,
        cell: topicOf(lesson),
        value: { planItem: 1, text: 'Тема' },
      }
      await client.push(pushOf(chain([entry])))
    }
    const substitute = async () => {
      const { client } = await signIn('deputy')
      await client.editSchool({
        version: 1,
        edits: [{ list: 'substitutions', add: { lesson: algebraFirst, teacher: 'stranger' } }],
      })
      return client
    }
    const stored = () => database.db.selectFrom('entry').select(['cell_key', 'body']).execute()
    /** Takes a backup, stops the hub and puts the backup in its place. */
    const restore = async () => {
      const backup = join(folder, 'backup')
      await takeBackup(database.place, database.db, backup)
      await hub.close()
      return restoreBackup(database.place, backup, ports)
    }
    const reopen = async () => {
      const db = await openDatabase(database.place, randomUUID)
      closing.push(() => db.destroy())
      return createHubRig({ db })
    }
    return { ...database, record, substitute, stored, restore, reopen }
  }

  test('brings back what was bound as it came in, and takes it for the same entry when sent again', async () => {
    const { record, stored, restore, reopen } = await start()
    await record('algebraist', named('7А'))
    const before = await stored()
    expect(before).toMatchObject([{ cell_key: `${algebraFirst}/topic` }])
    expect(await restore()).toMatchObject({ kind: 'restored', entries: 1 })

    const { db, signIn } = await reopen()
    expect(await db.selectFrom('entry').select(['cell_key', 'body']).execute()).toEqual(before)
    const { client } = await signIn('algebraist', 'tablet')
    const entry = {
      ...{ id: 'of-algebraist', author: 'algebraist', cell: topicOf(named('7А')) },
      value: { planItem: 1, text: 'Тема' },
    }
    expect(await client.push(pushOf(chain([entry])))).toMatchObject({
      value: { receipts: [{ id: 'of-algebraist', state: 'accepted' }] },
    })
  })

  test('brings back what waited for the lists to have its place', async () => {
    const { record, substitute, stored, restore } = await start()
    await record('stranger', named('7А'))
    await substitute()
    expect(await stored()).toMatchObject([{ cell_key: `${algebraFirst}/topic` }])
    expect(await restore()).toMatchObject({ kind: 'restored', entries: 1 })
  })

  test('brings back what a deputy has bound by hand', async () => {
    const { record, substitute, stored, restore } = await start()
    const lesson = named('седьмой А')
    await record('stranger', lesson)
    const deputy = await substitute()
    await deputy.bindByHand({ person: 'stranger', lesson, into: algebraFirst, pupils: [] })
    expect(await stored()).toMatchObject([{ cell_key: `${algebraFirst}/topic` }])
    expect(await restore()).toMatchObject({ kind: 'restored', entries: 1 })
  })

  test('is damaged when the cell that the hub gave is another than its row says', async () => {
    const { db, record, stored, restore } = await start()
    await record('algebraist', named('7А'))
    const [row] = await stored()
    const body = (row?.body ?? '').replace(`"lesson":"${algebraFirst}"`, '"lesson":"s2@2026-11-24"')
    expect(body).not.toBe(row?.body)
    await db.updateTable('entry').set({ body }).execute()
    expect(await restore()).toMatchObject({ kind: 'damaged' })
  })
})
