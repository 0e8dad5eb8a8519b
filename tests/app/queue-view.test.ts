// The queue as a person reads it, with a real hub behind: refused, mended, read, sent lesson by lesson.
import { afterEach, describe, expect, it } from 'vitest'
import { queueView } from '../../src/app/outbox/queue-view.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { listEntries } from '../../src/store/outbox-view.ts'
import { noteReadRefusals, readReadRefusals } from '../../src/store/reading/queue-facts.ts'
import { algebraFirst, algebraLast } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet, cutNetwork, type Tablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

const absent = { code: 'absent' } as const
const of = (pupil: string, lesson = algebraFirst): Cell => ({ kind: 'attendance', lesson, pupil })

describe('the queue on the screen', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  /** 10:00 at the school: the day's last lesson, at 12:50, has not begun. */
  const start = async () => {
    const clock = createTurnableClock('2026-11-24T03:00:00.000Z')
    const database = await databases[0]?.open()
    if (!database) throw new Error('no database')
    const rig = await createHubRig({ db: database.db, clock })
    const browser = await rig.signIn('algebraist', 'tablet')
    const one = await createTablet({ clock, send: browser.send, person: 'algebraist', device: 'tablet' })
    closing.push(database.drop, rig.hub.close, one.close)
    one.engine.start()
    await one.rest()
    return { one, clock, browser }
  }
  const viewOf = async (one: Tablet) =>
    queueView(await listEntries(one.db, one.log), one.status()?.held ?? [], await readReadRefusals(one.db))

  it('tells refusals of one lesson and one reason together, until the cells are written anew', async () => {
    const { one, clock } = await start()
    await one.write(of('p1', algebraLast), absent)
    await one.write(of('p2', algebraLast), absent)
    await one.write(of('p1'), absent)
    await one.rest()
    const before = await viewOf(one)
    expect(before.attention.map(({ kind, entries }) => [kind, entries[0].reason, entries.length])).toEqual([
      ['refused', 'lessonNotBegun', 2],
    ])
    expect(before.byState).toMatchObject({ refused: 2, accepted: 1 })

    await clock.advance(3 * 3_600_000, one.rest)
    await one.write(of('p1', algebraLast), absent)
    await one.rest()
    const after = await viewOf(one)
    expect(after.attention.flatMap((trouble) => trouble.entries)).toHaveLength(1)
    expect(after.mended).toHaveLength(1)
    // Nothing leaves the account because it was mended.
    expect(after.byState).toMatchObject({ refused: 2, accepted: 2 })
  })

  it('puts aside a refusal that was read, and keeps counting it', async () => {
    const { one } = await start()
    await one.write(of('p1', algebraLast), absent)
    await one.rest()
    const [trouble] = (await viewOf(one)).attention
    await noteReadRefusals(one.db, [trouble?.entries[0].entry.id ?? ''])
    const view = await viewOf(one)
    expect(view.attention).toEqual([])
    expect(view.mended).toHaveLength(1)
    expect(view.byState.refused).toBe(1)
  })

  it('lists what waits here lesson by lesson, the newest first', async () => {
    const { one } = await start()
    one.network.send = cutNetwork
    await one.write(of('p1'), absent)
    await one.write({ kind: 'topic', lesson: algebraLast }, { planItem: null, text: 'Степень' })
    await one.write(of('p2'), absent)
    await one.rest()
    const { lessons, byState } = await viewOf(one)
    expect(lessons.map(({ lesson, entries }) => [lesson, entries.map((each) => each.entry.seq)])).toEqual([
      [algebraFirst, [3, 1]],
      [algebraLast, [2]],
    ])
    expect(byState.queued).toBe(3)
  })
})
