// What waits behind a lost, unreadable or undelivered entry goes on by a deputy's word, and overwrites nothing unseen.
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const absent = { code: 'absent' } as const
const late = { code: 'late', minutes: 5 } as const
const exempt = { code: 'exempt' } as const
const attendanceOfP2 = { ...attendanceOfP1, pupil: 'p2' } as typeof attendanceOfP1

describe.each(databases)('what waits in vain, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const test = it.skipIf(skip)

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const push = async (...entries: Entry[]) => {
      const [first] = entries
      if (!first) throw new Error('nothing to push')
      const { client } = await rig.signIn(first.log.person, first.log.device)
      const outcome = await client.push(pushOf(entries))
      return outcome.kind === 'ok' ? outcome.value.receipts.map((one) => one.state) : [outcome.kind]
    }
    const deputy = (await rig.signIn('deputy', 'desk')).client
    const states = async () => {
      const rows = await rig.db.selectFrom('entry').select(['id', 'state']).orderBy('id').execute()
      return Object.fromEntries(rows.map((row) => [row.id, row.state]))
    }
    const candidates = async (): Promise<unknown[]> =>
      JSON.parse((await rig.db.selectFrom('cell').select('candidates').executeTakeFirstOrThrow()).candidates)
    const loseTablet = () =>
      deputy.declareLoss({ id: 'loss-1', device: 'tablet', person: 'algebraist', cause: 'gone' })
    return { ...rig, push, deputy, states, candidates, loseTablet }
  }
  /** The second entry of a log whose first has never come. */
  const behind = makeEntry({ id: 'x', seq: 2, value: late, saw: absent, follows: ['gone'] })
  const colleague = { ...makeEntry({ id: 'b', author: 'leader', value: exempt }), log: otherLog('leader') }
  function otherLog(person: string): Entry['log'] {
    return { device: 'other', person, epoch: 1 }
  }

  test('a declared loss releases what the tablet had sent after what it took along', async () => {
    const { push, states, loseTablet, signIn } = await start()
    const next = makeEntry({ id: 'y', seq: 3, value: exempt, saw: late, follows: ['x'] })
    expect(await push(behind, next)).toEqual(['waiting', 'waiting'])
    await loseTablet()
    expect(await states()).toEqual({ x: 'superseded', y: 'accepted' })
    const pulled = await (await signIn('algebraist', 'new')).client.pull(0, '')
    const told = [
      { id: 'x', state: 'superseded' },
      { id: 'y', state: 'accepted' },
    ]
    expect(pulled).toMatchObject({ value: { entries: told, cells: [{ value: exempt }] } })
  })

  test('what follows several that are lost is released in one act', async () => {
    const { push, states, loseTablet } = await start()
    expect(await push({ ...behind, follows: ['gone', 'gone too'] })).toEqual(['waiting'])
    await loseTablet()
    expect(await states()).toEqual({ x: 'accepted' })
  })

  test('over a value that its author may not have seen it is a candidate, never the winner', async () => {
    const { push, states, candidates, loseTablet } = await start()
    await push(colleague)
    expect(await push(behind)).toEqual(['waiting'])
    await loseTablet()
    expect(await states()).toEqual({ b: 'conflict', x: 'conflict' })
    expect(await candidates()).toEqual([
      { value: exempt, entries: ['b'] },
      { value: late, entries: ['x'] },
    ])
  })

  test('entries of a tablet that lives go on waiting', async () => {
    const { push, states, loseTablet } = await start()
    await push(makeEntry({ id: 'a', cell: attendanceOfP2 }))
    await push({ ...behind, log: otherLog('algebraist') })
    await loseTablet()
    expect(await states()).toEqual({ a: 'accepted', x: 'waiting' })
  })

  test('what was lost and comes after all is replaced by what its author recorded after it', async () => {
    const { push, states, loseTablet } = await start()
    await push(behind)
    await loseTablet()
    expect(await push(makeEntry({ id: 'gone' }))).toEqual(['superseded'])
    expect(await states()).toEqual({ gone: 'superseded', x: 'accepted' })
  })

  test('a later arrival that follows what a deputy has set aside does not wait either', async () => {
    const { push, states, loseTablet } = await start()
    await push(behind)
    await loseTablet()
    const third = { ...behind, id: 'z', seq: 3, cell: attendanceOfP2 }
    expect(await push(third)).toEqual(['accepted'])
    expect(await states()).toEqual({ x: 'accepted', z: 'accepted' })
  })

  /** An entry that this hub can't read, and one that follows it. */
  const held = { ...makeEntry({ id: 'h', value: absent }), schema: 99 }
  const follower = { ...behind, follows: ['h'] }

  test('a held entry is given up to its author, and what stood behind it goes on', async () => {
    const { push, states, deputy, signIn } = await start()
    expect(await push(held, follower)).toEqual(['held', 'waiting'])
    const lines = [
      { state: 'held', blockers: ['h'] },
      { state: 'waiting', blockers: ['h'] },
    ]
    const board = await deputy.board()
    const stuck = board.kind === 'ok' ? board.value.stuck : []
    expect([...stuck].sort((a, b) => (a.state < b.state ? -1 : 1))).toMatchObject(lines)
    expect(await deputy.setAside({ id: 'act', entries: ['h'] })).toMatchObject({ value: { moved: false } })
    expect(await states()).toEqual({ h: 'refused', x: 'accepted' })
    const pulled = await (await signIn('algebraist', 'tablet')).client.pull(0, '')
    const verdict = { id: 'h', state: 'refused', reason: 'setAside' }
    expect(pulled).toMatchObject({ value: { entries: expect.arrayContaining([verdict]) } })
    // The tablet that sends it again hears the same.
    expect(await push(held)).toEqual(['refused'])
  })

  test('a held entry that names nonsense as what it follows stops nobody', async () => {
    const { push, states, deputy } = await start()
    await push({ ...held, follows: 7 } as unknown as Entry, follower)
    await deputy.setAside({ id: 'act', entries: ['h'] })
    expect(await states()).toEqual({ h: 'refused', x: 'accepted' })
  })

  test('one that never came is set aside by hand, once, and is told in the audit', async () => {
    const { push, states, deputy, db } = await start()
    await push(behind)
    expect(await deputy.board()).toMatchObject({
      value: { stuck: [{ state: 'waiting', blockers: ['gone'] }] },
    })
    for (let times = 0; times < 2; times += 1)
      expect(await deputy.setAside({ id: 'act', entries: ['gone'] })).toMatchObject({
        value: { moved: false },
      })
    expect(await states()).toEqual({ x: 'accepted' })
    const lines = await db.selectFrom('audit').selectAll().where('action', '=', 'setAside').execute()
    expect(lines).toMatchObject([{ who: 'deputy', after: '0 held, 1 missing' }])
  })

  test('nothing is set aside that has come meanwhile', async () => {
    const { push, states, deputy } = await start()
    await push(makeEntry({ id: 'gone' }), behind)
    const act = { id: 'act', entries: ['gone', 'never'] }
    expect(await deputy.setAside(act)).toMatchObject({ value: { moved: true } })
    expect(await states()).toEqual({ gone: 'superseded', x: 'accepted' })
  })

  test.each(['algebraist', 'leader', 'head'])('%s may not say so', async (login) => {
    const { push, states, signIn } = await start()
    await push(behind)
    const { client } = await signIn(login, 'another')
    const refused = { kind: 'refused', problem: { error: 'forbidden' } }
    expect(await client.setAside({ id: 'act', entries: ['gone'] })).toMatchObject(refused)
    expect(await states()).toEqual({ x: 'waiting' })
  })
})
