// Lists edited while somebody's batch, run or import is under way: it goes by those that stand when its turn comes.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/hub/database/tables.ts'
import type { Commit } from '../../src/hub/intake/group-commit.ts'
import { createGroupCommit } from '../../src/hub/intake/group-commit.ts'
import { listTexts } from '../../src/hub/school/list-texts.ts'
import { importCommand } from '../../src/hub/school-commands.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'
import { createTransferRig } from './transfer-rig.ts'

/** A door that lets nobody through until it is opened, and tells when somebody has come to it. */
const gate = () => {
  let letIn = (): void => {}
  let hasCome = (): void => {}
  const opening = new Promise<void>((resolve) => {
    letIn = resolve
  })
  const come = new Promise<void>((resolve) => {
    hasCome = resolve
  })
  const pass = (): Promise<void> => {
    hasCome()
    return opening
  }
  return { pass, come, open: () => letIn() }
}
/** The same database, but that the first transaction begins only once `before` has been done. */
const beginsAfter = (db: Database, before: () => Promise<unknown>): Database => {
  let done: Promise<unknown> | null = null
  const transaction = () => ({
    execute: async (work: never) => {
      done ??= before()
      await done
      return db.transaction().execute(work)
    },
  })
  const own = (name: keyof Database) => (name === 'transaction' ? transaction : db[name])
  return new Proxy(db, {
    get: (_, name) => {
      const found: unknown = own(name as keyof Database)
      return typeof found === 'function' ? found.bind(db) : found
    },
  })
}
/** The tiny school as a folder of lists; of those that a deputy keeps by hand it brings none. */
const writeLists = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-lists-'))
  const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
  for (const [list, rows] of Object.entries(listTexts(tinySchool, logins)))
    if (rows.length > 0) writeFileSync(join(folder, `${list}.csv`), Papa.unparse([...rows]))
  return folder
}
const edits = [{ list: 'substitutions' as const, add: { lesson: algebraFirst, teacher: 'stranger' } }]

describe.each(databases)('lists edited meanwhile, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  it.skipIf(skip)('a batch that waited for its turn is placed by the new ones', async () => {
    const { pass, come, open: letIn } = gate()
    const database = await open()
    const inGroups = createGroupCommit(database.db)
    const commit: Commit = async (size, work) => {
      await pass()
      return inGroups(size, work)
    }
    const rig = await createHubRig({ db: database.db, commit })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const deputy = (await rig.signIn('deputy', 'desk')).client
    const pushed = (await rig.signIn('algebraist', 'tablet')).client.push(pushOf([makeEntry({ id: 'a' })]))
    await come
    await deputy.editSchool({ version: 1, edits })
    letIn()
    expect(await pushed).toMatchObject({ value: { receipts: [{ state: 'accepted' }] } })
    expect(await rig.db.selectFrom('cell').select('teacher').execute()).toEqual([{ teacher: 'stranger' }])
  })

  it.skipIf(skip)('an import keeps what a deputy has entered while its folder was read', async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    const folder = writeLists()
    stop = async () => {
      rmSync(folder, { recursive: true })
      await rig.hub.close()
      await database.drop()
    }
    const deputy = (await rig.signIn('deputy', 'desk')).client
    const db = beginsAfter(database.db, () => deputy.editSchool({ version: 1, edits }))
    const { ok, lines } = await importCommand({ db, now: rig.clock.instant, newId: randomUUID }, folder)
    expect([ok, lines]).toEqual([true, [expect.stringContaining('Принята версия списков 3')]])
    expect(await deputy.school()).toMatchObject({
      value: { school: { version: 3, substitutions: [{ lesson: algebraFirst, teacher: 'stranger' }] } },
    })
  })

  it.skipIf(skip)('a run leaves the cells to the new teacher', async () => {
    const { pass, come, open: letIn } = gate()
    const rig = await createTransferRig(await open(), {}, (door) => ({
      ...door,
      apply: async (...args) => {
        await pass()
        return door.apply(...args)
      },
    }))
    stop = rig.stop
    const teacher = await rig.person('algebraist')
    const deputy = (await rig.person('deputy', 'desk')).client
    await teacher.push([makeEntry({ id: 'a' })])
    const carried = teacher.transfer()
    await come
    await deputy.editSchool({ version: 1, edits })
    letIn()
    await carried
    expect(await rig.states()).toEqual({ a: 'verified' })
    expect(await rig.db.selectFrom('cell').select('teacher').execute()).toEqual([{ teacher: 'stranger' }])
  })
})
