// The engine against the real hub in this process: whatever happens on the way, nothing is lost, doubled or called sent too early.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HubFetch, HubRequest } from '../../src/contract/hub-client.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { toInstant } from '../../src/domain/time.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { readCell, readLessonCells } from '../../src/store/cell-view.ts'
import { saveLamps, signIn } from '../../src/store/device.ts'
import { readTextDraft, saveDraft, seenByDraft } from '../../src/store/draft.ts'
import { countStates, listEntries } from '../../src/store/outbox-view.ts'
import { cellsWithSending, withSending } from '../../src/store/reading/sending.ts'
import { readReference } from '../../src/store/reference.ts'
import { readIncident } from '../../src/store/second-copy/incident.ts'
import { checkMemory } from '../../src/store/second-copy/memory-check.ts'
import { attendanceOfP1 } from '../domain/entries.ts'
import { algebraFirst, algebraLast } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig, password } from '../hub/hub-rig.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { createTablet, cutNetwork, type Tablet } from './tablet.ts'

const absent = { code: 'absent' } as const
const of = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })

const malformed = {
  ...{ status: 400, contentType: 'application/json', retryAfter: null as number | null },
  text: '{"error":"malformed"}',
}
const busy = { status: 503, contentType: 'text/plain', retryAfter: null as number | null, text: '' }
const entriesIn = ({ path, body }: HubRequest): number =>
  path === '/api/push' && body !== null ? JSON.parse(body).entries.length : 0
const writeWorks = async (tablet: Tablet, count: number): Promise<void> => {
  for (let n = 1; n <= count; n += 1) {
    const cell: Cell = { kind: 'work', lesson: algebraFirst, workType: 'oralAnswer', n }
    await tablet.write(cell, { title: `Работа ${n}` })
  }
}

/** As a hub that was restored from before everything. */
const emptied = async (db: Database) => {
  await db.deleteFrom('entry').execute()
  await db.deleteFrom('cell').execute()
  await db.updateTable('revision').set({ incarnation: 'restored', rev: 0 }).execute()
}

