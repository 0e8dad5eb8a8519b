// A reminder reaches the tablet of the one reminded and nobody else's, once; put aside, it stays so, network or not.
import { afterEach, describe, expect, it } from 'vitest'
import { dismissReminder, readReminders } from '../../src/store/reminders.ts'
import { createTablet, cutNetwork } from '../sync/tablet.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'

describe.each(databases)('a reminder, on $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const test = it.skipIf(skip)
  const start = async () => {
    const database = await open()
    closing.push(database.drop)
    const rig = await createHubRig({ db: database.db })
    closing.push(rig.hub.close)
    const tabletOf = async (person: string) => {
      const browser = await rig.signIn(person)
      const tablet = await createTablet({
        clock: rig.clock,
        send: browser.send,
        person,
        device: browser.device,
      })
      closing.push(tablet.close)
      tablet.engine.start()
      await tablet.rest()
      const told = async () => (await readReminders(tablet.db)).map((one) => `${one.sender}: ${one.text}`)
      const meet = async () => {
        tablet.engine.wake('bell')
        await tablet.rest()
      }
      return { ...tablet, told, meet }
    }
    return { rig, tabletOf, deputy: (await rig.signIn('deputy', 'desk')).client }
  }
  const wanted = { id: 'r1', person: 'algebraist', text: 'Внесите записи' }

  test('stands on the tablet with who sent it, once, and no longer when it was put aside', async () => {
    const { tabletOf, deputy } = await start()
    const teacher = await tabletOf('algebraist')
    const other = await tabletOf('leader')
    expect(await deputy.remind(wanted)).toMatchObject({
      value: { reminders: [{ person: 'algebraist', name: 'Рябинина И.', sender: 'Завьялова И.' }] },
    })
    // The answer was lost, and it is sent again.
    await deputy.remind(wanted)
    await deputy.remind({ ...wanted, id: 'r2', text: 'И ещё раз' })
    await teacher.meet()
    await other.meet()
    expect(await teacher.told()).toEqual(['Завьялова И.: Внесите записи', 'Завьялова И.: И ещё раз'])
    expect(await other.told()).toEqual([])

    teacher.network.send = cutNetwork
    await dismissReminder(teacher.db, 'r1')
    await teacher.meet()
    expect(await teacher.told()).toEqual(['Завьялова И.: И ещё раз'])
  })

  test('is told for two weeks', async () => {
    const { rig, tabletOf, deputy } = await start()
    await deputy.remind(wanted)
    rig.clock.set('2026-12-08T04:59:00.000Z')
    const teacher = await tabletOf('algebraist')
    expect(await teacher.told()).toHaveLength(1)
    rig.clock.set('2026-12-08T05:01:00.000Z')
    await teacher.meet()
    expect(await teacher.told()).toEqual([])
  })

  test('is told however many came before it: of too many the oldest are left out', async () => {
    const { rig, tabletOf } = await start()
    const rows = Array.from({ length: 60 }, (_, n) => ({
      ...{ id: `r${n}`, person: 'algebraist', sender: 'deputy', text: `№ ${n}` },
      at: `2026-11-24T04:${String(n).padStart(2, '0')}:00.000Z`,
    }))
    await rig.db.insertInto('reminder').values(rows).execute()
    const told = await (await tabletOf('algebraist')).told()
    expect([told.length, told.at(-1)]).toEqual([50, 'Завьялова И.: № 59'])
  })

  test.each<[string, string, object, string]>([
    ['a teacher', 'leader', wanted, 'forbidden'],
    ['a deputy to nobody of the school', 'deputy', { ...wanted, person: 'p1' }, 'notFound'],
    ['a deputy without words', 'deputy', { ...wanted, text: '' }, 'malformed'],
  ])('is not sent by %s', async (_, person, what, error) => {
    const { rig } = await start()
    const { client } = await rig.signIn(person)
    expect(await client.remind(what as typeof wanted)).toMatchObject({ problem: { error } })
    expect(await rig.db.selectFrom('reminder').selectAll().execute()).toEqual([])
  })

  test('is listed to the administration alone', async () => {
    const { rig } = await start()
    expect(await (await rig.signIn('leader')).client.reminders()).toMatchObject({
      problem: { error: 'forbidden' },
    })
    expect(await (await rig.signIn('head')).client.reminders()).toMatchObject({ value: { reminders: [] } })
  })
})
