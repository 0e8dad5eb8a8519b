// Points of the backlog: noted once a minute when something has changed, kept across a restart, read as steps.
import { afterEach, describe, expect, it } from 'vitest'
import { chain } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const minuteMs = 60_000
const log = chain(
  ['p1', 'p2', 'p3'].map((pupil) => ({
    id: pupil,
    cell: { kind: 'attendance', lesson: algebraFirst, pupil } as const,
  })),
)

describe.each(databases)('the backlog over time, on $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async () => {
    const database = await open()
    closing.push(database.drop)
    const rig = await createHubRig({ db: database.db })
    closing.push(rig.hub.close)
    const teacher = await rig.signIn('algebraist', 'tablet')
    const head = await rig.signIn('head')
    const steps = async () => {
      const outcome = await head.client.backlogHistory()
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      return outcome.value.steps.map((one) => [one.at.slice(11, 16), one.recorded, one.waiting])
    }
    const pass = async (ms: number) => {
      await rig.clock.advance(ms)
      // The databases answer in real time.
      await rig.hub.backlog.note()
    }
    return { rig, teacher, steps, pass }
  }
  const test = it.skipIf(skip)

  test('has a point for each minute in which something came, and none while nothing does', async () => {
    const { rig, teacher, steps, pass } = await start()
    expect(await steps()).toEqual([])
    await teacher.client.push(pushOf(log.slice(0, 2)))
    await pass(minuteMs)
    await pass(10 * minuteMs)
    await teacher.client.push(pushOf(log.slice(2)))
    await pass(minuteMs)
    const points = await rig.db.selectFrom('backlog_point').select(['at', 'waiting']).orderBy('at').execute()
    expect(points.map((one) => [one.at.slice(11, 16), one.waiting])).toEqual([
      ['05:01', 2],
      ['05:12', 3],
    ])
    await rig.clock.advance(5 * minuteMs)
    expect(await steps()).toEqual([
      ['05:01', 2, 2],
      ['05:12', 3, 3],
      ['05:17', 3, 3],
    ])
  })

  test('is noted by the bell and the clock alone', async () => {
    const { rig, teacher } = await start()
    await teacher.client.push(pushOf(log))
    await rig.clock.advance(minuteMs)
    await expect
      .poll(async () => (await rig.db.selectFrom('backlog_point').selectAll().execute()).length)
      .toBe(1)
  })

  test('is told to the administration alone', async () => {
    const { teacher } = await start()
    expect(await teacher.client.backlogHistory()).toMatchObject({ problem: { error: 'forbidden' } })
  })
})
