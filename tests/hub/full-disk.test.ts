// The hub's disk is full: it says so, gives no receipt for what it could not keep, goes on reading, and goes on taking
// as soon as there is room.
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createTablet } from '../sync/tablet.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const [sqlite] = databases
const topic = { kind: 'topic', lesson: algebraFirst } as const

/** So many topics one after the other, `letters` long. */
const topics = (from: number, count: number, letters: number): Entry[] =>
  Array.from({ length: count }, (_, at) => {
    const seq = from + at
    const text = (n: number) => `${n} ${'о'.repeat(letters)}`
    return makeEntry({
      id: `t${seq}`,
      seq,
      cell: topic,
      value: { planItem: null, text: text(seq) },
      saw: seq === 1 ? null : { planItem: null, text: text(seq - 1) },
      follows: seq === 1 ? [] : [`t${seq - 1}`],
    })
  })

describe('a hub with a full disk', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async () => {
    const database = await sqlite?.open()
    if (!database) throw new Error('no database')
    const { db } = database
    const rig = await createHubRig({ db })
    closing.push(database.drop, rig.hub.close)
    const browser = await rig.signIn('algebraist', 'tablet')
    const push = async (entries: readonly Entry[]) => {
      const response = await rig.hub.app.request('/api/push', {
        method: 'POST',
        headers: { cookie: browser.cookie(), 'content-type': 'application/json' },
        body: JSON.stringify(pushOf(entries)),
      })
      return { status: response.status, body: await response.json() }
    }
    const fill = () => sql`pragma max_page_count = 1`.execute(db)
    const makeRoom = () => sql`pragma max_page_count = 1000000`.execute(db)
    const kept = async () => (await db.selectFrom('entry').select('id').execute()).length
    return { ...rig, browser, push, fill, makeRoom, kept }
  }

  // Small batches break at the commit of one row, large ones in the middle of many.
  it.each([
    [1, 10],
    [1, 1900],
    [7, 300],
    [60, 300],
    [400, 100],
  ])(
    'gives no receipt for a batch of %i entries of %i letters, and keeps none of it',
    async (count, letters) => {
      const { push, fill, makeRoom, kept, browser, hub } = await start()
      await fill()
      let next = 1
      let answer = await push(topics(next, count, letters))
      for (; answer.status === 200 && next < 2000; answer = await push(topics(next, count, letters))) {
        expect(await kept()).toBe(next + count - 1)
        next += count
      }
      expect(answer).toEqual({ status: 507, body: { error: 'storageFull' } })
      expect(await kept()).toBe(next - 1)

      // Reading needs no room.
      expect(await browser.client.pull(0, '')).toMatchObject({ kind: 'ok' })
      expect((await hub.app.request('/healthz')).status).toBe(200)
      expect((await push(topics(next, count, letters))).status).toBe(507)

      await makeRoom()
      const taken = await push(topics(next, count, letters))
      expect(taken.body.receipts).toHaveLength(count)
      expect(taken.body.lastSeq).toBe(next + count - 1)
      expect(await kept()).toBe(next + count - 1)
    },
  )

  it('gives no receipt to any batch of a group that it could not keep', async () => {
    const { push, fill, makeRoom, kept } = await start()
    await fill()
    const of = (device: string) =>
      topics(1, 40, 1900).map((one) => ({ ...one, id: `${device}-${one.id}`, log: { ...one.log, device } }))
    const together = () => Promise.all([push(of('d1')), push(of('d2')), push(of('d3'))])
    const full = await together()
    expect(full.map((one) => one.status)).toEqual([507, 507, 507])
    expect(await kept()).toBe(0)
    await makeRoom()
    const taken = await together()
    expect(taken.map((one) => [one.status, one.body.lastSeq])).toEqual(Array(3).fill([200, 40]))
    expect(await kept()).toBe(120)
  })

  it('leaves the entries with the tablet, which sends them by itself when there is room', async () => {
    const { clock, browser, fill, makeRoom, kept } = await start()
    const tablet = await createTablet({ clock, send: browser.send, person: 'algebraist', device: 'tablet' })
    closing.push(tablet.close)
    await tablet.engine.start()
    await tablet.rest()
    await fill()
    for (let n = 1; n <= 12; n += 1) await tablet.write(topic, { planItem: null, text: 'о'.repeat(1900 + n) })
    await tablet.rest()
    expect(await tablet.states()).toContain('queued')
    expect(tablet.status()?.hub).toBe('full')
    const before = (await tablet.states()).filter((state) => state !== 'queued').length
    expect(await kept()).toBe(before)
    await makeRoom()
    await clock.advance(600_000)
    expect(await tablet.states()).not.toContain('queued')
    expect(await kept()).toBe(12)
    expect(tablet.bugs).toEqual([])
  })
})
