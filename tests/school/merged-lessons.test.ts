// Two classes sit in one lesson: one list on the tablet that gives it, and the other class's teacher knows of it.
import { afterEach, describe, expect, it } from 'vitest'
import { dutiesOf } from '../../src/domain/findings/duty.ts'
import type { KnownCell, KnownCells } from '../../src/domain/findings/obligation.ts'
import { lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { at } from '../regulation/recorded.ts'
import { lessonIn, type Story, storySchool, tellStory } from './story.ts'

const host = 'w2@2026-11-24'
const guest = 's3@2026-11-24'

/** The history of 8Б has a teacher of its own, who leads no class. */
const school: School = {
  ...storySchool,
  staff: [
    ...storySchool.staff,
    { id: 'historian', lastName: 'Юдин', firstName: 'Имя', middleName: null, positions: ['teacher'] },
  ],
  assignments: storySchool.assignments.map((one) =>
    one.id === 'his8b' ? { ...one, teacher: 'historian' } : one,
  ),
}

describe('merged lessons', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())
  const tell = async () => {
    story = await tellStory('24.11 07:50', school)
    await story.ais.standIn.down()
    await story.look('24.11 08:01')
    return story
  }
  const merge = { list: 'changes', add: { lesson: guest, kind: 'merged', into: host } } as const

  it('bring the other class to the receiving teacher, and its absences to the one who leads it', async () => {
    const { tabletOf, edit, clock, ais, look, board } = await tell()
    await edit(merge)
    const teacher = await tabletOf('algebraist')
    const lists = await teacher.lists()
    expect([...pupilsOf(lists, lessonIn(lists, host))]).toEqual(['p1', 'p2', 'p4'])
    expect(lists.pupils.map((one) => one.id)).toEqual(['p1', 'p2', 'p3', 'p4'])
    clock.set(at('24.11 08:20'))
    await teacher.write({ kind: 'attendance', lesson: host, pupil: 'p4' }, { code: 'absent' })
    await teacher.meetHub()
    expect(await teacher.states()).toEqual(['accepted'])
    expect((await board()).absent.map((one) => [one.schoolClass, one.absent])).toEqual([['8b', ['Ким Имя']]])

    // «stranger» leads 8Б and gives neither lesson.
    const leader = await tabletOf('stranger')
    leader.author.roleIn = () => 'classTeacher'
    const led = await leader.lists()
    expect(lessonsOn(led, '2026-11-24').map((one) => one.id)).toContain(host)
    expect(led.pupils.map((one) => one.id)).toEqual(['p4'])
    const told = await leader.db.cell.toArray()
    expect(told.map((one) => one.key)).toEqual([`${host}/attendance/p4`])
    const reason = { kind: 'absenceReason', lesson: host, pupil: 'p4' } as const
    const document = {
      kind: 'medical',
      received: '2026-11-24',
      from: '2026-11-24',
      to: '2026-11-24',
    } as const
    // A document that covers the day makes the reason a duty of п. 2.9 of hers.
    const known: KnownCells = new Map<string, KnownCell>([
      ...told.map((one) => [one.key, one] as const),
      ['day', { cell: { ...reason, lesson: guest }, value: { reason: 'illness', document } }],
    ])
    clock.set(at('24.11 13:00'))
    const duties = dutiesOf(led, 'stranger', clock.instant(), known, [])
    expect(duties.map((one) => [one.what, one.lesson])).toEqual([['absenceReason', host]])
    await leader.write(reason, { reason: 'illness', document })
    await leader.meetHub()
    expect(await leader.states()).toEqual(['accepted'])
    await ais.standIn.up()
    await look('24.11 13:10')
    await look('24.11 13:20')
    await teacher.transfer()
    await leader.transfer()
    expect(ais.standIn.book.page(host).slots[`${host}/attendance/p4`]).toBe('Б')
  })

  it('leave the other teacher’s tablet with a lesson that is said to be joined', async () => {
    const { tabletOf, edit } = await tell()
    await edit(merge)
    const historian = await tabletOf('historian')
    const lists = await historian.lists()
    expect(lessonIn(lists, guest).closed).toBe('merged')
    expect(lessonIn(lists, host).teacher).toBe('algebraist')
  })

  it.each([
    ['at another hour', { ...merge.add, into: 's4@2026-11-24' }, 'otherHour'],
    ['of another day', { ...merge.add, into: 'w3@2026-11-25' }, 'otherHour'],
    ['that is merged itself', { ...merge.add, into: guest }, 'notHeld'],
  ])('are refused into a lesson %s', async (_, add, problem) => {
    const { rig } = await tell()
    const { client } = await rig.signIn('deputy', 'desk-2')
    const answer = await client.editSchool({ version: 1, edits: [{ list: 'changes', add }] })
    expect(answer).toMatchObject({
      value: { school: { version: 1 }, faults: [{ list: 'changes', column: 'into', problem }] },
    })
  })

  it('keep the receiving lesson from being cancelled under them; a quarantine of the other class takes it out', async () => {
    const { rig, edit, tabletOf } = await tell()
    await edit(merge)
    const { client } = await rig.signIn('deputy', 'desk-2')
    const cancel = { list: 'changes', add: { lesson: host, kind: 'cancelled' } } as const
    expect(await client.editSchool({ version: 2, edits: [cancel] })).toMatchObject({
      value: { school: { version: 2 }, faults: [{ column: 'into', problem: 'notHeld', value: host }] },
    })
    await edit({
      list: 'days',
      add: { kind: 'quarantine', from: '2026-11-24', to: '2026-11-24', classes: '8b' },
    })
    const lists = await (await tabletOf('algebraist')).lists()
    expect([...pupilsOf(lists, lessonIn(lists, host))]).toEqual(['p1', 'p2'])
  })
})
