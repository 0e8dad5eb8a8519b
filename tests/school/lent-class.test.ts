// A class that somebody teaches for an hour, or has handed over: its lists come to the tablet for as long as they are
// needed, and what was recorded outlives them (п. 2.3, 4.3).
import { afterEach, describe, expect, it } from 'vitest'
import { placeOfCell } from '../../src/app/messages/entry-place.ts'
import { homeworkDue, lessonsOn, planItemOf, pupilsOf } from '../../src/domain/lesson.ts'
import { listEntries } from '../../src/store/outbox-view.ts'
import { at, read } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { lessonIn, recordLesson, type Story, storySchool, tellStory } from './story.ts'

const lent = 'w2@2026-11-24'

describe('a class that is', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())
  const tell = async (...from: Parameters<typeof tellStory>) => {
    story = await tellStory(...from)
    return story
  }
  const substitution = { lesson: lent, teacher: 'stranger' }

  it('lent for one lesson brings that lesson whole, and none of the class’s other pupils or days', async () => {
    const school = { ...storySchool, substitutions: [substitution] }
    const { tabletOf } = await tell('24.11 07:50', school)
    const lists = await (await tabletOf('stranger')).lists()
    const lesson = lessonIn(lists, lent)
    const whole = lessonIn(school, lent)
    expect([...pupilsOf(lists, lesson)]).toEqual(['p1', 'p2'])
    // p3 left last week: nobody whom the substitute would meet.
    expect(lists.pupils.map((one) => one.id)).toEqual(['p1', 'p2', 'p4'])
    expect(planItemOf(lists, lesson)).toEqual(planItemOf(school, whole))
    expect(read(homeworkDue(lists, lesson))).toBe(read(homeworkDue(school, whole)))
    expect(read(homeworkDue(lists, lesson))).toBe('24.11 15:05')
  })

  it.each([
    ['comes two weeks before it', '09.11', '10.11', ['8b'], ['7a', '8b']],
    ['goes two weeks after it', '08.12', '09.12', ['7a', '8b'], ['8b']],
  ])('lent for one lesson %s, though the lists stay the same version', async (_, from, to, before, after) => {
    const { tabletOf, look } = await tell(`${from} 07:50`, {
      ...storySchool,
      substitutions: [substitution],
    })
    const tablet = await tabletOf('stranger')
    const classes = async () => (await tablet.lists()).classes.map((one) => one.id)
    expect(await classes()).toEqual(before)
    await look(`${to} 07:50`)
    await tablet.meetHub()
    expect(await classes()).toEqual(after)
  })

  it('lent a month ago leaves what was recorded then on the tablet, to be seen and sent', async () => {
    const { tabletOf, clock, look } = await tell('24.11 07:50', {
      ...storySchool,
      substitutions: [substitution],
    })
    const tablet = await tabletOf('stranger')
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, lent)
    tablet.network.send = cutNetwork
    await tablet.write({ kind: 'homework', lesson: lent }, { none: true })
    await tablet.close()
    await look('24.12 09:00')
    const later = await tabletOf('stranger', { indexedDB: tablet.indexedDB })
    const lists = await later.lists()
    expect(lessonsOn(lists, '2026-11-24').map((one) => one.id)).toEqual(['s3@2026-11-24'])
    expect(await later.states()).toEqual(['accepted', 'accepted', 'accepted'])
    const queue = await listEntries(later.db, later.log)
    expect(queue.map((one) => placeOfCell(lists, one.entry.cell))).toEqual([
      { pupil: null, lesson: 'урок не из вашего расписания', what: 'домашнее задание' },
      { pupil: null, lesson: 'урок не из вашего расписания', what: 'тема урока' },
      { pupil: 'ученик не из ваших списков', lesson: 'урок не из вашего расписания', what: 'посещаемость' },
    ])
  })

  it('handed over in the middle of an outage is the new teacher’s from that day on, and the former one’s two weeks more', async () => {
    const { tabletOf, edit, clock, ais, look, board } = await tell('24.11 07:50', {
      ...storySchool,
      timetable: storySchool.timetable.filter((one) => one.id !== 's3'),
    })
    const former = await tabletOf('algebraist')
    const next = await tabletOf('stranger')
    await ais.standIn.down()
    await look('24.11 08:01')
    clock.set(at('24.11 08:20'))
    await recordLesson(former, lent)
    former.network.send = cutNetwork
    await former.write({ kind: 'homework', lesson: lent }, { none: true })
    // From Wednesday on: as the screen «Расписание» enters it, the old places end and new ones begin.
    clock.set(at('24.11 15:00'))
    await edit(
      {
        list: 'assignments',
        add: { id: 'alg7a-2', teacher: 'stranger', subject: 'algebra', targetKind: 'class', target: '7a' },
      },
      ...['w1', 'w2', 'w3', 'w4', 'w5', 's4', 's6'].flatMap((id) => {
        const slot = storySchool.timetable.find((one) => one.id === id)
        const place = { weekday: String(slot?.weekday), period: String(slot?.period) }
        return [
          { list: 'timetable', remove: { id }, add: { id, ...place, assignment: 'alg7a', to: '2026-11-24' } },
          { list: 'timetable', add: { id: `${id}-2`, ...place, assignment: 'alg7a-2', from: '2026-11-25' } },
        ] as const
      }),
    )
    await next.meetHub()
    clock.set(at('25.11 08:20'))
    expect(lessonIn(await next.lists(), 'w3-2@2026-11-25').teacher).toBe('stranger')
    await recordLesson(next, 'w3-2@2026-11-25')
    await former.meetHub()
    expect(await former.states()).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await next.states()).toEqual(['accepted', 'accepted'])
    await ais.standIn.up()
    await look('25.11 12:00')
    await look('25.11 12:10')
    await former.transfer()
    await next.transfer()
    expect((await board()).totals).toMatchObject({ waiting: 0, verified: 5, conflicts: 0 })
    expect((await former.lists()).classes.map((one) => one.id)).toEqual(['7a'])
    await former.close()
    await look('09.12 09:00')
    const later = await tabletOf('algebraist', { indexedDB: former.indexedDB })
    expect((await later.lists()).classes).toEqual([])
  })
})
