// The school's server dies and comes back from yesterday's copy. Nobody does anything but restore it: the tablets send
// again what it lacks, a choice that was made stays made, and every word on a screen is true again.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { findTool } from '../../src/hub/backup/postgres-tools.ts'
import { restoreBackup } from '../../src/hub/backup/restore-backup.ts'
import { takeBackup } from '../../src/hub/backup/take-backup.ts'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { readConflicts } from '../../src/store/cell-view.ts'
import { listEntries } from '../../src/store/outbox-view.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet, cutNetwork } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

const absent = { code: 'absent' } as const
const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const topic: Cell = { kind: 'topic', lesson: algebraFirst }
const homework: Cell = { kind: 'homework', lesson: algebraFirst }
const ofEnglish: Cell = { kind: 'attendance', lesson: english, pupil: 'p2' }

const statesIn = async (db: Database): Promise<Record<string, string>> => {
  const rows = await db.selectFrom('entry').select(['id', 'state']).where('person', '!=', 'ais').execute()
  return Object.fromEntries(rows.map((row) => [row.id, row.state]))
}
const wordsIn = (db: Database) =>
  db.selectFrom('entry').select(['id', 'state']).where('person', '=', 'ais').orderBy('id').execute()

describe.each(databases)('a hub that was restored, with $name', ({ name, open, skip }) => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-restored-'))
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await open()
    const ais = await createStandInRig(clock)
    const writes: string[] = []
    const write = ais.standIn.book.write
    ais.standIn.book.write = (lesson, slots, person) => {
      if (person !== 'somebody') writes.push(...Object.keys(slots))
      write(lesson, slots, person)
    }
    let rig = await createHubRig({ db: database.db, clock, target: ais.target })
    closing.push(
      () => rmSync(folder, { recursive: true, force: true }),
      database.drop,
      ais.standIn.close,
      () => rig.hub.close(),
    )
    const tabletOf = async (person: string, device: string) => {
      const first = await rig.signIn(person, device)
      const tablet = await createTablet({ clock, send: first.send, person, device })
      closing.push(tablet.close)
      await tablet.engine.start()
      await tablet.rest()
      let browser: ReturnType<typeof rig.browser> = first
      /** The same address answers again; the tablet keeps its cookie and notices nothing else. */
      const reach = () => {
        browser = rig.browser(first.cookie())
        tablet.network.send = browser.send
      }
      const transfer = async () => {
        const view = await browser.client.transfer()
        if (view.kind !== 'ok') throw new Error(view.kind)
        const back = await ais.click(view.value.sessionPage)
        const path = back.pathname + back.search
        await browser.send({ method: 'GET', path, body: null, timeoutMs: 1 })
        await rig.hub.carrier?.idle()
        tablet.engine.wake('bell')
        await tablet.rest()
      }
      const settle = async (cell: Cell, value: CellValue) => {
        const conflicts = await readConflicts(tablet.db, tablet.log)
        const found = conflicts.find((one) => one.key === cellKey(cell))
        const follows = found?.candidates.flatMap((one) => one.entries.map((each) => each.entry)) ?? []
        await tablet.journal.record(tablet.author, [{ cell, value, saw: found?.value ?? null, follows }])
        tablet.engine.wake('record')
        await tablet.rest()
      }
      const told = async () =>
        Object.fromEntries((await listEntries(tablet.db, tablet.log)).map((one) => [one.entry.id, one.state]))
      return { ...tablet, reach, transfer, settle, told }
    }
    const loseAndRestore = async (file: string) => {
      await rig.hub.close()
      const ports = { now: clock.instant, newId: randomUUID }
      expect(await restoreBackup(database.place, file, ports)).toMatchObject({ kind: 'restored' })
      const db = await openDatabase(database.place, randomUUID)
      rig = await createHubRig({ db, clock, target: ais.target })
      return rig
    }
    const backup = join(folder, 'yesterday')
    return { ...{ clock, database, writes, tabletOf, loseAndRestore, backup }, ...ais }
  }

  const noTools = name === 'PostgreSQL' && findTool('pg_dump') === null
  it.skipIf(skip || noTools)('lacks nothing once the tablets have spoken', async () => {
    const { clock, database, standIn, writes, tabletOf, loseAndRestore, backup } = await start()
    const { place, db } = database

    // Tuesday: lessons without АИС, then the evening's copy.
    const teacher = await tabletOf('algebraist', 'tablet-1')
    const leader = await tabletOf('leader', 'tablet-2')
    await teacher.write(attendance('p1'), absent)
    await teacher.write(attendance('p2'), absent)
    await leader.write(ofEnglish, absent)
    for (const tablet of [teacher, leader]) await tablet.rest()
    expect(await takeBackup(place, db, backup)).toMatchObject({ kind: 'done', entries: 3 })

    // Wednesday: more is recorded and carried. In АИС two cells hold another word, and the teacher chooses.
    clock.set('2026-11-25T03:00:00.000Z')
    await teacher.write(topic, { planItem: 5, text: 'Одночлены' })
    await teacher.write(homework, { none: true })
    await leader.write(ofEnglish, { code: 'late', minutes: 5 })
    for (const tablet of [teacher, leader]) await tablet.rest()
    const slotOf = (pupil: string) => `${algebraFirst}/attendance/${pupil}`
    standIn.book.write(algebraFirst, { [slotOf('p1')]: 'ОП 15', [slotOf('p2')]: 'ОСВ' }, 'somebody')
    await teacher.transfer()
    await teacher.settle(attendance('p1'), absent)
    await teacher.settle(attendance('p2'), { code: 'exempt' })
    const words = await wordsIn(db)
    const lost = await statesIn(db)
    expect(Object.values(lost).sort()).toEqual(
      [
        'accepted',
        'accepted',
        'accepted',
        'accepted',
        'superseded',
        'superseded',
        'verified',
        'verified',
      ].sort(),
    )
    expect(words).toHaveLength(2)
    // One more that no hub has seen yet.
    leader.network.send = cutNetwork
    const unseen = await leader.write(ofEnglish, { code: 'exempt' })
    await leader.rest()

    // The server's disk dies. It comes back from Tuesday's copy.
    const after = await loseAndRestore(backup)
    expect(Object.keys(await statesIn(after.db))).toHaveLength(3)
    for (const tablet of [teacher, leader]) {
      expect(tablet.status()?.hubRestoredAt).toBeNull()
      tablet.reach()
    }
    await clock.advance(120_000)

    // Nothing is lost or doubled, and each screen says what this hub would say.
    const now = await statesIn(after.db)
    expect(Object.keys(now).sort()).toEqual([...Object.keys(lost), unseen?.id].sort())
    for (const tablet of [teacher, leader]) {
      const told = await tablet.told()
      expect(told).toEqual(Object.fromEntries(Object.keys(told).map((id) => [id, now[id]])))
      expect(tablet.bugs).toEqual([])
    }
    // It has not seen in АИС what the lost one had, so it does not say so.
    expect(Object.values(now)).not.toContain('verified')
    expect(Object.values(now)).not.toContain('waiting')

    // A person is told, on the tablet and in the audit.
    for (const tablet of [teacher, leader]) {
      expect(tablet.status()?.hubRestoredAt).toMatch(/^2026-11-25T03:/)
    }
    const audit = await after.db
      .selectFrom('audit')
      .select(['subject'])
      .where('action', '=', 'restored')
      .execute()
    expect(audit).toEqual([{ subject: 'yesterday' }])

    // The transfer goes on: what stands in АИС is read there and not written again, what was chosen stays chosen.
    const written = [...writes]
    await teacher.transfer()
    await leader.transfer()
    expect(writes.slice(written.length)).toEqual([slotOf('p1'), `${english}/attendance/p2`])
    expect(standIn.book.page(algebraFirst).slots).toEqual({
      [slotOf('p1')]: 'ОТ',
      [slotOf('p2')]: 'ОСВ',
      [`${algebraFirst}/topic`]: '5. Одночлены',
      [`${algebraFirst}/homework`]: 'не задано',
    })
    const open = await after.db
      .selectFrom('cell')
      .select('key')
      .where('conflict_opened_at', 'is not', null)
      .execute()
    expect(open).toEqual([])
    // The word that was answered came back as the same entry; the one that agrees now was never reported again.
    const again = await wordsIn(after.db)
    expect(words.map((one) => one.id)).toEqual(expect.arrayContaining(again.map((one) => one.id)))
    expect(again.map((one) => one.state)).toEqual(['superseded'])
    expect(new Set(Object.values(await statesIn(after.db)))).toEqual(new Set(['verified', 'superseded']))
  })
})
