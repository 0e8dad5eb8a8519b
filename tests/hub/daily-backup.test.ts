// The daily copy on both databases: taken by itself, fourteen kept, its age in sight, and its failure no end of the hub.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findTool } from '../../src/hub/backup/postgres-tools.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'

const hourMs = 3_600_000

describe.each(databases)('the daily backup on $name', ({ name, open, skip }) => {
  const test = it.skipIf(skip || (name === 'PostgreSQL' && findTool('pg_dump') === null))
  const closing: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async (prepare: (folder: string) => void = () => {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-daily-'))
    prepare(folder)
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await open()
    const backups = { place: database.place, folder: join(folder, 'backups') }
    const rig = await createHubRig({ db: database.db, clock, backups })
    closing.push(() => rmSync(folder, { recursive: true, force: true }), database.drop, rig.hub.close)
    rig.hub.backups?.start()
    await rig.hub.backups?.idle()
    const pass = (hours: number) => clock.advance(hours * hourMs, async () => rig.hub.backups?.idle())
    const copies = () => readdirSync(backups.folder).sort()
    const health = async () => (await (await rig.hub.app.request('/healthz')).json()).backup
    const metrics = async () => (await rig.hub.app.request('/metrics')).text()
    return { ...rig, folder, pass, copies, health, metrics }
  }
  const ending = name === 'SQLite' ? 'sqlite' : 'dump'

  test('is taken at the start and then each day, and its time is in sight', async () => {
    const { pass, copies, health, metrics } = await start()
    expect(copies()).toEqual([`journal-00001-2026-11-24T0500.${ending}`])
    await pass(23)
    expect(copies()).toHaveLength(1)
    // At the same hour: it does not creep into the lessons.
    await pass(1)
    expect(copies()).toEqual([
      `journal-00001-2026-11-24T0500.${ending}`,
      `journal-00002-2026-11-25T0500.${ending}`,
    ])
    expect(await health()).toEqual({ at: '2026-11-25T05:00:00.000Z', failedAt: null, failures: 0 })
    expect(await metrics()).toContain(
      `hub_backup_timestamp_seconds ${Date.parse('2026-11-25T05:00:00.000Z') / 1000}`,
    )
  })

  test('is not taken anew by a hub that starts again within the day', async () => {
    const known = `journal-2026-11-24T0300.${ending}`
    const { copies, health } = await start((folder) => {
      mkdirSync(join(folder, 'backups'))
      writeFileSync(join(folder, 'backups', known), '')
    })
    expect(copies()).toEqual([known])
    expect(await health()).toMatchObject({ at: '2026-11-24T03:00:00.000Z' })
  })

  test('keeps fourteen, and touches nothing of other names', async () => {
    const days = Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(2, '0'))
    const { copies } = await start((folder) => {
      mkdirSync(join(folder, 'backups'))
      for (const day of days)
        writeFileSync(join(folder, 'backups', `journal-2026-10-${day}T0300.${ending}`), '')
      writeFileSync(join(folder, 'backups', 'before-the-move.sqlite'), '')
      writeFileSync(join(folder, 'backups', `journal-2026-10-21T0300.${ending}.part`), '')
    })
    const left = copies()
    expect(left).toContain('before-the-move.sqlite')
    expect(left.filter((file) => file.startsWith('journal-'))).toHaveLength(14)
    expect(left).toContain(`journal-00001-2026-11-24T0500.${ending}`)
    expect(left).not.toContain('journal-2026-10-07T0300.sqlite')
  })

  test('a clock that was ahead makes no old copy the newest, nor keeps it longer', async () => {
    const ahead = `journal-00001-2031-01-01T0000.${ending}`
    const numbered = Array.from({ length: 13 }, (_, at) => {
      const no = String(at + 2)
      return `journal-${no.padStart(5, '0')}-2026-11-${String(at + 12)}T0300.${ending}`
    })
    const { copies, health, pass } = await start((folder) => {
      mkdirSync(join(folder, 'backups'))
      for (const name of [ahead, ...numbered]) writeFileSync(join(folder, 'backups', name), '')
    })
    expect(await health()).toMatchObject({ at: '2026-11-24T03:00:00.000Z' })
    await pass(24)
    expect(copies()).toEqual([...numbered, `journal-00015-2026-11-25T0300.${ending}`])
  })

  test('a copy is taken where the last one is dated later than now, and counts as newer', async () => {
    const { copies, health } = await start((folder) => {
      mkdirSync(join(folder, 'backups'))
      writeFileSync(join(folder, 'backups', `journal-00004-2026-11-28T0300.${ending}`), '')
    })
    expect(copies()).toEqual([
      `journal-00004-2026-11-28T0300.${ending}`,
      `journal-00005-2026-11-24T0500.${ending}`,
    ])
    expect(await health()).toMatchObject({ at: '2026-11-24T05:00:00.000Z' })
  })

  test('fails in sight and goes on trying, and the hub goes on serving', async () => {
    const { folder, pass, health, metrics, signIn, lines } = await start((where) => {
      // A file where the folder should be.
      writeFileSync(join(where, 'backups'), '')
    })
    expect(await health()).toEqual({ at: null, failedAt: '2026-11-24T05:00:00.000Z', failures: 1 })
    expect(lines).toContainEqual({ why: 'ENOTDIR' })
    await pass(1)
    expect(await metrics()).toContain('hub_backup_failures 2')
    expect((await signIn('algebraist')).session.person).toBe('algebraist')
    rmSync(join(folder, 'backups'))
    await pass(1)
    expect(await health()).toEqual({ at: '2026-11-24T07:00:00.000Z', failedAt: null, failures: 2 })
  })
})
