// The hub is killed at its first call of a port or change of its database, at its second, and so on to the last. Each time what it had given
// receipts for is there, and going on from there ends as if nothing had happened.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Receipt } from '../../src/domain/receipt.ts'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { createGroupCommit } from '../../src/hub/intake/group-commit.ts'
import { takeBatch } from '../../src/hub/intake/intake.ts'
import { createRun } from '../../src/hub/transfer/run.ts'
import { createTurns } from '../../src/hub/transfer/turns.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { batches, besideFirst, weekBefore } from './killed-hub-work.ts'
import { pushOf } from './pushes.ts'

const folder = mkdtempSync(join(tmpdir(), 'journal-killed-'))
const template = join(folder, 'template.sqlite')
const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
const ports = { now: clock.instant, newId: randomUUID }
const school = { ...tinySchool, version: 1 }
const slotOf = (pupil: string) => `${algebraFirst}/attendance/${pupil}`

/** Beside the packages that it needs; built, it starts in a third of the time. */
const built = `.cache/killed-hub-${process.pid}`

beforeAll(async () => {
  const output = { entryFileNames: 'main.mjs' }
  await build({
    ...{ configFile: false, publicDir: false, logLevel: 'error' },
    build: { ssr: 'tests/hub/killed-hub.ts', outDir: built, rollupOptions: { output } },
  })
  const db = await openDatabase({ kind: 'sqlite', file: template }, randomUUID)
  await applySchool({ db, ...ports }, tinySchool, [])
  await db.destroy()
})
afterAll(() => {
  for (const each of [folder, built]) rmSync(each, { recursive: true, force: true })
})

/** АИС outlives the hub. It remembers in which order its pages were read and written. */
const createAis = async () => {
  const { standIn, target } = await createStandInRig(clock)
  const { book } = standIn
  const { page, write } = book
  write(algebraFirst, { [slotOf('p2')]: 'ОП 10' }, 'somebody')
  const log: { kind: 'read' | 'write'; lesson: string; slots: string[] }[] = []
  book.page = (lesson) => {
    log.push({ kind: 'read', lesson, slots: [] })
    return page(lesson)
  }
  book.write = (lesson, slots, person) => {
    log.push({ kind: 'write', lesson, slots: Object.keys(slots) })
    write(lesson, slots, person)
  }
  return { standIn, target, log, page }
}

const runKilled = (file: string, url: string, code: string, at: number) =>
  new Promise<{ killed: boolean; receipts: Receipt[] }>((resolve, reject) => {
    const args = [join(built, 'main.mjs'), file, url, code, String(at)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (text) => {
      printed += text
    })
    child.on('close', (status, signal) => {
      if (signal !== 'SIGKILL' && status !== 0) return reject(new Error(`the child ended with ${status}`))
      const lines = printed.split('\n').filter((line) => line !== '')
      resolve({ killed: signal === 'SIGKILL', receipts: lines.flatMap((line) => JSON.parse(line)) })
    })
  })

const rowsOf = (db: Database) =>
  db.selectFrom('entry').select(['id', 'hash', 'state', 'person']).orderBy('id').execute()

/** The tablet sends everything again, for it may have heard nothing; its owner opens another session. */
const goOn = async (db: Database, ais: Awaited<ReturnType<typeof createAis>>) => {
  const commit = createGroupCommit(db)
  for (const entries of [...batches(), besideFirst()]) {
    const taken = await takeBatch({ commit, ...ports }, async () => school, pushOf(entries))
    expect(taken).toMatchObject({ receipts: entries.map(({ id }) => ({ id, reason: null })) })
  }
  const session = await ais.target.openSession('algebraist', ais.standIn.book.giveCode('algebraist'))
  if (!session.ok) throw new Error(session.failure.kind)
  const sums = { written: 0, verified: 0, conflicts: 0, stopped: null }
  await createRun(
    { db, ...ports, ring: () => {}, inTurn: createTurns() },
    ais.target,
    async () => school,
    session.value,
    sums,
  )()
  expect(sums.stopped).toBeNull()
}

const checkEnd = async (db: Database, { page, log }: Awaited<ReturnType<typeof createAis>>) => {
  const rows = await rowsOf(db)
  const states = Object.fromEntries(
    rows.filter((row) => row.person !== 'ais').map((row) => [row.id, row.state]),
  )
  const verified = 'verified'
  expect(states).toEqual({
    ...{ e1: 'superseded', e2: 'conflict' },
    ...{ e3: verified, e4: verified, e5: verified, e6: verified },
    g1: 'accepted',
  })
  // What somebody wrote in АИС has been reported once, and nothing was written over it.
  expect(rows.filter((row) => row.person === 'ais').map((row) => row.state)).toEqual(['conflict'])
  expect(page(algebraFirst).slots).toEqual({
    [slotOf('p1')]: 'ОП 5',
    [slotOf('p2')]: 'ОП 10',
    [`${algebraFirst}/topic`]: '5. Одночлены',
    [`${algebraFirst}/homework`]: 'не задано',
  })
  expect(page(weekBefore).slots).toEqual({ [`${weekBefore}/topic`]: '1. Степень' })
  const written = log.flatMap((one) => one.slots)
  expect(written.sort()).toEqual([...new Set(written)].sort())
  expect(written).toHaveLength(4)
  const open = await db.selectFrom('intent').select('id').where('outcome', 'is', null).execute()
  expect(open).toEqual([])
}

it('keeps its word at each step, and goes on from there', { timeout: 400_000 }, async () => {
  let steps = 0
  for (let killed = true; killed; steps += 1) {
    const file = join(folder, `killed-${steps}.sqlite`)
    copyFileSync(template, file)
    const ais = await createAis()
    const code = ais.standIn.book.giveCode('algebraist')
    const child = await runKilled(file, ais.standIn.baseUrl(), code, steps)
    killed = child.killed

    const db = await openDatabase({ kind: 'sqlite', file }, randomUUID)
    const sound = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    expect(sound.rows).toEqual([{ integrity_check: 'ok' }])
    const kept = new Map((await rowsOf(db)).map((row) => [row.id, row.hash]))
    for (const receipt of child.receipts)
      expect([receipt.id, kept.get(receipt.id)]).toEqual([receipt.id, receipt.hash])

    // After a kill a page is read before anything is written to it again.
    const before = ais.log.length
    await goOn(db, ais)
    const since = ais.log.slice(before)
    for (const [at, one] of since.entries()) {
      if (one.kind !== 'write') continue
      expect(since.slice(0, at)).toContainEqual({ kind: 'read', lesson: one.lesson, slots: [] })
    }
    await checkEnd(db, ais)
    await db.destroy()
    await ais.standIn.close()
  }
  // Fewer would mean that the work was not done at all.
  expect(steps).toBeGreaterThan(50)
})
