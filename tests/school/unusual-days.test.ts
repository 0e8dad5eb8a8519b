// Days and pupils unlike the others in an outage: quarantine, lessons from home, the second shift, an individual plan.
import { afterEach, describe, expect, it } from 'vitest'
import { noticeOf } from '../../src/app/lesson/class/lesson-notice.tsx'
import { homeworkDue, lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { at, read } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { lessonIn, recordLesson, type Story, storySchool, tellStory } from './story.ts'

const first = 'w2@2026-11-24'
const day = { from: '2026-11-24', to: '2026-11-24', classes: '7a' }

describe('in an outage', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())
  const tell = async (school: School = storySchool) => {
    story = await tellStory('24.11 07:50', school)
    await story.ais.standIn.down()
    await story.look('24.11 08:01')
    return story
  }
  const carry = async ({ ais, look }: Story): Promise<void> => {
    await ais.standIn.up()
    await look('25.11 10:00')
    await look('25.11 10:10')
  }

  it('a class goes into quarantine in the morning: what its teacher had recorded is kept, told and moved over', async () => {
    const told = await tell()
    const { tabletOf, edit, clock, findings, board } = told
    const tablet = await tabletOf('algebraist')
    tablet.network.send = cutNetwork
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, first)
    // The tablet doesn't know yet; nobody is asked for the class's lessons any more.
    await edit({ list: 'days', add: { kind: 'quarantine', ...day } })
    await tablet.meetHub()
    const lists = await tablet.lists()
    expect(lessonsOn(lists, '2026-11-24').map((one) => one.id)).toEqual([])
    expect(noticeOf(lists, lessonIn(lists, first))?.word).toBe('Класс на карантине')
    expect(await tablet.states()).toEqual(['accepted', 'accepted'])
    clock.set(at('25.11 09:00'))
    const ofClass = (await findings('2026-11-24')).filter((one) => one.person === 'algebraist')
    expect(new Set(ofClass.map((one) => one.problem.kind))).toEqual(new Set(['closedCell']))
    await carry(told)
    await tablet.transfer()
    expect((await board()).totals).toMatchObject({ waiting: 0, verified: 2 })
  })

  it('a class has its lessons from home: they are held, asked for, and the tablet says so', async () => {
    const told = await tell()
    const { tabletOf, edit, clock, board, ais } = told
    await edit({ list: 'days', add: { kind: 'remote', ...day } })
    const tablet = await tabletOf('algebraist')
    const lists = await tablet.lists()
    expect(noticeOf(lists, lessonIn(lists, first))?.word).toBe('Дистанционно')
    expect(noticeOf(lists, lessonIn(lists, 'w3@2026-11-25'))).toBeNull()
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, first)
    await tablet.meetHub()
    expect(await tablet.states()).toEqual(['accepted', 'accepted'])
    await carry(told)
    await tablet.transfer()
    expect(ais.standIn.book.page(first).slots[`${first}/attendance/p1`]).toBe('ОТ')
    expect((await board()).totals).toMatchObject({ waiting: 0, verified: 2 })
  })

  it('the second shift: its lessons begin by its bells, homework is due after its last, none before its hour', async () => {
    const bells = [1, 2, 6].map((period) => ({
      ...{ shift: 2 as const, period },
      ...{ begins: `${13 + period}:00`, ends: `${13 + period}:45` },
    }))
    const told = await tell({
      ...storySchool,
      bells: [...storySchool.bells, ...bells],
      classes: storySchool.classes.map((one) => (one.id === '7a' ? { ...one, shift: 2 as const } : one)),
    })
    const { tabletOf, clock, findings } = told
    const tablet = await tabletOf('algebraist')
    const lists = await tablet.lists()
    expect(read(lessonIn(lists, first).begins)).toBe('24.11 14:00')
    expect(read(homeworkDue(lists, lessonIn(lists, first)))).toBe('24.11 21:15')
    clock.set(at('24.11 08:20'))
    await tablet.write({ kind: 'attendance', lesson: first, pupil: 'p1' }, { code: 'absent' })
    await tablet.meetHub()
    expect(await tablet.states()).toEqual(['refused'])
    clock.set(at('24.11 14:20'))
    await recordLesson(tablet, first)
    clock.set(at('24.11 21:10'))
    await tablet.write({ kind: 'homework', lesson: first }, { none: true })
    await tablet.meetHub()
    expect(await tablet.states()).toEqual(['refused', 'accepted', 'accepted', 'accepted'])
    const late = (await findings('2026-11-24')).filter((one) => one.lesson === first)
    expect(late.map((one) => [one.what, one.problem.kind])).not.toContainEqual(['homework', 'late'])
  })

  it('a pupil by an individual plan is in that journal alone, on its teacher’s tablet and in АИС', async () => {
    const iup = { id: 'iup', name: 'ИУП Волков', subject: 'algebra', classes: ['7a'], members: ['p1'] }
    const told = await tell({
      ...storySchool,
      groups: [...storySchool.groups, { ...iup, individualPlan: true }],
      assignments: [
        ...storySchool.assignments,
        { id: 'algIup', teacher: 'stranger', subject: 'algebra', target: { kind: 'group', id: 'iup' } },
      ],
      timetable: [...storySchool.timetable, { id: 'i1', weekday: 2, period: 2, assignment: 'algIup' }],
    })
    const { tabletOf, clock, ais, board, findings } = told
    const [inClass, alone] = [await tabletOf('algebraist'), await tabletOf('stranger')]
    const own = 'i1@2026-11-24'
    const roster = async (tablet: typeof alone, lesson: string) => {
      const lists = await tablet.lists()
      return [...pupilsOf(lists, lessonIn(lists, lesson))]
    }
    expect(await roster(inClass, first)).toEqual(['p2'])
    expect(await roster(alone, own)).toEqual(['p1'])
    clock.set(at('24.11 09:10'))
    await inClass.write({ kind: 'attendance', lesson: first, pupil: 'p1' }, { code: 'absent' })
    await alone.write({ kind: 'attendance', lesson: own, pupil: 'p1' }, { code: 'absent' })
    await inClass.meetHub()
    await alone.meetHub()
    expect((await findings('2026-11-24')).filter((one) => one.problem.kind === 'closedCell')).toMatchObject([
      { lesson: first, problem: { why: 'individualPlan' }, cells: 1 },
    ])
    await carry(told)
    await inClass.transfer()
    await alone.transfer()
    expect(ais.standIn.book.page(own).slots[`${own}/attendance/p1`]).toBe('ОТ')
    expect((await board()).totals).toMatchObject({ waiting: 0 })
  })
})