describe('the engine', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async () => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await databases[0]?.open()
    if (!database) throw new Error('no database')
    const rig = await createHubRig({ db: database.db, clock })
    closing.push(database.drop, rig.hub.close)
    const tablet = async (
      person = 'algebraist',
      device = 'tablet',
      clockErrorMs = 0,
      indexedDB?: IDBFactory,
    ): Promise<Tablet & { browser: Awaited<ReturnType<typeof rig.signIn>> }> => {
      const browser = await rig.signIn(person, device)
      const made = await createTablet({
        ...{ clock, send: browser.send, person, device, clockErrorMs },
        ...(indexedDB ? { indexedDB } : {}),
      })
      closing.push(made.close)
      return { ...made, browser }
    }
    const kept = async () => (await rig.db.selectFrom('entry').select(['id']).execute()).length
    return { ...rig, clock, tablet, kept }
  }

  it('says with a batch what is left on the tablet once it has come', async () => {
    const { tablet, db } = await start()
    const one = await tablet()
    for (const pupil of ['p1', 'p2']) await one.write(of(pupil), absent)
    one.engine.start()
    await one.rest()
    expect(await db.selectFrom('device_report').select('unsent').execute()).toEqual([{ unsent: 0 }])
  })

  /** As the hub would answer, but for receipts of what it was sent. */
  const proofless: HubFetch = async () => ({
    ...{ status: 200, contentType: 'application/json', retryAfter: null },
    text: JSON.stringify({
      ...{ serverTime: '2026-11-24T05:00:00.000Z', incarnation: 'x', receipts: [], rev: 1, lastSeq: 9 },
    }),
  })

  it.each([
    ['nobody has answered', cutNetwork, 60_000],
    // Five times would set the entry aside, and whether the hub takes anything is then asked with nothing.
    ['what has answered has proved nothing', proofless, 2_000],
  ])(
    'adds to a loss until the hub has taken a report that names it, and no longer: %s',
    async (_, away, forMs) => {
      const { tablet, db, clock } = await start()
      const one = await tablet()
      for (const pupil of ['p1', 'p2', 'p3', 'p4']) await one.write(of(pupil), absent)
      const lose = async (seq: number) => {
        await one.db.log.delete(['tablet/algebraist/1', seq])
        await checkMemory(one.db, null, clock.instant())
      }
      await lose(1)
      one.network.send = away
      one.engine.start()
      await one.rest()
      await clock.advance(forMs)
      await lose(2)
      one.network.send = one.browser.send
      await clock.advance(60_000)
      const told = async () =>
        JSON.parse((await db.selectFrom('device_report').select('report').execute())[0]?.report ?? '')
      expect(await told()).toMatchObject({ incident: { lost: 2 } })
      await lose(4)
      one.engine.wake('tap')
      await one.rest()
      expect(await readIncident(one.db)).toMatchObject({ lost: 1 })
    },
  )

  it('brings the school’s lists and sends what was recorded', async () => {
    const { tablet, kept } = await start()
    const one = await tablet()
    one.engine.start()
    await one.write(attendanceOfP1, absent)
    await one.rest()
    expect(await one.states()).toEqual(['accepted'])
    expect(await kept()).toBe(1)
    expect((await readReference(one.db))?.classes.map((c) => c.id)).toEqual(['7a'])
    expect(one.status()).toMatchObject({ hub: 'answers', sending: false })
  })

  it('keeps everything without a network and sends it when there is one', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    one.network.send = cutNetwork
    one.engine.start()
    await one.write(of('p1'), absent)
    await one.write(of('p2'), absent)
    await one.rest()
    expect(one.status()).toMatchObject({ hub: 'silent', networkAt: null })
    expect(await one.states()).toEqual(['queued', 'queued'])
    one.network.send = one.browser.send
    await clock.advance(60_000)
    expect(await one.states()).toEqual(['accepted', 'accepted'])
    expect(await kept()).toBe(2)
  })

  it('forgets no wish for another round when its timer rings in the midst of one', async () => {
    const { tablet } = await start()
    const one = await tablet()
    one.engine.start()
    await one.rest()
    const asked = one.requests.length
    one.engine.wake('tap')
    await one.rest()
    const perRound = one.requests.length - asked
    one.engine.wake('tap')
    one.engine.wake('bell')
    one.engine.wake('timer')
    await one.rest()
    expect(one.requests.length - asked).toBe(3 * perRound)
  })

  it('sends again after a lost answer, and the hub keeps the entry once', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    one.engine.start()
    await one.rest()
    const lossy: HubFetch = async (request) => {
      await one.browser.send(request)
      throw new Error('the answer was lost')
    }
    one.network.send = lossy
    await one.write(attendanceOfP1, absent)
    await one.rest()
    expect(await one.states()).toEqual(['queued'])
    expect(await kept()).toBe(1)
    one.network.send = one.browser.send
    await clock.advance(60_000)
    expect(await one.states()).toEqual(['accepted'])
    expect(await kept()).toBe(1)
  })

  it.each<[string, HubFetch, string]>([
    [
      'a captive portal',
      async () => ({ status: 200, contentType: 'text/html', retryAfter: null, text: '<html>' }),
      'portal',
    ],
    [
      'a hub that breaks',
      async () => ({ status: 500, contentType: 'text/plain', retryAfter: null, text: '' }),
      'busy',
    ],
    ['a receipt for nobody’s entry', proofless, 'portal'],
  ])('believes nothing of %s', async (_, send, reach) => {
    const { tablet, clock } = await start()
    const one = await tablet()
    one.network.send = send
    // It is there before the first round, which begins with sending it.
    await one.write(attendanceOfP1, absent)
    one.engine.start()
    await one.rest()
    expect(one.requests).toEqual(['POST /api/push'])
    expect(await one.states()).toEqual(['queued'])
    // Somebody has answered: the network is there, whoever that was.
    expect(one.status()).toMatchObject({ hub: reach, networkAt: clock.instant() })
    // Nor does it begin a life of the hub, which would then seem to have been restored.
    one.network.send = one.browser.send
    one.engine.wake('tap')
    await one.rest()
    expect(await one.states()).toEqual(['accepted'])
    expect(one.status()).toMatchObject({ hub: 'answers', hubRestoredAt: null })
  })

  it('tells which entries are under way, and after a crash they are simply unsent', async () => {
    const { tablet, clock } = await start()
    const one = await tablet()
    one.engine.start()
    await one.rest()
    expect(one.status()?.batch).toEqual([])
    let lose = (): void => {}
    one.network.send = (request) =>
      request.path === '/api/push'
        ? new Promise((_, reject) => {
            lose = () => reject(new Error('lost'))
          })
        : one.browser.send(request)
    await one.write(of('p1'), absent)
    await vi.waitFor(() => expect(one.status()?.batch).toHaveLength(1))
    const batch = one.status()?.batch ?? []
    const listed = () => listEntries(one.db, one.log)
    expect((await listed()).map((entry) => entry.state)).toEqual(['queued'])
    expect(withSending(await listed(), batch).map((entry) => entry.state)).toEqual(['sending'])
    const cells = await readLessonCells(one.db, algebraFirst, one.log)
    expect([...cellsWithSending(cells, batch).values()].map((cell) => cell.state)).toEqual(['sending'])
    lose()
    await one.rest()
    expect(one.status()?.batch).toEqual([])
    one.network.send = one.browser.send
    await clock.advance(60_000)
    expect(withSending(await listed(), batch).map((entry) => entry.state)).toEqual(['accepted'])
  })

  it('waits as long as a busy hub asks for', async () => {
    const { tablet, clock } = await start()
    const one = await tablet()
    await one.write(attendanceOfP1, absent)
    one.network.send = async () => ({ status: 503, contentType: 'text/plain', retryAfter: 240, text: '' })
    one.engine.start()
    await one.rest()
    const asked = one.requests.length
    one.network.send = one.browser.send
    await clock.advance(239_000)
    expect(one.requests.length).toBe(asked)
    await clock.advance(2_000)
    expect(await one.states()).toEqual(['accepted'])
  })

  it('pauses on an ended session, goes on recording, and sends all after a new sign-in', async () => {
    const { tablet, clock, db } = await start()
    const one = await tablet()
    one.engine.start()
    await one.write(of('p1'), absent)
    await one.rest()
    await db.deleteFrom('session').execute()
    await one.write(of('p2'), absent)
    await one.rest()
    expect(one.status()?.signInNeeded).toBe(true)
    await one.write(of('p3'), absent)
    await clock.advance(600_000)
    expect(await one.states()).toEqual(['accepted', 'queued', 'queued'])
    await one.browser.client.signIn({ login: 'algebraist', password, device: 'tablet' })
    one.engine.wake('signedIn')
    await one.rest()
    expect(await one.states()).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('halves a batch that is too large until it fits', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    await writeWorks(one, 5)
    const sizes: number[] = []
    one.network.send = async (request) => {
      const sent = entriesIn(request)
      if (sent > 0) sizes.push(sent)
      return sent > 2
        ? { status: 413, contentType: 'application/json', retryAfter: null, text: '{"error":"tooLarge"}' }
        : one.browser.send(request)
    }
    one.engine.start()
    await one.rest()
    expect(sizes).toEqual([5])
    await clock.advance(10_000)
    expect(sizes.slice(0, 2)).toEqual([5, 2])
    expect(await kept()).toBe(5)
  })

  it('sends less at once over a link too slow for all of it, and more again when that comes through', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    await writeWorks(one, 9)
    const sizes: number[] = []
    let most = 2
    one.network.send = async (request) => {
      const sent = entriesIn(request)
      if (sent > 0) sizes.push(sent)
      if (sent <= most) return one.browser.send(request)
      clock.set(toInstant(clock.now() + 30_000))
      throw new Error('time-out')
    }
    one.engine.start()
    await one.rest()
    await clock.advance(100_000)
    expect(sizes.slice(0, 4)).toEqual([9, 4, 2, 4])
    most = 9
    await clock.advance(60_000)
    expect(await kept()).toBe(9)
    expect(one.status()?.held).toEqual([])
  })

  it('takes a cut network for no sign of a slow one', async () => {
    const { tablet, clock } = await start()
    const one = await tablet()
    await writeWorks(one, 3)
    one.network.send = cutNetwork
    one.engine.start()
    await one.rest()
    await clock.advance(300_000)
    const sizes: number[] = []
    one.network.send = async (request) => {
      if (entriesIn(request) > 0) sizes.push(entriesIn(request))
      return one.browser.send(request)
    }
    await clock.advance(31_000)
    expect(sizes).toEqual([3])
  })

  it('asks and writes nothing more once the storage has failed under a receipt', async () => {
    const { tablet, clock } = await start()
    const one = await tablet()
    one.engine.start()
    await one.rest()
    vi.spyOn(one.db.receipt, 'bulkAdd').mockRejectedValueOnce(
      Object.assign(new Error('full'), { name: 'QuotaExceededError' }),
    )
    await one.write(attendanceOfP1, absent)
    await one.rest()
    expect(one.gate.stopped()).toMatchObject({ why: 'full' })
    const asked = one.requests.length
    await clock.advance(600_000)
    expect(one.requests.length).toBe(asked)
    expect(await one.states()).toEqual(['queued'])
    await expect(saveLamps(one.db, { hubAt: null, aisAt: null, clock: null })).rejects.toThrow()
  })

  it.each([
    ['a hub that can’t read it', malformed],
    ['a proxy that won’t let it through', { ...busy, status: 403, contentType: 'text/html', text: '<html>' }],
    ['a hub that breaks on it', { ...busy, status: 500 }],
    ['a proxy that says the hub broke', { ...busy, status: 502 }],
    ['one that finds it too large', { ...malformed, status: 413, text: '{"error":"tooLarge"}' }],
  ])(
    'passes by one entry after five failures at %s, sends the others, and asks again later',
    async (_, says) => {
      const { tablet, kept, clock } = await start()
      const one = await tablet()
      const entries = [
        await one.write(of('p1'), absent),
        await one.write(of('p2'), absent),
        await one.write(of('p3'), absent),
      ]
      const poison = entries[1]?.id ?? ''
      let alone = 0
      const spoiled: HubFetch = async (request) => {
        if (!request.body?.includes(poison)) return one.browser.send(request)
        if (entriesIn(request) === 1) alone += 1
        return says
      }
      one.network.send = spoiled
      one.engine.start()
      await one.rest()
      await clock.advance(120_000)
      expect(alone).toBe(5)
      expect(await one.states()).toEqual(['accepted', 'queued', 'accepted'])
      expect(one.status()?.held).toEqual([poison])
      expect(await kept()).toBe(2)
      one.network.send = one.browser.send
      await clock.advance(31 * 60_000)
      expect(await kept()).toBe(3)
      expect(one.status()?.held).toEqual([])
    },
  )

  it('blames no entry for a hub that is down for everybody', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    await writeWorks(one, 3)
    one.network.send = async () => ({ ...busy, status: 502 })
    one.engine.start()
    await one.rest()
    await clock.advance(2 * 3_600_000)
    expect(one.status()?.held).toEqual([])
    one.network.send = one.browser.send
    await clock.advance(6 * 60_000)
    expect(await kept()).toBe(3)
  })

  it.each(['bell', 'online', 'focus', 'record'] as const)(
    'does not go before the time that a busy hub asked for at «%s», only at a person’s press',
    async (reason) => {
      const { tablet, clock, kept } = await start()
      const one = await tablet()
      await one.write(attendanceOfP1, absent)
      let asked = 0
      one.network.send = async () => {
        asked += 1
        // What comes while a round is under way is no reason to follow a failed one at once.
        one.engine.wake(reason)
        return { ...busy, status: 429, retryAfter: 240 }
      }
      one.engine.start()
      await one.rest()
      for (let n = 0; n < 10; n += 1) one.engine.wake(reason)
      await clock.advance(200_000)
      expect(asked).toBe(1)
      one.network.send = one.browser.send
      one.engine.wake('tap')
      await one.rest()
      expect(await kept()).toBe(1)
    },
  )

  it('hears a sign-in that came while the old session was being refused', async () => {
    const { tablet, kept, db } = await start()
    const one = await tablet()
    await db.deleteFrom('session').execute()
    await one.write(attendanceOfP1, absent)
    one.network.send = async (request) => {
      const answer = await one.browser.send(request)
      if (answer.status !== 401) return answer
      await one.browser.client.signIn({ login: 'algebraist', password, device: 'tablet' })
      one.engine.wake('signedIn')
      return answer
    }
    one.engine.start()
    await one.rest()
    expect(await kept()).toBe(1)
    expect(one.status()?.signInNeeded).toBe(false)
  })

  it('sends first what a person asks for, although other entries of the log stand before it', async () => {
    const { tablet, db } = await start()
    const one = await tablet()
    const english: Cell = { kind: 'topic', lesson: algebraLast }
    await one.write(of('p1'), absent)
    await one.write(of('p2'), absent)
    const asked = await one.write(english, { planItem: null, text: 'Степень' })
    const batches: string[][] = []
    one.network.send = async (request) => {
      if (request.path !== '/api/push' || request.body === null) return one.browser.send(request)
      const { entries } = JSON.parse(request.body) as { entries: { id: string }[] }
      if (entries.length > 0) batches.push(entries.map((entry) => entry.id))
      // Nothing but the asked entry comes through, so it alone shows what went first.
      return batches.length > 1 ? cutNetwork(request) : one.browser.send(request)
    }
    one.engine.start()
    one.engine.sendFirst([asked?.id ?? ''])
    await one.rest()
    const stored = await db.selectFrom('entry').select(['id', 'seq']).execute()
    expect(batches[0]).toEqual([asked?.id])
    expect(stored).toEqual([{ id: asked?.id, seq: 3 }])
    expect(await one.states()).toEqual(['queued', 'queued', 'accepted'])
  })

  it('asks the hub once more for an entry that it went past', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    const poison = (await one.write(of('p1'), absent))?.id ?? ''
    one.network.send = async (request) =>
      request.body?.includes(poison) ? malformed : one.browser.send(request)
    one.engine.start()
    await one.rest()
    await clock.advance(60_000)
    expect(one.status()?.held).toEqual([poison])
    one.network.send = one.browser.send
    one.engine.sendFirst([poison])
    await one.rest()
    expect(one.status()?.held).toEqual([])
    expect(await kept()).toBe(1)
  })

  it('sends everything again to a hub that was restored from before it', async () => {
    const { tablet, kept, db, clock } = await start()
    const one = await tablet()
    one.engine.start()
    await one.write(of('p1'), absent)
    await one.write(of('p2'), absent)
    await one.rest()
    expect(one.status()?.hubRestoredAt).toBeNull()
    await emptied(db)
    await clock.advance(31_000)
    expect(await kept()).toBe(2)
    const [again] = one.copied
    expect([again?.rows.length, again?.head]).toMatchObject([2, { watermark: 0, incarnation: 'restored' }])
    expect(one.status()?.hubRestoredAt).toBe('2026-11-24T05:00:30.000Z')
    expect(await one.states()).toEqual(['accepted', 'accepted'])
    expect((await readCell(one.db, of('p1'), one.log))?.value).toEqual(absent)
  })

  it('sends again what the hub has lost of a person who was away when it was restored', async () => {
    const { tablet, kept, db } = await start()
    const one = await tablet()
    await one.engine.start()
    await one.write(of('p1'), absent)
    await one.rest()
    await one.engine.stop()
    // A colleague takes the tablet over, and what the hub told the first person is forgotten.
    await signIn(one.db, { person: 'leader', name: 'leader', board: false })
    await emptied(db)
    const again = await tablet('algebraist', 'tablet', 0, one.indexedDB)
    await again.engine.start()
    await again.rest()
    expect(await kept()).toBe(1)
    expect(await again.states()).toEqual(['accepted'])
    expect(again.status()?.hubRestoredAt).toBe('2026-11-24T05:00:00.000Z')
  })

  it('asks a hub that begins a new life with each answer a few times at once, and then by and by', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    one.engine.start()
    await one.write(of('p1'), absent)
    await one.rest()
    let lives = 0
    one.network.send = async (request) => {
      lives += 1
      if (lives > 300) return cutNetwork(request)
      const answer = await one.browser.send(request)
      const isPush = request.path.startsWith('/api/push')
      const said = { ...JSON.parse(answer.text), incarnation: `life ${lives}` }
      return { ...answer, text: JSON.stringify(isPush ? { ...said, lastSeq: 0, lastHash: '' } : said) }
    }
    one.engine.wake('tap')
    await one.rest()
    expect(lives).toBeLessThan(50)
    one.network.send = one.browser.send
    await clock.advance(31_000)
    expect([await kept(), await one.states()]).toEqual([1, ['accepted']])
  })

  it('shows another tablet’s value, and a conflict of two on both', async () => {
    const { tablet, clock } = await start()
    const one = await tablet()
    const two = await tablet('leader', 'other')
    one.network.send = cutNetwork
    one.engine.start()
    two.engine.start()
    await one.write(attendanceOfP1, absent)
    await two.write(attendanceOfP1, { code: 'late', minutes: 5 })
    await two.rest()
    one.network.send = one.browser.send
    await clock.advance(120_000)
    for (const each of [one, two]) {
      const view = await readCell(each.db, attendanceOfP1, each.log)
      expect(view?.candidates.map((c) => c.value)).toEqual([{ code: 'late', minutes: 5 }, absent])
    }
    expect(await one.states()).toEqual(['conflict'])
    expect(await two.states()).toEqual(['conflict'])
  })

  it('lets a text typed before a colleague’s came meet it before a person’s eyes', async () => {
    const { tablet, clock } = await start()
    const one = await tablet()
    const two = await tablet('leader', 'other')
    const cell: Cell = { kind: 'homework', lesson: algebraFirst }
    one.engine.start()
    two.engine.start()
    await saveDraft(one.db, 'homework', '№ 6', { saw: null, follows: [] })
    await two.write(cell, { text: '№ 5' })
    await two.rest()
    await clock.advance(60_000)
    const view = await readCell(one.db, cell, one.log)
    expect(view?.value).toEqual({ text: '№ 5' })
    const draft = await readTextDraft(one.db, 'homework')
    if (!draft || !view) throw new Error('nothing was kept')
    const seen = await seenByDraft(one.db, one.log, draft, { saw: view.value, follows: view.follows })
    await one.journal.record(one.author, [{ cell, value: { text: draft.text }, ...seen }])
    one.engine.wake('record')
    await one.rest()
    await clock.advance(60_000)
    const candidates = (await readCell(two.db, cell, two.log))?.candidates.map((one) => one.value)
    expect(candidates).toEqual([{ text: '№ 5' }, { text: '№ 6' }])
  })

  it('measures the tablet’s clock against the hub’s', async () => {
    const { tablet } = await start()
    const one = await tablet('algebraist', 'tablet', 7 * 3_600_000)
    one.engine.start()
    await one.rest()
    expect(one.status()?.clock).toEqual({ offsetMs: -7 * 3_600_000, doubtMs: 0 })
  })

  it('lets a copied tablet go on in a log of its own, and nothing of either is lost', async () => {
    const { tablet, kept, db } = await start()
    const one = await tablet()
    const copy = await tablet()
    for (const each of [one, copy]) await each.engine.start()
    await one.write(of('p1'), absent)
    await one.rest()
    await copy.write(of('p2'), absent)
    await copy.write(of('p3'), absent)
    await copy.rest()
    await one.write(of('p4'), absent)
    await one.rest()
    expect(await kept()).toBe(4)
    expect(await copy.states()).toEqual(['accepted', 'accepted'])
    const rows = await db
      .selectFrom('entry')
      .select(['epoch', 'seq'])
      .orderBy('epoch')
      .orderBy('seq')
      .execute()
    expect(rows.map((row) => [row.epoch, row.seq])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ])
    expect(await countStates(copy.db, copy.log)).toMatchObject({ recorded: 2, byState: { accepted: 2 } })
    // What comes next goes into the new log, chained to what was moved there.
    await copy.write(of('p1'), { code: 'exempt' })
    await copy.rest()
    const next = await db.selectFrom('entry').select('epoch').where('seq', '=', 3).execute()
    expect(next).toEqual([{ epoch: 2 }])
    expect([...one.bugs, ...copy.bugs]).toEqual([])
  })
})
