// The watch opens and closes the register by probes alone (п. 3.1), and the term of п. 3.2 starts with the return.
import { afterEach, describe, expect, it } from 'vitest'
import type { PullAnswer } from '../../src/contract/protocol.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { makeEntry } from '../domain/entries.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases)('the outage watch on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  const start = async () => {
    const clock = createTurnableClock('2026-11-24T02:00:00.000Z')
    const database = await open()
    const ais = await createStandInRig(clock)
    const rig = await createHubRig({ db: database.db, clock, target: ais.target })
    stop = async () => {
      await rig.hub.close()
      await ais.standIn.close()
      await database.drop()
    }
    const teacher = await rig.signIn('algebraist', 'tablet')
    const look = async (at: string) => {
      clock.set(at)
      await rig.hub.watch?.look()
    }
    const pull = async (): Promise<PullAnswer> => {
      const answer = await teacher.client.pull(0, '')
      if (answer.kind !== 'ok') throw new Error(answer.kind)
      return answer.value
    }
    return { ...rig, ...ais, teacher, look, pull }
  }
  afterEach(() => stop())
  const test = it.skipIf(skip)

  test('opens at the first failure and closes after ten quiet minutes, at the first success', async () => {
    const { standIn, look, pull } = await start()
    await look('2026-11-24T02:00:00.000Z')
    expect((await pull()).outages).toEqual([])
    await standIn.down()
    await look('2026-11-24T02:01:00.000Z')
    expect((await pull()).outages).toMatchObject([
      { no: 1, openedAt: '2026-11-24T02:01:00.000Z', restoredAt: null, due: null },
    ])
    await standIn.up()
    await look('2026-11-24T04:00:00.000Z')
    await look('2026-11-24T04:09:00.000Z')
    expect((await pull()).outages[0]).toMatchObject({ restoredAt: '2026-11-24T04:00:00.000Z', due: null })
    await look('2026-11-24T04:10:00.000Z')
    // Tuesday's return: Wednesday and Thursday, until 24:00 of Thursday at the school (UTC+7).
    expect((await pull()).outages[0]).toMatchObject({
      restoredAt: '2026-11-24T04:00:00.000Z',
      closedAt: '2026-11-24T04:10:00.000Z',
      due: '2026-11-26T17:00:00.000Z',
      strict: '2026-11-25T17:00:00.000Z',
    })
  })

  test('takes a short return back when access fails again', async () => {
    const { standIn, look, pull } = await start()
    await standIn.down()
    await look('2026-11-24T02:01:00.000Z')
    await standIn.up()
    await look('2026-11-24T02:05:00.000Z')
    await standIn.down()
    await look('2026-11-24T02:08:00.000Z')
    expect((await pull()).outages).toMatchObject([{ no: 1, restoredAt: null, closedAt: null }])
  })

  test('gives entries of an outage its number, even when they come after its end', async () => {
    const { standIn, look, teacher, db, clock } = await start()
    await standIn.down()
    await look('2026-11-24T01:05:00.000Z')
    await standIn.up()
    await look('2026-11-24T02:05:00.000Z')
    await look('2026-11-24T02:15:00.000Z')
    clock.set('2026-11-24T03:00:00.000Z')
    await teacher.client.push(pushOf([makeEntry({ id: 'late' })]))
    expect(await db.selectFrom('entry').select('outage').execute()).toEqual([{ outage: 1 }])
  })

  test('leaves an entry to the outage it was recorded in, though another is open as it comes', async () => {
    const { standIn, look, teacher, db, clock } = await start()
    await standIn.down()
    await look('2026-11-24T01:05:00.000Z')
    await standIn.up()
    await look('2026-11-24T02:05:00.000Z')
    await look('2026-11-24T02:15:00.000Z')
    await standIn.down()
    await look('2026-11-24T03:00:00.000Z')
    clock.set('2026-11-24T03:01:00.000Z')
    const entry = { ...makeEntry({ id: 'first' }), clock: { offsetMs: 0, doubtMs: 1000 } }
    await teacher.client.push(pushOf([entry]))
    expect(await db.selectFrom('entry').select('outage').execute()).toEqual([{ outage: 1 }])
  })

  test('opens an outage of the one teacher who records while АИС answers', async () => {
    const { look, teacher, pull } = await start()
    await look('2026-11-24T02:00:00.000Z')
    await teacher.client.push(pushOf([makeEntry({ id: 'a1' })]))
    expect((await pull()).outages).toMatchObject([
      { scope: { kind: 'teacher', person: 'algebraist' }, due: null },
    ])
  })

  test('asks as many quiet minutes as the school has set', async () => {
    const { standIn, look, pull, signIn } = await start()
    const { client } = await signIn('deputy')
    await client.editSchool({
      version: 1,
      edits: [{ list: 'settings', add: { name: 'quietMinutes', value: '3' } }],
    })
    await standIn.down()
    await look('2026-11-24T02:01:00.000Z')
    await standIn.up()
    await look('2026-11-24T04:00:00.000Z')
    await look('2026-11-24T04:02:59.000Z')
    expect((await pull()).outages[0]).toMatchObject({ closedAt: null })
    await look('2026-11-24T04:03:00.000Z')
    expect((await pull()).outages[0]).toMatchObject({ closedAt: '2026-11-24T04:03:00.000Z' })
  })

  test('leaves alone what a person has entered: a person ends it', async () => {
    const { standIn, look, pull, signIn } = await start()
    const { client } = await signIn('deputy')
    const scope = { kind: 'school' } as const
    await client.outageAct({ kind: 'open', scope, at: '2026-11-24T01:00:00.000Z', reason: 'не входит никто' })
    await look('2026-11-24T02:01:00.000Z')
    await standIn.down()
    await look('2026-11-24T02:02:00.000Z')
    await standIn.up()
    await look('2026-11-24T04:00:00.000Z')
    await look('2026-11-24T04:30:00.000Z')
    expect((await pull()).outages).toMatchObject([{ no: 1, restoredAt: null, closedAt: null }])
    expect(await client.outageAct({ kind: 'end', no: 1, at: '2026-11-24T04:00:00.000Z' })).toMatchObject({
      value: { outages: [{ outage: { closedAt: '2026-11-24T04:30:00.000Z' } }] },
    })
  })

  test('a person doesn’t end what the probes have opened', async () => {
    const { standIn, look, signIn } = await start()
    const { client } = await signIn('deputy')
    await standIn.down()
    await look('2026-11-24T02:01:00.000Z')
    expect(await client.outageAct({ kind: 'end', no: 1, at: '2026-11-24T02:01:00.000Z' })).toMatchObject({
      value: { unfit: 'keptByWatch' },
    })
  })
})
