// On PostgreSQL transactions of several connections meet: whatever one of them reads before it writes must still stand.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { createWatch } from '../../src/hub/outages/watch.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases.filter((one) => one.name === 'PostgreSQL'))('two who write at once', (at) => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = async () => {
    const database = await at.open()
    const rig = await createHubRig({ db: database.db })
    const connect = async () => {
      const one = new pg.Client({ connectionString: 'url' in database.place ? database.place.url : '' })
      await one.connect()
      closing.push(() => one.end())
      return one
    }
    closing.push(database.drop, rig.hub.close)
    const side = await connect()
    // Another one to look on: inside a transaction the server tells always the same.
    const onlooker = await connect()
    const waiting = async (count: number): Promise<void> => {
      const { rows } = await onlooker.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      if (rows.length < count) await waiting(count)
    }
    /**
     * Both come while somebody else's batch is under way, the first ahead of the second. That one only locks the row: who
     * waits for a changed row looks for its new version first, and the second may find that sooner.
     */
    const behindABatch = async <A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> => {
      await side.query('begin')
      await side.query('select rev from revision for update')
      const one = first()
      await waiting(1)
      const other = second()
      await waiting(2)
      await side.query('commit')
      return Promise.all([one, other])
    }
    return { ...rig, behindABatch }
  }

  it.skipIf(at.skip)('a value that comes first is not lost with the one given up', async () => {
    const { db, signIn, behindABatch } = await start()
    const teacher = (await signIn('algebraist', 'tablet')).client
    const deputy = (await signIn('deputy', 'desk')).client
    const first = makeEntry({ id: 'a1' })
    await teacher.push(pushOf([first]))
    const next = makeEntry({
      id: 'a2',
      seq: 2,
      value: { code: 'present' },
      saw: first.value,
      follows: ['a1'],
    })
    const cells = [{ key: `${algebraFirst}/attendance/p1`, holders: ['a1'] }]
    const [, given] = await behindABatch(
      () => teacher.push(pushOf([next])),
      () => deputy.giveUpTransfer({ id: 'act', cells, cause: 'locked', note: '' }),
    )
    expect(given).toMatchObject({ value: { entries: 0, moved: true } })
    expect(await db.selectFrom('cell').select(['value', 'holders']).execute()).toEqual([
      { value: '{"code":"present"}', holders: '["a2"]' },
    ])
  })

  it.skipIf(at.skip)('of two edits of the same lists the second is told that they have changed', async () => {
    const { db, signIn, behindABatch } = await start()
    const deputy = (await signIn('deputy', 'desk')).client
    const edit = (lesson: string) => () =>
      deputy.editSchool({
        version: 1,
        edits: [{ list: 'substitutions', add: { lesson, teacher: 'leader' } }],
      })
    const [first, second] = await behindABatch(edit('s1@2026-11-24'), edit('s4@2026-11-24'))
    expect(first).toMatchObject({ value: { school: { version: 2 } } })
    expect(second).toMatchObject({ value: { stale: true } })
    expect(await db.selectFrom('school_version').select('version').execute()).toHaveLength(2)
  })

  it.skipIf(at.skip)('one name is bound to one pupil', async () => {
    const { db, signIn, behindABatch } = await start()
    const teacher = (await signIn('algebraist', 'tablet')).client
    const deputy = (await signIn('deputy', 'desk')).client
    const cell = { kind: 'attendance', lesson: algebraFirst, pupil: '?Новенький' } as const
    await teacher.push(pushOf([makeEntry({ id: 'b1', cell })]))
    const bind = (pupil: string) => () => {
      const pupils = [{ named: cell.pupil, pupil }]
      return deputy.bindByHand({ person: 'algebraist', lesson: algebraFirst, into: algebraFirst, pupils })
    }
    const [, second] = await behindABatch(bind('p1'), bind('p2'))
    expect(second).toMatchObject({ value: { unfit: 'nothing' } })
    expect(await db.selectFrom('cell').select('key').execute()).toEqual([
      { key: `${algebraFirst}/attendance/p1` },
    ])
  })

  it.skipIf(at.skip)('one held entry is set aside once', async () => {
    const { db, signIn, behindABatch } = await start()
    const teacher = (await signIn('algebraist', 'tablet')).client
    const deputy = (await signIn('deputy', 'desk')).client
    const cell = { kind: 'attendance', lesson: algebraFirst, pupil: '?Новенький' } as const
    await teacher.push(pushOf([makeEntry({ id: 'b1', cell })]))
    const pupils = [{ named: cell.pupil, pupil: 'p1' }]
    const [, aside] = await behindABatch(
      () => deputy.bindByHand({ person: 'algebraist', lesson: algebraFirst, into: algebraFirst, pupils }),
      () => deputy.setAside({ id: 'act', entries: ['b1'] }),
    )
    expect(aside).toMatchObject({ value: { moved: true } })
    expect(await db.selectFrom('entry').select('state').execute()).toEqual([{ state: 'accepted' }])
  })

  it.skipIf(at.skip)('an outage that a deputy and a probe see at once is opened once', async () => {
    const { db, hub, clock, signIn, behindABatch } = await start()
    const deputy = (await signIn('deputy', 'desk')).client
    const target = { probe: async () => ({ at: clock.instant(), reach: 'down', evidence: 'no answer' }) }
    const watch = createWatch({
      ...{ db, doorbell: hub.doorbell, newId: randomUUID, setTimer: clock.setTimer },
      target: target as unknown as Parameters<typeof createWatch>[0]['target'],
      ...{ report: () => {}, everyMs: 60_000, quietMs: async () => 600_000 },
    })
    await behindABatch(
      () =>
        deputy.outageAct({
          ...{ kind: 'open', scope: { kind: 'school' }, at: '2026-11-24T04:00:00.000Z', reason: 'x' },
        }),
      () => watch.look(),
    )
    expect(await db.selectFrom('outage').select('no').execute()).toHaveLength(1)
  })
})
