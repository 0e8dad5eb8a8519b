// The last week of a term without АИС СРО: final marks are set on tablets, and two of one pupil are settled by a person.
import { afterEach, describe, expect, it } from 'vitest'
import { cellKey } from '../../src/domain/cell.ts'
import { readTermCells } from '../../src/store/cell-view.ts'
import { at } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { type Story, type StoryTablet, tellStory } from './story.ts'

const markOf = (pupil: string) => ({ kind: 'termMark', term: 'q2', subject: 'algebra', pupil }) as const

describe('in the last week of a term', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())

  it('a teacher sets marks without a network, the class teacher has set another one, and the teacher settles', async () => {
    story = await tellStory('28.12 07:50')
    const { ais, look, tabletOf, board, clock } = story
    const teacher = await tabletOf('algebraist')
    const leader = await tabletOf('leader')
    leader.author.roleIn = () => 'classTeacher'
    const seenBy = async (tablet: StoryTablet) => {
      const view = (await readTermCells(tablet.db, tablet.log)).get(cellKey(markOf('p1')))
      return { value: view?.value, state: view?.state, candidates: view?.candidates.map((one) => one.value) }
    }
    await ais.standIn.down()
    await look('28.12 08:01')
    teacher.network.send = cutNetwork
    clock.set(at('28.12 12:00'))
    await teacher.write(markOf('p1'), { mark: '4' })
    await teacher.write(markOf('p2'), { mark: '5' })
    expect(await seenBy(teacher)).toEqual({ value: { mark: '4' }, state: 'queued', candidates: [] })
    await leader.write(markOf('p1'), { mark: '5' })
    await leader.meetHub()
    await teacher.meetHub()
    await leader.meetHub()
    // Both see both; nobody's word stands over the other's.
    for (const tablet of [teacher, leader]) {
      expect((await seenBy(tablet)).candidates).toEqual([{ mark: '5' }, { mark: '4' }])
    }
    expect((await board()).totals).toMatchObject({ recorded: 3, conflicts: 1 })
    // The choice is one more entry, over both.
    const view = (await readTermCells(teacher.db, teacher.log)).get(cellKey(markOf('p1')))
    const follows = view?.candidates.flatMap((one) => one.entries.map((each) => each.entry)) ?? []
    await teacher.journal.record(teacher.author, [
      { cell: markOf('p1'), value: { mark: '4' }, saw: view?.value ?? null, follows },
    ])
    await teacher.meetHub()
    await leader.meetHub()
    expect(await seenBy(leader)).toMatchObject({ value: { mark: '4' }, candidates: [] })
    // No door takes them: they wait, are told apart, and a run has nothing of them to carry.
    const { totals } = await board()
    expect(totals).toMatchObject({ recorded: 4, conflicts: 0, verified: 0 })
    expect(totals.termMarks).toBe(totals.waiting)
    expect(totals.waiting).toBeGreaterThan(0)
    const transfer = await teacher.client.transfer()
    expect(transfer).toMatchObject({ kind: 'ok', value: { waiting: 0 } })
  })
})
