// Entries that come oddly: from a clock that is wrong, from a sheet of paper, of a document about an absence.
import { afterEach, describe, expect, it } from 'vitest'
import { readAbsences } from '../../src/store/reading/absences.ts'
import { chain } from '../domain/entries.ts'
import { pushOf } from '../hub/pushes.ts'
import { at } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { recordLesson, type Story, tellStory } from './story.ts'

const first = 'w2@2026-11-24'
const hour = 3_600_000

describe('an entry', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())

  it.each([
    ['a day ahead', 24 * hour],
    ['seven hours ahead, set to the wrong zone', 7 * hour],
    ['an hour behind', -hour],
  ])('of a tablet whose clock is %s is judged by the time corrected', async (_, clockErrorMs) => {
    story = await tellStory('24.11 07:50')
    const { tabletOf, clock, findings, database } = story
    const tablet = await tabletOf('algebraist', { clockErrorMs })
    // The tablet has met the hub once and knows how far its clock stands off.
    const measured = tablet.status()?.clock
    expect(measured?.offsetMs).toBeCloseTo(-clockErrorMs, -3)
    tablet.author.clock = measured ?? null
    tablet.network.send = cutNetwork
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, first)
    await tablet.write({ kind: 'homework', lesson: first }, { none: true })
    clock.set(at('25.11 18:00'))
    await tablet.meetHub()
    expect(await tablet.states()).toEqual(['accepted', 'accepted', 'accepted'])
    const late = (await findings('2026-11-24')).filter(
      (one) => one.lesson === first && ['late', 'unproven'].includes(one.problem.kind),
    )
    expect(late).toEqual([])
    // What the tablet's clock said stays as it was: the correction stands beside it.
    const [row] = await database.db.selectFrom('entry').select('body').orderBy('seq').execute()
    expect(JSON.parse(row?.body ?? '')).toMatchObject({
      recordedAt: new Date(Date.parse(at('24.11 08:20')) + clockErrorMs).toISOString(),
      clock: { offsetMs: measured?.offsetMs },
    })
  })

  it('of a clock that nobody has measured is taken, and its time is «не подтверждено», never late', async () => {
    story = await tellStory('24.11 07:50')
    const { tabletOf, clock, findings } = story
    const tablet = await tabletOf('algebraist', { clockErrorMs: 24 * hour })
    tablet.network.send = cutNetwork
    clock.set(at('24.11 08:20'))
    await tablet.write({ kind: 'homework', lesson: first }, { none: true })
    clock.set(at('25.11 18:00'))
    await tablet.meetHub()
    const told = (await findings('2026-11-24')).filter(
      (one) => one.lesson === first && one.what === 'homework',
    )
    expect(told.map((one) => one.problem)).toEqual([{ kind: 'unproven', why: 'unmeasured' }])
  })

  it.each<[string, string, object]>([
    [
      'joins the value that a tablet recorded, where both say the same',
      'Одночлены',
      {
        value: { text: 'Одночлены' },
        holders: [{ source: 'device' }, { entry: 'sheet', source: 'paper' }],
        candidates: [],
      },
    ],
    [
      'stands against the value that a tablet recorded, where they differ: a conflict for a person',
      'Степень',
      {
        value: { text: 'Одночлены' },
        holders: [{ source: 'device' }],
        candidates: [
          { value: { text: 'Одночлены' }, entries: [{ source: 'device' }] },
          { value: { text: 'Степень' }, entries: [{ entry: 'sheet', source: 'paper' }] },
        ],
      },
    ],
  ])('typed in from a paper sheet afterwards %s', async (_, text, told) => {
    story = await tellStory('24.11 07:50')
    const { rig, tabletOf, clock } = story
    const tablet = await tabletOf('algebraist')
    const topic = { kind: 'topic', lesson: first } as const
    clock.set(at('24.11 08:20'))
    await tablet.write(topic, { planItem: null, text: 'Одночлены' })
    await tablet.meetHub()
    clock.set(at('25.11 10:00'))
    // Whoever types the sheet has it alone before them: it follows nothing and saw nothing.
    const desk = await rig.signIn('algebraist', 'desk')
    const [sheet] = chain([{ id: 'sheet', cell: topic, value: { planItem: null, text } }])
    if (!sheet) throw new Error('no entry')
    const paper = { ...sheet, log: { ...sheet.log, device: 'desk' }, source: 'paper' as const }
    await desk.client.push(pushOf([{ ...paper, recordedAt: at('25.11 10:00') }]))
    const pulled = await desk.client.pull(0, '')
    expect(pulled).toMatchObject({ value: { cells: [{ key: `${first}/topic`, ...told }] } })
  })

  it('of a document fills every reason of its days, offline, and reaches АИС with the absences', async () => {
    story = await tellStory('24.11 07:50')
    const { tabletOf, clock, ais, look } = story
    const teacher = await tabletOf('algebraist')
    clock.set(at('24.11 08:20'))
    await recordLesson(teacher, first)
    clock.set(at('25.11 08:20'))
    await recordLesson(teacher, 'w3@2026-11-25')
    await teacher.meetHub()
    const leader = await tabletOf('leader')
    leader.author.roleIn = () => 'classTeacher'
    leader.network.send = cutNetwork
    clock.set(at('26.11 14:00'))
    const days = { from: '2026-11-23', to: '2026-11-25' }
    const absences = await readAbsences(leader.db, await leader.lists(), leader.log, 'p1', days)
    expect(absences.map((one) => [one.lesson.id, one.reason])).toEqual([
      [first, null],
      ['w3@2026-11-25', null],
    ])
    const document = { kind: 'medical', received: '2026-11-26', ...days } as const
    for (const { cell } of absences) await leader.write(cell, { reason: 'illness', document })
    expect(await leader.states()).toEqual(['queued', 'queued'])
    await leader.meetHub()
    expect(await leader.states()).toEqual(['accepted', 'accepted'])
    // Through whose session they go: the teacher's absences first, then the reasons over them.
    await look('26.11 14:10')
    await teacher.transfer()
    await leader.transfer()
    expect(ais.standIn.book.page(first).slots[`${first}/attendance/p1`]).toBe('Б')
  })
})
