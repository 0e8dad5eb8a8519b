// A lesson moved to a later day while its teacher's tablet, out of the network, went on by the former lists.
import { afterEach, expect, it } from 'vitest'
import { findingSentence } from '../../src/app/messages/findings.ts'
import { readLessonCells } from '../../src/store/cell-view.ts'
import { at } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { recordLesson, type Story, storySchool, tellStory } from './story.ts'

const lesson = 'w2@2026-11-24'
const slot = `${lesson}/attendance/p1`

let story: Story | null = null
afterEach(async () => story?.end())

/** The tablet has recorded the lesson at its former hour, an hour after the deputy moved it to Thursday. */
const tell = async () => {
  story = await tellStory('24.11 07:30', storySchool)
  const tablet = await story.tabletOf('algebraist')
  await story.ais.standIn.down()
  await story.look('24.11 07:31')
  tablet.network.send = cutNetwork
  await story.edit({ list: 'changes', add: { lesson, kind: 'moved', date: '2026-11-26', period: '2' } })
  story.clock.set(at('24.11 08:20'))
  await recordLesson(tablet, lesson)
  story.clock.set(at('24.11 12:00'))
  await tablet.meetHub()
  return { ...story, tablet }
}

it('what was recorded of its former hour is taken, seen and told on both days', async () => {
  const { tablet, findings, clock } = await tell()
  expect(await tablet.states()).toEqual(['accepted', 'accepted'])
  const seen = await readLessonCells(tablet.db, lesson, tablet.log)
  expect(seen.get(slot)).toMatchObject({ value: { code: 'absent' }, state: 'accepted' })
  const told = async (date: string) =>
    (await findings(date))
      .filter((one) => one.problem.kind === 'movedLater')
      .map((one) => [one.place?.period, one.person, one.lesson, findingSentence(one)])
  const said = [
    'algebraist',
    lesson,
    'посещаемость: 1 запись за прежнее время (вт 24.11, 1-й урок), урок теперь стоит чт 26.11, 2-й урок. Если он прошёл в прежнее время, скажите завучу, если нет, исправьте записи после урока, п. 2.5',
  ]
  expect(await told('2026-11-24')).toEqual([[1, ...said]])
  expect(await told('2026-11-26')).toEqual([[2, ...said]])
  // Held on the new day, and recorded anew: nothing is left to tell.
  clock.set(at('26.11 09:10'))
  await tablet.write({ kind: 'attendance', lesson, pupil: 'p1' }, { code: 'late', minutes: 5 })
  await tablet.meetHub()
  expect(await told('2026-11-26')).toEqual([])
})

it('it waits with the hub until the lesson has begun, and then goes to АИС', async () => {
  const { tablet, ais, look, clock, board } = await tell()
  await ais.standIn.up()
  await look('25.11 10:00')
  await look('25.11 10:10')
  await tablet.transfer()
  expect(ais.standIn.book.page(lesson).slots).toEqual({ [`${lesson}/topic`]: 'Одночлены' })
  expect((await board()).totals).toMatchObject({ waiting: 1, verified: 1 })
  // «Перенос» offers nothing that a run would not carry.
  const offered = async () => {
    const view = await tablet.client.transfer()
    return view.kind === 'ok' ? view.value.waiting : null
  }
  expect(await offered()).toBe(0)
  clock.set(at('26.11 08:54'))
  await tablet.transfer()
  expect(ais.standIn.book.page(lesson).slots[slot]).toBeUndefined()
  clock.set(at('26.11 08:55'))
  expect(await offered()).toBe(1)
  await tablet.transfer()
  expect(ais.standIn.book.page(lesson).slots[slot]).toBe('ОТ')
  expect((await board()).totals).toMatchObject({ waiting: 0, verified: 2 })
})
