// Access is back before the transfer, and somebody writes into АИС what a tablet holds otherwise.
import { afterEach, expect, it } from 'vitest'
import { readConflicts } from '../../src/store/cell-view.ts'
import { at } from '../regulation/recorded.ts'
import { recordLesson, type Story, tellStory } from './story.ts'

const lesson = 'w2@2026-11-24'
const slot = `${lesson}/attendance/p1`
const cell = { kind: 'attendance', lesson, pupil: 'p1' } as const

let story: Story | null = null
afterEach(async () => story?.end())

const tell = async () => {
  story = await tellStory('24.11 07:50')
  const { ais, look, tabletOf, clock } = story
  const tablet = await tabletOf('algebraist')
  await ais.standIn.down()
  await look('24.11 08:01')
  clock.set(at('24.11 08:20'))
  await recordLesson(tablet, lesson)
  await tablet.meetHub()
  await ais.standIn.up()
  await look('24.11 10:00')
  await look('24.11 10:10')
  return { ...story, tablet }
}

it('the same cell changed in АИС meanwhile: both values are kept, it is reported once, a person settles', async () => {
  const { tablet, ais, board } = await tell()
  ais.standIn.book.write(lesson, { [slot]: 'ОП 10' }, 'somebody')
  await tablet.transfer()
  await tablet.transfer()
  // What somebody wrote there stands, the topic beside it has gone over, and there is one disagreement.
  expect(ais.standIn.book.page(lesson).slots).toMatchObject({
    [slot]: 'ОП 10',
    [`${lesson}/topic`]: 'Одночлены',
  })
  expect((await board()).totals).toMatchObject({ waiting: 1, conflicts: 1, verified: 1 })
  const [conflict, ...others] = await readConflicts(tablet.db, tablet.log)
  expect(others).toEqual([])
  expect(conflict?.candidates.map((one) => one.value)).toEqual([
    { code: 'absent' },
    { code: 'late', minutes: 10 },
  ])
  const follows = conflict?.candidates.flatMap((one) => one.entries.map((each) => each.entry)) ?? []
  await tablet.journal.record(tablet.author, [
    { cell, value: { code: 'absent' }, saw: conflict?.value ?? null, follows },
  ])
  await tablet.meetHub()
  await tablet.transfer()
  expect(ais.standIn.book.page(lesson).slots[slot]).toBe('ОТ')
  expect((await board()).totals).toMatchObject({ waiting: 0, conflicts: 0 })
})

it('changed there to the same value: nothing is asked and nothing is written', async () => {
  const { tablet, ais, board } = await tell()
  ais.standIn.book.write(lesson, { [slot]: 'ОТ' }, 'somebody')
  await tablet.transfer()
  expect((await board()).totals).toMatchObject({ waiting: 0, conflicts: 0, verified: 2 })
  expect(await tablet.states()).toEqual(['verified', 'verified'])
})
