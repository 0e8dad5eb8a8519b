// п. 3.2: on the way to the hub nothing is lost and nothing is doubled: what is sent twice is one entry.
// requirement: R17; screen: Очередь
import { afterEach, describe, expect, it } from 'vitest'
import type { HubFetch } from '../../src/contract/hub-client.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { createTablet } from '../sync/tablet.ts'

describe.each(databases)('п. 3.2, R17: sent twice, on $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    closing.push(database.drop, rig.hub.close)
    const counted = async () => {
      const entries = await rig.db.selectFrom('entry').select(['id', 'state']).orderBy('seq').execute()
      const cells = await rig.db.selectFrom('cell').select('key').execute()
      return { entries: entries.map((one) => one.state), cells: cells.length }
    }
    return { rig, counted, browser: await rig.signIn('algebraist', 'tablet') }
  }

  it.skipIf(skip)('a batch is the same entries with the same receipts', async () => {
    const { browser, counted } = await start()
    const topic = { kind: 'topic', lesson: algebraFirst } as const
    const batch = pushOf(
      chain([{ id: 'a' }, { id: 'b', cell: topic, value: { planItem: 5, text: 'Одночлены' } }]),
    )
    const first = await browser.client.push(batch)
    expect(await browser.client.push(batch)).toMatchObject({
      kind: 'ok',
      value: { receipts: first.kind === 'ok' ? first.value.receipts : [] },
    })
    expect(await counted()).toEqual({ entries: ['accepted', 'accepted'], cells: 2 })
  })

  it.skipIf(skip)('a tablet whose answer was lost sends again, and both know of one entry', async () => {
    const { rig, browser, counted } = await start()
    const answerLost: HubFetch = async (request) => {
      await browser.send(request)
      throw new Error('the network is gone before the answer')
    }
    const tablet = await createTablet({
      ...{ clock: rig.clock, send: browser.send, person: 'algebraist', device: 'tablet' },
    })
    closing.push(tablet.close)
    tablet.engine.start()
    await tablet.rest()
    tablet.network.send = answerLost
    await tablet.write({ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }, { code: 'absent' })
    await tablet.rest()
    expect([await counted(), await tablet.states()]).toEqual([
      { entries: ['accepted'], cells: 1 },
      ['queued'],
    ])
    tablet.network.send = browser.send
    tablet.engine.wake('online')
    await tablet.rest()
    expect([await counted(), await tablet.states()]).toEqual([
      { entries: ['accepted'], cells: 1 },
      ['accepted'],
    ])
    expect(tablet.requests.filter((one) => one === 'POST /api/push').length).toBeGreaterThan(1)
  })
})
