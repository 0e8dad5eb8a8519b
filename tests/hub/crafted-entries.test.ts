// What no tablet of ours sends: the hub keeps or refuses it, and goes on for everybody else.
import { afterEach, describe, expect, it } from 'vitest'
import { judge } from '../../src/hub/intake/judge.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases)('crafted entries on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const deputy = (await rig.signIn('deputy', 'desk')).client
    return { ...rig, deputy, teacher: await rig.signIn('algebraist', 'tablet') }
  }
  const term = { id: 'q3', name: '3-я четверть', from: '2027-01-11', to: '2027-03-20' }

  it.skipIf(skip).each([
    ['?7А.1@2027-02-30', 'held notBound'],
    ['s1@2027-02-30', 'refused lessonUnknown'],
    ['s1@2026-11-24T00:00', 'refused lessonUnknown'],
  ])('a lesson of %s stops nobody', async (lesson, outcome) => {
    const { hub, deputy, teacher } = await start()
    const crafted = makeEntry({
      ...{ id: 'x', cell: { kind: 'topic', lesson } },
      value: { planItem: null, text: 'Степень' },
    })
    const pushed = await teacher.client.push(pushOf([crafted, makeEntry({ id: 'y', seq: 2 })]))
    if (pushed.kind !== 'ok') throw new Error(pushed.kind)
    expect(pushed.value.receipts.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      outcome,
      'accepted null',
    ])
    const edited = await deputy.editSchool({ version: 1, edits: [{ list: 'terms', add: term }] })
    expect(edited).toMatchObject({ kind: 'ok', value: { school: { version: 2 } } })
    await hub.replay()
    expect((await deputy.board()).kind).toBe('ok')
  })

  it.skipIf(skip)('one that can’t be read is kept as it came, and the log tells how many', async () => {
    const { lines, teacher } = await start()
    const crafted = makeEntry({ id: 'x', value: { nonsense: 'Ёлкина' } as never })
    expect(await teacher.client.push(pushOf([crafted]))).toMatchObject({
      value: { receipts: [{ state: 'held', reason: 'malformed' }] },
    })
    expect(lines.filter((one) => 'count' in one)).toMatchObject([{ count: 1 }])
    expect(JSON.stringify(lines)).not.toContain('Ёлкина')
  })

  it.skipIf(skip)('one that speaks for АИС is held alone, and its cell says nothing of it', async () => {
    const { hub, teacher } = await start()
    const forged = { ...makeEntry({ id: 'x' }), source: 'ais' as const }
    const topic = { kind: 'topic', lesson: algebraFirst } as const
    const honest = makeEntry({ id: 'y', seq: 2, cell: topic, value: { planItem: null, text: 'Степень' } })
    const pushed = await teacher.client.push(pushOf([forged, honest]))
    if (pushed.kind !== 'ok') throw new Error(pushed.kind)
    expect(pushed.value.receipts.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'held malformed',
      'accepted null',
    ])
    await hub.replay()
    expect(await teacher.client.pull(0, '')).toMatchObject({ value: { cells: [{ cell: topic }] } })
  })

  it.skipIf(skip)('a number that no hub has told begins no new life of it', async () => {
    const { db, teacher } = await start()
    await teacher.client.push(pushOf([makeEntry({ id: 'y' })]))
    const told = await teacher.client.pull(0, '')
    if (told.kind !== 'ok') throw new Error(told.kind)
    const { rev, incarnation } = told.value
    for (const asked of [`since=${rev + 20_000_000}`, `since=${rev}&seen=900000000000`]) {
      const path = `/api/pull?${asked}&incarnation=${incarnation}`
      const answer = await teacher.send({ method: 'GET', path, body: null, timeoutMs: 1000 })
      expect([answer.status, JSON.parse(answer.text)]).toEqual([400, { error: 'malformed' }])
    }
    // The entries of whoever says so are taken all the same.
    const seen = { rev: rev + 20_000_000, incarnation }
    const pushed = await teacher.client.push({ ...pushOf([makeEntry({ id: 'z', seq: 2 })]), seen })
    expect(pushed).toMatchObject({ value: { incarnation, receipts: [{ state: 'accepted' }] } })
    expect(await db.selectFrom('life').select('incarnation').execute()).toEqual([])
  })

  it.skipIf(skip)('one that is nested without end is refused, and nothing of its batch is kept', async () => {
    const { db, teacher } = await start()
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const body = JSON.stringify(pushOf([{ ...makeEntry({ id: 'x' }), more: 'here' }])).replace(
      '"here"',
      nested,
    )
    const answer = await teacher.send({ method: 'POST', path: '/api/push', body, timeoutMs: 1000 })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, { error: 'malformed' }])
    expect(await db.selectFrom('entry').select('id').execute()).toEqual([])
  })
})

it('an entry that breaks the judging is held as it came', () => {
  const envelope = makeEntry({ id: 'x' })
  const broken = new Proxy(tinySchool, {
    get: (school, name) => {
      if (name === 'timetable') throw new Error('broken')
      return Reflect.get(school, name)
    },
  })
  const former = { listsOf: () => null, ownOf: () => null, lacks: () => false }
  const arrival = { envelope: envelope as never, hash: '' }
  expect(judge(broken, former, arrival, '2026-11-24T05:00:00.000Z')).toMatchObject({
    ...{ arrival, entry: null, state: 'held', reason: 'malformed' },
  })
})
