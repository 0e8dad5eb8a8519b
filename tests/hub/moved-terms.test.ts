// A term that another outage moves is told to every tablet, to and fro: a date that stays behind calls late what is not.
import { afterEach, describe, expect, it } from 'vitest'
import { nextRevision } from '../../src/hub/database/revision.ts'
import { followOutage, openOutage } from '../../src/hub/outages/follow.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'

const who = 'deputy'

describe.each(databases)('a term that another outage moves, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const test = it.skipIf(skip)

  /** An outage of Tuesday that is over, and another of Wednesday that has gone on for ten minutes. */
  const start = async () => {
    const database = await open()
    const clock = createTurnableClock('2026-11-25T02:10:00.000Z')
    const { hub, db, signIn } = await createHubRig({ db: database.db, clock })
    stop = async () => {
      await hub.close()
      await database.drop()
    }
    const opened = (at: string) =>
      db.transaction().execute(async (trx) => {
        const opening = { scope: { kind: 'school' }, at, who, probe: null, reason: null } as const
        return openOutage(trx, opening, await nextRevision(trx))
      })
    const over = (no: number, at: string) =>
      db.transaction().execute(async (trx) => {
        const rev = await nextRevision(trx)
        await followOutage(trx, no, { kind: 'restored', at, who, probe: null }, rev)
        await followOutage(trx, no, { kind: 'closed', at, who }, rev)
      })
    await over(await opened('2026-11-24T01:00:00.000Z'), '2026-11-24T02:00:00.000Z')
    const second = await opened('2026-11-25T02:00:00.000Z')
    const { client } = await signIn('algebraist', 'tablet')
    let since = 0
    /** What one more pull brings of each outage's term. */
    const told = async () => {
      const answer = await client.pull(since, '')
      if (answer.kind !== 'ok') throw new Error(answer.kind)
      since = answer.value.rev
      return Object.fromEntries(answer.value.outages.map((one) => [one.no, [one.due, one.extendedBy ?? 0]]))
    }
    return { hub, clock, told, over: (at: string) => over(second, at) }
  }
  const own = '2026-11-26T17:00:00.000Z'

  test('moves on by itself as that one grows half an hour old', async () => {
    const { hub, clock, told } = await start()
    expect(await told()).toEqual({ 1: [own, 0], 2: [null, 0] })
    await hub.terms.look()
    await told()
    clock.set('2026-11-25T02:29:00.000Z')
    await hub.terms.look()
    expect(await told()).toEqual({})
    clock.set('2026-11-25T02:31:00.000Z')
    await hub.terms.look()
    expect(await told()).toMatchObject({ 1: [null, 2] })
    // Told once: nothing more moves.
    await hub.terms.look()
    expect(await told()).toEqual({})
  })

  test('comes back when that one turns out to have been short', async () => {
    const { clock, told, over } = await start()
    clock.set('2026-11-25T02:40:00.000Z')
    expect(await told()).toMatchObject({ 1: [null, 2] })
    await over('2026-11-25T02:20:00.000Z')
    expect(await told()).toMatchObject({ 1: [own, 0] })
  })
})
