// The people of a school during an outage: substitutes, who comes and leaves, who is exempt, who stayed at home.
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { readLessonCells } from '../../src/store/cell-view.ts'
import { listEntries } from '../../src/store/outbox-view.ts'
import { at } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { lessonIn, recordLesson, type Story, storySchool, tellStory } from './story.ts'

const first = 'w2@2026-11-24'
const last = 's4@2026-11-24'

describe('in an outage', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())
  const tell = async (school: School = storySchool) => {
    story = await tellStory('24.11 07:50', school)
    await story.ais.standIn.down()
    await story.look('24.11 08:01')
    return story
  }

  it('a teacher is replaced: the substitute gets the class, the former keeps what was recorded and no more', async () => {
    const { tabletOf, edit, clock, board } = await tell()
    const former = await tabletOf('algebraist')
    const substitute = await tabletOf('stranger')
    clock.set(at('24.11 08:20'))
    await recordLesson(former, first)
    await former.meetHub()
    // The former one goes home with a tablet that has no network; the deputy enters the substitution.
    former.network.send = cutNetwork
    clock.set(at('24.11 10:00'))
    await edit({ list: 'substitutions', add: { lesson: last, teacher: 'stranger' } })
    await substitute.meetHub()
    expect(lessonIn(await substitute.lists(), last)).toMatchObject({
      teacher: 'stranger',
      insteadOf: 'algebraist',
    })
    clock.set(at('24.11 13:00'))
    await recordLesson(substitute, last)
    await substitute.meetHub()
    await former.write({ kind: 'homework', lesson: last }, { none: true })
    await former.meetHub()
    const states = async (tablet: typeof former) =>
      (await listEntries(tablet.db, tablet.log)).map((one) => [one.state, one.reason])
    expect(await states(former)).toEqual([
      ['refused', 'foreignLesson'],
      ['accepted', null],
      ['accepted', null],
    ])
    expect(await states(substitute)).toEqual([
      ['accepted', null],
      ['accepted', null],
    ])
    expect((await board()).teachers.map((one) => [one.key, one.waiting, one.refused])).toEqual(
      expect.arrayContaining([
        ['algebraist', 2, 1],
        ['stranger', 2, 0],
      ]),
    )
  })

  it('a lesson is moved: what was recorded before and after the move is one lesson', async () => {
    const { tabletOf, edit, clock } = await tell()
    const tablet = await tabletOf('algebraist')
    await tablet.write({ kind: 'homework', lesson: last }, { text: '№ 341' })
    await tablet.meetHub()
    await edit({ list: 'changes', add: { lesson: last, kind: 'moved', date: '2026-11-25', period: '2' } })
    await tablet.meetHub()
    const lists = await tablet.lists()
    expect(lessonsOn(lists, '2026-11-25').map((one) => one.id)).toEqual(['w3@2026-11-25', last])
    clock.set(at('25.11 09:00'))
    await tablet.write({ kind: 'attendance', lesson: last, pupil: 'p1' }, { code: 'absent' })
    await tablet.meetHub()
    expect(await tablet.states()).toEqual(['accepted', 'accepted'])
    expect([...(await readLessonCells(tablet.db, last, tablet.log)).keys()].sort()).toEqual([
      `${last}/attendance/p1`,
      `${last}/homework`,
    ])
  })

  it('one pupil comes and another has left: the list follows, a cell outside the stay is kept and told', async () => {
    const { tabletOf, edit, clock, findings } = await tell()
    const tablet = await tabletOf('algebraist')
    const [lesson] = lessonsOn(await tablet.lists(), '2026-11-24')
    const here = async () => [...pupilsOf(await tablet.lists(), lessonIn(await tablet.lists(), first))]
    expect(lesson?.id).toBe(first)
    expect(await here()).toEqual(['p1', 'p2'])
    const arrived = { id: 'p9', lastName: 'Новиков', firstName: 'Имя', schoolClass: '7a', from: '2026-11-24' }
    await edit({ list: 'pupils', add: arrived })
    await tablet.meetHub()
    expect(await here()).toEqual(['p1', 'p2', 'p9'])
    clock.set(at('24.11 08:20'))
    await tablet.write({ kind: 'attendance', lesson: first, pupil: 'p9' }, { code: 'late', minutes: 5 })
    // p3 left on Friday; somebody marks an absence out of habit.
    await tablet.write({ kind: 'attendance', lesson: first, pupil: 'p3' }, { code: 'absent' })
    await tablet.meetHub()
    expect(await tablet.states()).toEqual(['accepted', 'accepted'])
    const closed = (await findings('2026-11-24')).filter((one) => one.problem.kind === 'closedCell')
    expect(closed.map((one) => [one.lesson, one.problem])).toEqual([
      [first, { kind: 'closedCell', why: 'notInClass' }],
    ])
  })

  it('who is exempt sits in the list and goes to АИС as such; who studies at home has no cell in the class', async () => {
    const statuses = [
      { pupil: 'p1', kind: 'exempt', subject: 'algebra', from: '2026-11-09', to: null },
      { pupil: 'p2', kind: 'homeSchooled', subject: null, from: '2026-11-09', to: null },
    ] as const
    const { tabletOf, clock, ais, look, findings } = await tell({ ...storySchool, statuses })
    const tablet = await tabletOf('algebraist')
    const lists = await tablet.lists()
    expect([...pupilsOf(lists, lessonIn(lists, first))]).toEqual(['p1'])
    clock.set(at('24.11 08:20'))
    await tablet.write({ kind: 'attendance', lesson: first, pupil: 'p1' }, { code: 'exempt' })
    await tablet.write({ kind: 'attendance', lesson: first, pupil: 'p2' }, { code: 'absent' })
    await tablet.meetHub()
    expect((await findings('2026-11-24')).filter((one) => one.problem.kind === 'closedCell')).toMatchObject([
      { problem: { why: 'homeSchooled' }, cells: 1 },
    ])
    await ais.standIn.up()
    await look('24.11 12:00')
    await look('24.11 12:10')
    await tablet.transfer()
    expect(ais.standIn.book.page(first).slots[`${first}/attendance/p1`]).toBe('ОСВ')
  })

  it('five of twenty-seven came: one act marks all, each pupil is an entry, every one arrives', async () => {
    const pupils = Array.from({ length: 27 }, (_, n) => ({
      ...{ id: `c${n}`, lastName: `Фамилия${n}`, firstName: 'Имя', middleName: null },
    }))
    const enrolments = pupils.map((one) => ({
      ...{ pupil: one.id, schoolClass: '7a', from: '2026-09-01', to: null },
    }))
    const groups = storySchool.groups.map((one) => ({ ...one, members: [] }))
    const { tabletOf, clock, board, ais, look } = await tell({ ...storySchool, pupils, enrolments, groups })
    const tablet = await tabletOf('algebraist')
    clock.set(at('24.11 08:20'))
    const came = new Set(['c0', 'c5', 'c9', 'c13', 'c26'])
    const lists = await tablet.lists()
    const outcome = await tablet.journal.record(
      tablet.author,
      [...pupilsOf(lists, lessonIn(lists, first))].map((pupil) => ({
        cell: { kind: 'attendance', lesson: first, pupil },
        value: { code: came.has(pupil) ? 'present' : 'absent' },
        ...{ saw: null, follows: [] },
      })),
    )
    expect(outcome.kind === 'saved' && outcome.entries.length).toBe(27)
    await tablet.meetHub()
    expect((await board()).totals).toMatchObject({ recorded: 27 })
    await ais.standIn.up()
    await look('24.11 12:00')
    await look('24.11 12:10')
    await tablet.transfer()
    const slots = Object.values(ais.standIn.book.page(first).slots)
    expect(slots.filter((text) => text === 'ОТ')).toHaveLength(22)
    expect((await board()).totals).toMatchObject({ waiting: 0, verified: 27 })
  })

  it('two people share a tablet: each sends the own log under the own name, and neither is lost', async () => {
    const { tabletOf, clock, database } = await tell()
    const indexedDB = new IDBFactory()
    const shared = { device: 'shared', indexedDB }
    const morning = await tabletOf('algebraist', shared)
    clock.set(at('24.11 08:20'))
    morning.network.send = cutNetwork
    await recordLesson(morning, first)
    await morning.close()

    clock.set(at('24.11 09:00'))
    const second = await tabletOf('leader', shared)
    await second.write({ kind: 'topic', lesson: 's2@2026-11-24' }, { planItem: null, text: 'Past Simple' })
    await second.meetHub()
    const who = async () => {
      const rows = await database.db.selectFrom('entry').select('person').orderBy('person').execute()
      return rows.map((one) => one.person)
    }
    expect(await who()).toEqual(['leader'])
    expect((await listEntries(second.db, second.log)).map((one) => one.entry.log.person)).toEqual(['leader'])
    await second.close()

    const again = await tabletOf('algebraist', shared)
    await again.meetHub()
    expect(await who()).toEqual(['algebraist', 'algebraist', 'leader'])
    expect(await again.states()).toEqual(['accepted', 'accepted'])
  })
})
