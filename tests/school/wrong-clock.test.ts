// An outage on a tablet whose clock is wrong: what becomes of its entries goes by the timetable and the hub's clock.
import { afterEach, describe, expect, it } from 'vitest'
import { lessonsOn } from '../../src/domain/lesson.ts'
import { dateAt } from '../../src/domain/time.ts'
import { at, read } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { lessonIn, recordLesson, type Story, tellStory } from './story.ts'

const [lesson, next] = ['w2@2026-11-24', 'w3@2026-11-25']
const hour = 3_600_000

describe.each([
  ['a day ahead', 24 * hour],
  ['seven hours ahead', 7 * hour],
])('an outage with a tablet whose clock is %s', (_, clockErrorMs) => {
  let story: Story | null = null
  afterEach(async () => story?.end())

  /** Without a network it has recorded Tuesday's lesson in its time, all but the homework, and Wednesday's after midnight. */
  const tell = async () => {
    story = await tellStory('24.11 07:50')
    const { ais, look, tabletOf, clock } = story
    const tablet = await tabletOf('algebraist', { clockErrorMs })
    tablet.author.clock = tablet.status()?.clock ?? null
    await ais.standIn.down()
    await look('24.11 08:01')
    tablet.network.send = cutNetwork
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, lesson)
    clock.set(at('24.11 15:45'))
    await tablet.write({ kind: 'homework', lesson }, { none: true })
    clock.set(at('26.11 00:30'))
    await recordLesson(tablet, next)
    return { ...story, tablet }
  }

  it('loses nothing, and each entry stands on the date of its lesson and in its outage', async () => {
    const { tablet, clock, database, look, ais } = await tell()
    expect(await tablet.states()).toEqual(['queued', 'queued', 'queued', 'queued', 'queued'])
    clock.set(at('26.11 07:40'))
    await tablet.meetHub()
    expect(await tablet.states()).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'accepted'])
    const lists = await tablet.lists()
    expect([lesson, next].map((id) => lessonIn(lists, id).date)).toEqual(['2026-11-24', '2026-11-25'])
    const rows = await database.db.selectFrom('entry').selectAll().orderBy('seq').execute()
    // By the tablet's own clock that lesson was not going on as it was recorded.
    const byTablet = rows[0]?.recorded_at ?? ''
    const going = lessonsOn(lists, dateAt(byTablet, lists.zone))
      .filter((one) => one.begins <= byTablet && byTablet < one.ends)
      .map((one) => one.id)
    expect(going).not.toContain(lesson)
    expect(new Set(rows.map((one) => one.outage))).toEqual(new Set([1]))
    await ais.standIn.up()
    await look('26.11 08:00')
    await look('26.11 08:10')
    await tablet.transfer()
    expect(await tablet.states()).toEqual(['verified', 'verified', 'verified', 'verified', 'verified'])
  })

  it('calls late by the time corrected what was late, and nothing else (п. 2.5–2.8)', async () => {
    const { tablet, clock, findings } = await tell()
    clock.set(at('26.11 07:40'))
    await tablet.meetHub()
    const late = async (date: string, id: string) =>
      (await findings(date))
        .filter((one) => one.lesson === id && ['late', 'unproven'].includes(one.problem.kind))
        .map((one) => [one.what, one.problem])
    // Its class ends at 13:35: the homework was due by 15:05.
    expect(await late('2026-11-24', lesson)).toEqual([['homework', { kind: 'late', minutes: 40 }]])
    expect(await late('2026-11-25', next)).toContainEqual(['attendance', { kind: 'late', minutes: 30 }])
  })

  it('is in time with its transfer by the hub’s clock, though its own says that the term is over (п. 3.2)', async () => {
    const { tablet, clock, ais, look, register, rig, database } = await tell()
    await ais.standIn.up()
    await look('26.11 08:00')
    await look('26.11 08:10')
    expect((await register()).map((one) => read(one.due))).toEqual(['01.12 00:00'])
    clock.set(at('30.11 23:30'))
    expect(clock.now() + clockErrorMs).toBeGreaterThan(Date.parse(at('01.12 00:00')))
    await tablet.meetHub()
    await tablet.transfer()
    const moved = await database.db.selectFrom('entry').select('transferred_at').distinct().execute()
    expect(moved).toEqual([{ transferred_at: at('30.11 23:30') }])
    clock.set(at('02.12 09:00'))
    const { client } = await rig.signIn('deputy', 'office')
    expect(await client.findings('2026-11-24')).toMatchObject({ kind: 'ok', value: { lateTransfers: [] } })
  })
})
