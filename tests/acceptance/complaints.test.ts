// Complaints that users of other systems really made, each as a test by its number; the rest have screens or processes
// of their own and are named in the README.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { settingsOf } from '../../src/domain/settings.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readCell } from '../../src/store/cell-view.ts'
import type { UnreadRow } from '../../src/store/database.ts'
import { listEntries, summary } from '../../src/store/outbox-view.ts'
import { countConflicts, readUnread } from '../../src/store/pulled.ts'
import { ageAlarm } from '../../src/sync/age-alarm.ts'
import { rereadUnread } from '../../src/sync/pull.ts'
import { firstStatus } from '../../src/sync/status.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet, cutNetwork, type Tablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

const absent = { code: 'absent' } as const
const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const homework: Cell = { kind: 'homework', lesson: algebraFirst }
const mark: Cell = { kind: 'mark', lesson: algebraFirst, pupil: 'p1', workType: 'oralAnswer', n: 1 }

describe('a complaint from elsewhere', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async (withAis = false) => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await databases[0]?.open()
    if (!database) throw new Error('no database')
    const ais = withAis ? await createStandInRig(clock) : null
    const rig = await createHubRig({ db: database.db, clock, target: ais?.target ?? null })
    closing.push(database.drop, () => ais?.standIn.close(), rig.hub.close)
    const tablet = async (person = 'algebraist', device = 'tablet', clockErrorMs = 0) => {
      const browser = await rig.signIn(person, device)
      const made = await createTablet({ clock, send: browser.send, person, device, clockErrorMs })
      closing.push(made.close)
      return { ...made, browser }
    }
    const kept = async () => (await rig.db.selectFrom('entry').select('id').execute()).length
    return { ...rig, ais, clock, tablet, kept }
  }
  /** `count` entries of one cell in one act, as an import or a very long day leaves them. */
  const fill = async (tablet: Tablet, count: number, odd?: CellValue): Promise<void> => {
    const changes = Array.from({ length: count }, (_, n) => ({
      ...{ cell: homework, value: { text: `№ ${n}` }, saw: null, follows: [] },
      ...(odd && n === 500 ? { cell: mark, value: odd } : {}),
    }))
    const outcome = await tablet.journal.record(tablet.author, changes)
    expect(outcome.kind).toBe('saved')
  }

  it('T1 one refused entry among 1,000: 999 go and one is listed with its reason', async () => {
    const { tablet, kept } = await start()
    const one = await tablet()
    await fill(one, 1000, { marks: ['6' as '5'], owed: false })
    one.engine.start()
    await one.rest()
    expect(await kept()).toBe(1000)
    expect(await summary(one.db, one.log)).toMatchObject({ unsent: 0 })
    const refused = (await listEntries(one.db, one.log)).filter((entry) => entry.state === 'refused')
    expect(refused).toMatchObject([{ reason: 'valueOutsideScale' }])
  })

  it('T2 every third answer is dropped: nothing is doubled, and everything arrives', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    let asked = 0
    one.network.send = async (request) => {
      const answer = await one.browser.send(request)
      asked += 1
      if (asked % 3 === 0) throw new Error('dropped')
      return answer
    }
    one.engine.start()
    for (let n = 0; n < 40; n += 1) {
      await one.write(homework, { text: `№ ${n}` })
      await one.rest()
    }
    await clock.advance(20 * 60_000, one.rest)
    expect(await summary(one.db, one.log)).toMatchObject({ unsent: 0 })
    expect(await kept()).toBe(40)
    const rows = await listEntries(one.db, one.log)
    expect(rows.filter((row) => row.state === 'conflict' || row.state === 'refused')).toEqual([])
  })

  it('T5 the hub accepts and АИС refuses later: the tablet still holds the entry and says where it is', async () => {
    const { tablet, ais, hub } = await start(true)
    const one = await tablet()
    one.engine.start()
    await one.write(attendance('p1'), absent)
    await one.rest()
    if (!ais) throw new Error('no АИС')
    const { apply } = ais.target
    ais.target.apply = async () => ({ ok: false, failure: { kind: 'locked', detail: 'the year is closed' } })
    const view = await one.browser.client.transfer()
    const back = await ais.click(view.kind === 'ok' ? view.value.sessionPage : '')
    await one.browser.send({ method: 'GET', path: back.pathname + back.search, body: null, timeoutMs: 1000 })
    await hub.carrier?.idle()
    ais.target.apply = apply
    one.engine.wake('bell')
    await one.rest()
    const after = await one.browser.client.transfer()
    expect(after).toMatchObject({ value: { stopped: 'locked' } })
    const [entry] = await listEntries(one.db, one.log)
    expect(['accepted', 'carrying']).toContain(entry?.state)
    expect((await readCell(one.db, attendance('p1'), one.log))?.value).toEqual(absent)
  })

  it('T6 a pull while entries are unconfirmed leaves their cells as they are', async () => {
    const { tablet } = await start()
    const one = await tablet()
    const colleague = await tablet('leader', 'other')
    one.engine.start()
    await one.rest()
    await colleague.write(attendance('p1'), { code: 'exempt' })
    colleague.engine.start()
    await colleague.rest()
    let tapped = false
    one.network.send = async (request) => {
      if (request.path === '/api/push') throw new Error('the way out is shut')
      const answer = await one.browser.send(request)
      // The teacher taps before the answer is there that brings the colleague's value.
      if (!tapped && request.path.startsWith('/api/pull')) await one.write(attendance('p1'), absent)
      tapped = true
      return answer
    }
    one.engine.wake('tap')
    await one.rest()
    expect(await one.db.cell.get(cellKey(attendance('p1')))).toMatchObject({ value: { code: 'exempt' } })
    expect((await readCell(one.db, attendance('p1'), one.log))?.value).toEqual(absent)
    expect(await summary(one.db, one.log)).toMatchObject({ unsent: 1 })
  })

  it.each([26, -26, 87_600, -87_600])(
    'T7 a clock that is %i hours off changes no order and no verdict',
    async (hours) => {
      const { tablet, db } = await start()
      const one = await tablet('algebraist', 'tablet', hours * 3_600_000)
      one.engine.start()
      await one.rest()
      await one.write(attendance('p1'), absent)
      await one.write(attendance('p1'), { code: 'late', minutes: 5 })
      await one.rest()
      expect(await one.states()).toEqual(['superseded', 'accepted'])
      expect((await readCell(one.db, attendance('p1'), one.log))?.value).toEqual({ code: 'late', minutes: 5 })
      const outages = await db.selectFrom('outage').select(['opened_at', 'restored_at']).execute()
      expect(outages).toMatchObject([
        { opened_at: expect.stringMatching(/^2026-11-24T0[45]/), restored_at: null },
      ])
    },
  )

  it('T8 the session ends with 50 queued: a pause, a sign-in, and all are sent', async () => {
    const { tablet, kept } = await start()
    const one = await tablet()
    one.engine.start()
    await one.rest()
    one.network.send = async () => ({
      ...{ status: 401, contentType: 'application/json', retryAfter: null },
      text: '{"error":"signInNeeded"}',
    })
    await fill(one, 50)
    one.engine.wake('tap')
    await one.rest()
    expect(one.status()).toMatchObject({ signInNeeded: true })
    expect(await kept()).toBe(0)
    one.network.send = one.browser.send
    one.engine.wake('signedIn')
    await one.rest()
    expect(await kept()).toBe(50)
  })

  it('T9 500 entries of the former schema are all readable and all sent', async () => {
    const { tablet, kept } = await start()
    const one = await tablet()
    await fill(one, 500)
    const rows = await one.db.log.toArray()
    await one.db.log.bulkPut(
      rows.map((row) => {
        const { prevHash: _, ...former } = row.entry
        return { ...row, entry: { ...former, schema: 1 } }
      }),
    )
    expect(await listEntries(one.db, one.log)).toHaveLength(500)
    one.engine.start()
    await one.write(attendance('p1'), absent)
    await one.rest()
    expect(await kept()).toBe(501)
    expect((await one.states()).filter((state) => state === 'refused' || state === 'held')).toEqual([])
  })

  it('T4 the connection says ok but the sender hangs: an alarm within two minutes', async () => {
    const { tablet, clock } = await start()
    const one = await tablet()
    one.engine.start()
    await one.rest()
    let giveUp = () => {}
    one.network.send = () =>
      new Promise((_, reject) => {
        giveUp = () => reject(new Error('given up'))
      })
    const change = { cell: attendance('p1'), value: absent, saw: null, follows: [] }
    await one.journal.record(one.author, [change])
    one.engine.wake('record')
    await vi.waitFor(() => expect(one.status()?.sending).toBe(true))
    const { unsent, oldestUnsentAt } = await summary(one.db, one.log)
    const { unsentMinutes } = settingsOf({})
    const alarmAfter = (ms: number, minutes = unsentMinutes) => {
      const ageMs = clock.now() + ms - Date.parse(oldestUnsentAt ?? '')
      return ageAlarm(one.status() ?? firstStatus, unsent, ageMs, minutes * 60_000)
    }
    expect(one.status()).toMatchObject({ hub: 'answers', sending: true })
    expect(alarmAfter(119_000)).toBe('none')
    expect(alarmAfter(120_000)).toBe('stuck')
    giveUp()
    await one.rest()
    expect(one.status()?.hub).not.toBe('answers')
    // Now the lamps say why, and only a quarter of an hour is too long.
    expect(alarmAfter(120_000)).toBe('none')
    expect(alarmAfter(15 * 60_000 - 1)).toBe('none')
    expect(alarmAfter(15 * 60_000)).toBe('old')
    // … or as long as the school has set.
    expect(alarmAfter(15 * 60_000, 40)).toBe('none')
    expect(alarmAfter(40 * 60_000, 40)).toBe('old')
  })

  it("T15 what a newer hub tells and this build can't read is kept, hides nothing, and is read after the update", async () => {
    const { tablet } = await start()
    const one = await tablet()
    const [known, unknown] = [attendance('p1'), `${algebraFirst}/behaviour/p1`]
    let newer = true
    one.network.send = async (request) => {
      const answer = await one.browser.send(request)
      if (!newer || !request.path.startsWith('/api/pull')) return answer
      const said = JSON.parse(answer.text)
      const strange = said.cells.map((cell: { key: string; cell: object }) => ({
        ...{ ...cell, key: unknown, state: 'conflict' },
        ...{ cell: { ...cell.cell, kind: 'behaviour' }, value: { stars: 5 } },
      }))
      const text = JSON.stringify({ ...said, protocol: 99, cells: [...said.cells, ...strange] })
      return { ...answer, text }
    }
    one.engine.start()
    await one.write(known, absent)
    await one.rest()
    expect(await readCell(one.db, known, one.log)).toMatchObject({ value: absent, state: 'accepted' })
    expect(await readUnread(one.db)).toMatchObject([{ key: unknown, conflict: true }])
    expect(await countConflicts(one.db)).toBe(1)
    expect(one.bugs).toEqual([])

    // The next build knows the kind: here the kept part becomes one that this build can read.
    const [part] = await readUnread(one.db)
    const cell = (await one.db.cell.toArray())[0]
    await one.db.unread.put({ ...(part as UnreadRow), raw: JSON.stringify({ ...cell, key: unknown }) })
    newer = false
    await rereadUnread(one.db)
    expect(await one.db.cell.get(unknown)).toMatchObject({ value: absent })
    // Nothing takes it away but its being read.
    expect(await one.db.unread.count()).toBe(0)
  })

  it('T17 an empty new tablet joins and erases nothing', async () => {
    const { tablet, db } = await start()
    const one = await tablet()
    one.engine.start()
    await one.write(attendance('p1'), absent)
    await one.rest()
    const before = await db.selectFrom('entry').selectAll().execute()
    const fresh = await tablet('algebraist', 'new')
    fresh.engine.start()
    await fresh.rest()
    expect(await db.selectFrom('entry').selectAll().execute()).toEqual(before)
    expect((await readCell(fresh.db, attendance('p1'), fresh.log))?.value).toEqual(absent)
  })

  it('a network that is gone for a day keeps everything too', async () => {
    const { tablet, kept, clock } = await start()
    const one = await tablet()
    one.network.send = cutNetwork
    one.engine.start()
    await one.write(attendance('p1'), absent)
    await clock.advance(24 * 3_600_000, one.rest)
    expect(await kept()).toBe(0)
    one.network.send = one.browser.send
    await clock.advance(5 * 60_000, one.rest)
    expect(await kept()).toBe(1)
  })
})
