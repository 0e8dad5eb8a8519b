// The hub's data were changed for older ones: the board says so with what to do, and every tablet sends again what lacks.
import { afterEach, describe, expect, it } from 'vitest'
import { awaitedSentence, restoredSentence, restoredTitle } from '../../src/app/messages/screens/restored.ts'
import type { HubOutcome } from '../../src/contract/hub-client.ts'
import { beginBoot } from '../../src/hub/database/boot.ts'
import { beginLife } from '../../src/hub/database/life.ts'
import { readRevision } from '../../src/hub/database/revision.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { createTablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const need = <T>(outcome: HubOutcome<T>): T => {
  if (outcome.kind !== 'ok') throw new Error(outcome.kind)
  return outcome.value
}

describe.each(databases)('data older than the tablets remember, on $name', ({ open, skip }) => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async () => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await open()
    const rig = await createHubRig({ db: database.db, clock })
    closing.push(database.drop, rig.hub.close)
    const deputy = (await rig.signIn('deputy', 'desk')).client
    const board = async () => need(await deputy.board())
    return { ...rig, clock, deputy, board }
  }

  it.skipIf(skip)('are noticed by a pull: a new life begins, and what is missing comes again', async () => {
    const { db, clock, board, signIn, lines, hub } = await start()
    const browser = await signIn('algebraist', 'tablet')
    const tablet = await createTablet({ clock, send: browser.send, person: 'algebraist', device: 'tablet' })
    closing.push(tablet.close)
    tablet.engine.start()
    await tablet.rest()
    await tablet.write(attendanceOfP1, { code: 'absent' })
    await tablet.rest()
    expect(await tablet.states()).toEqual(['accepted'])
    expect((await board()).restored).toBeUndefined()

    // As somebody does who copies yesterday's file over today's: the life keeps its name.
    await db.deleteFrom('entry').execute()
    await db.deleteFrom('cell').execute()
    await db.updateTable('revision').set({ rev: 0 }).execute()
    clock.set('2026-11-24T06:00:00.000Z')
    tablet.engine.wake('tap')
    await tablet.rest()
    tablet.engine.wake('tap')
    await tablet.rest()
    expect(await db.selectFrom('entry').select('state').execute()).toEqual([{ state: 'accepted' }])
    expect((await board()).restored).toEqual({ at: '2026-11-24T06:00:00.000Z', noticed: true })
    expect(lines.some((line) => 'seen' in line)).toBe(true)
    const metrics = await (await hub.app.request('/metrics')).text()
    const seconds = Date.parse('2026-11-24T06:00:00.000Z') / 1000
    expect(metrics).toContain(`hub_restored_timestamp_seconds ${seconds}`)
    // It is noticed once, and forgotten on the board when everybody has had a week.
    expect(await db.selectFrom('life').select('source').execute()).toHaveLength(1)
    clock.set('2026-12-02T06:00:00.000Z')
    expect(await (await signIn('deputy', 'desk')).client.board()).not.toHaveProperty('value.restored')
  })

  it.skipIf(skip)('that several tablets tell of at once begin one life', async () => {
    const { db, deputy, signIn } = await start()
    const { incarnation } = await readRevision(db)
    const { client } = await signIn('algebraist', 'tablet')
    await Promise.all([deputy, client, deputy, client].map((one) => one.pull(9_000, incarnation)))
    expect(await db.selectFrom('life').select('source').execute()).toHaveLength(1)
  })

  it.skipIf(skip)('are noticed by a push before its batch is taken', async () => {
    const { db, signIn } = await start()
    const { rev, incarnation } = await readRevision(db)
    const { client, send } = await signIn('algebraist', 'tablet-algebraist')
    const first = { ...pushOf([makeEntry({ id: 'a1' })]), seen: { rev, incarnation } }
    expect(need(await client.push(first))).toMatchObject({ incarnation, boot: expect.any(String) })
    // The batch itself would carry the revision to the very one that was seen.
    const seen = { rev: rev + 2, incarnation }
    const answer = need(await client.push({ ...pushOf([makeEntry({ id: 'a2', seq: 2 })]), seen }))
    expect(answer).toMatchObject({ lastSeq: 2, receipts: [{ id: 'a2', state: 'accepted' }] })
    expect(answer.incarnation).not.toBe(incarnation)
    const lives = await db.selectFrom('life').select(['incarnation', 'source']).execute()
    expect(lives).toEqual([{ incarnation: answer.incarnation, source: 'older than its tablets' }])
    // Sent again by whoever lost the answer, it begins no other.
    need(await client.push({ ...pushOf([makeEntry({ id: 'a2', seq: 2 })]), seen }))
    expect(await db.selectFrom('life').select('source').execute()).toHaveLength(1)
    const asked = await send({ method: 'GET', path: '/api/pull?since=0&seen=x', body: null, timeoutMs: 1 })
    expect(asked.status).toBe(400)
  })

  it.skipIf(skip)('are noticed however far the hub has gone on, by the start that told of them', async () => {
    const { db, signIn } = await start()
    const { incarnation } = await readRevision(db)
    const { client } = await signIn('algebraist', 'tablet-algebraist')
    const told = (rev: number, boot: string | undefined) =>
      client.pull(0, incarnation, { rev, incarnation, boot })
    const { boot } = need(await told(0, undefined))
    const { rev } = need(await client.push(pushOf([makeEntry({ id: 'a1' })])))
    await beginBoot(db, () => 'second')
    need(await client.push(pushOf([makeEntry({ id: 'a2', seq: 2 })])))
    // What a start has told, and what another told after it, proves nothing.
    for (const seen of [rev, rev + 1]) need(await told(seen, 'second'))
    need(await told(rev, boot))
    expect(await db.selectFrom('life').select('source').execute()).toEqual([])
    need(await told(rev + 1, boot))
    const once = await readRevision(db)
    expect(once.incarnation).not.toBe(incarnation)
    need(await client.pull(0, once.incarnation, { rev: 1, incarnation: once.incarnation, boot: 'unknown' }))
    expect((await readRevision(db)).incarnation).not.toBe(once.incarnation)
    expect(await db.selectFrom('life').select('source').execute()).toHaveLength(2)
  })

  it.skipIf(skip)('a restored copy is told too, and a cursor of another life begins none', async () => {
    const { db, clock, board, deputy } = await start()
    await beginLife(db, 'journal.sqlite', { now: clock.instant, newId: () => 'second' })
    expect((await board()).restored).toEqual({ at: '2026-11-24T05:00:00.000Z', noticed: false })
    need(await deputy.pull(9_000, 'first'))
    const { rev } = need(await deputy.pull(0, 'second'))
    need(await deputy.pull(rev, 'second'))
    expect(await db.selectFrom('life').select('incarnation').execute()).toEqual([{ incarnation: 'second' }])
  })
})

it('says what has happened, what is safe and what to do', () => {
  const at = '2026-11-24T05:00:00.000Z'
  expect(restoredTitle({ at, noticed: false }, 'Asia/Barnaul')).toContain('восстановлен из копии')
  expect(restoredTitle({ at, noticed: true }, 'Asia/Barnaul')).toContain('старее, чем помнят планшеты')
  expect(restoredSentence).toMatch(/целы.*не удвоится.*Попросите/)
  expect(awaitedSentence(['Рябинина И.', 'Ким И.'])).toContain('Рябинина И., Ким И.')
  expect(awaitedSentence([])).toContain('уже вышли на связь')
})
