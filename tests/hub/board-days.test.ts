// What the board counts and says: all days of a long outage, the year of the term, the class of a pupil, a dead tablet.
import { afterEach, describe, expect, it } from 'vitest'
import type { School } from '../../src/domain/school.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { at } from '../regulation/recorded.ts'
import { type Story, storySchool, tellStory } from '../school/story.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe('the board', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())
  const tell = async (...from: Parameters<typeof tellStory>) => {
    story = await tellStory(...from)
    return story
  }

  it('counts lessons without an entry over every day of a long outage, and shows the last ones', async () => {
    const { ais, look, board, clock } = await tell('16.11 07:50')
    await ais.standIn.down()
    await look('16.11 07:55')
    clock.set(at('25.11 07:00'))
    const { days, teachers, unmarked } = await board()
    expect(days.map((one) => one.date)).toEqual(['2026-11-21', '2026-11-23', '2026-11-24', '2026-11-25'])
    // 16–20, 23 and 24 November, a lesson a day, and the last one of both Tuesdays; on Saturday 7А has no lessons.
    const algebra = teachers.find((row) => row.key === 'algebraist')
    expect([algebra?.missing, algebra?.expected, algebra?.silent]).toEqual([9, 9, true])
    expect(algebra?.lessons.filter((one) => one.sign === 'missing')).toHaveLength(9)
    expect(unmarked.filter((one) => one.place.teacher === 'Рябинина И.')).toHaveLength(9)
  })

  it('takes a lesson for marked only when those of its own list are', async () => {
    const { ais, look, tabletOf, board, clock } = await tell('24.11 07:50')
    const tablet = await tabletOf('algebraist')
    await ais.standIn.down()
    await look('24.11 07:55')
    clock.set(at('24.11 08:20'))
    // Of the class p1 and p2 are left; p3 left it on the 20th, and the fourth stands in no list.
    for (const pupil of ['p1', 'p3', '?Новенький'])
      await tablet.write({ kind: 'attendance', lesson: 'w2@2026-11-24', pupil }, { code: 'present' })
    await tablet.meetHub()
    const counted = async () =>
      (await board()).unmarked
        .filter((one) => one.id === 'w2@2026-11-24')
        .map(({ filled, pupils }) => [filled, pupils])
    expect(await counted()).toEqual([[1, 2]])
    await tablet.write({ kind: 'attendance', lesson: 'w2@2026-11-24', pupil: 'p2' }, { code: 'absent' })
    await tablet.meetHub()
    expect(await counted()).toEqual([])
  })

  const brought: School = {
    ...storySchool,
    workYears: [
      {
        year: 2027,
        source: 'Приказ № 1',
        transfers: [],
        daysOff: ['2027-01-11', '2027-01-12'],
        shortDays: [],
      },
    ],
  }
  it.each([
    ['in a year that nobody has confirmed', storySchool, 'unconfirmed', '2027-01-12'],
    ['in a year that the school has brought itself', brought, 'confirmed', '2027-01-14'],
  ] as const)('says of a term that ends %s how sure it is', async (_, school, calendar, lastDay) => {
    const { ais, look, tabletOf, board, clock } = await tell('30.12 07:50', school)
    const tablet = await tabletOf('algebraist')
    await ais.standIn.down()
    await look('30.12 07:55')
    clock.set(at('30.12 08:20'))
    await tablet.write({ kind: 'topic', lesson: 'w3@2026-12-30' }, { planItem: null, text: 'Одночлены' })
    await tablet.meetHub()
    await ais.standIn.up()
    await look('31.12 20:00')
    await look('31.12 20:10')
    const told = await board()
    expect(told.outages[0]?.due).toBe(`${lastDay}T17:00:00.000Z`)
    expect([told.calendar, told.workYears]).toEqual([calendar, school.workYears])
  })

  it('names the terms whose last week an outage goes on in', async () => {
    const { ais, look, board } = await tell('28.12 07:50')
    expect((await board()).alerts).toEqual([])
    await ais.standIn.down()
    await look('28.12 08:01')
    expect((await board()).alerts).toMatchObject([
      { name: '2-я четверть', outage: 1, classNames: ['7А', '8Б'] },
    ])
  })
})

describe.each(databases)('the board, on $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async (school: School = tinySchool) => {
    const database = await open()
    closing.push(database.drop)
    const clock = createTurnableClock(at('24.11 09:00'))
    const rig = await createHubRig({ db: database.db, clock, school })
    closing.push(rig.hub.close)
    const { client } = await rig.signIn('deputy', 'desk')
    const board = async () => {
      const outcome = await client.board()
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      return outcome.value
    }
    return { rig, clock, board }
  }

  it.skipIf(skip)('counts what waits by the pupil’s own class', async () => {
    // A group of two classes, named by the other one first.
    const groups = [
      { id: 'en1', name: 'Английский/1', subject: 'english', classes: ['8b', '7a'], members: ['p2', 'p4'] },
    ]
    const { rig, board } = await start({ ...tinySchool, groups })
    const lesson = 's2@2026-11-24'
    const { client } = await rig.signIn('leader', 'tablet')
    const by = { author: 'leader' }
    const term = { kind: 'termMark', term: 'q2', subject: 'english', pupil: 'p2' } as const
    const log = chain([
      { id: 'a', ...by, cell: { kind: 'attendance', lesson, pupil: 'p2' } },
      { id: 'b', ...by, cell: { kind: 'attendance', lesson, pupil: 'p4' } },
      { id: 'c', ...by, cell: { kind: 'homework', lesson }, value: { none: true } },
      { id: 'd', ...by, cell: term, value: { mark: '4' } },
    ])
    await client.push(pushOf(log))
    const { classes } = await board()
    expect(classes.map((one) => `${one.name} ${one.waiting}`).sort()).toEqual(['7А 2', '8Б 2'])
  })

  it.skipIf(skip)(
    'calls a teacher silent whose dead tablet holds entries, though a phone speaks',
    async () => {
      const { rig, clock, board } = await start()
      const say = async (device: string, unsent: number) => {
        const { client } = await rig.signIn('algebraist', device)
        const oldestUnsentAt = unsent > 0 ? clock.instant() : null
        const push = pushOf([], { device, person: 'algebraist', epoch: 1 })
        await client.push({ ...push, report: { ...push.report, unsent, oldestUnsentAt } })
      }
      await say('tablet', 38)
      clock.set(at('24.11 12:00'))
      await say('phone', 0)
      const row = (await board()).teachers.find((one) => one.key === 'algebraist')
      expect(row).toMatchObject({ silent: true, onTablet: 38, seenAt: at('24.11 12:00'), missing: 0 })
      expect(row?.quietSince).toBe(at('24.11 09:00'))
    },
  )

  it.skipIf(skip)('proposes of a conflict what the card of its teacher proposes', async () => {
    const { rig, board } = await start()
    const cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' } as const
    for (const [author, value] of [
      ['leader', { code: 'late', minutes: 5 }],
      ['algebraist', { code: 'absent' }],
    ] as const) {
      const { client } = await rig.signIn(author, 'tablet')
      await client.push(pushOf(chain([{ id: author, author, cell, value }])))
    }
    const [conflict] = (await board()).conflicts
    const proposed = conflict?.proposal && conflict.cell.candidates[conflict.proposal.candidate]
    expect([proposed?.value, conflict?.proposal?.clause]).toEqual([{ code: 'absent' }, '2.5'])
  })

  it.skipIf(skip)(
    'goes through classes and people as a list does: 8Б before 10А, Лужин before Рябинина',
    async () => {
      const [own, other] = tinySchool.classes
      if (!own || !other) throw new Error('the tiny school has two classes')
      const { rig, board } = await start({ ...tinySchool, classes: [{ ...own, parallel: 10 }, other] })
      for (const [author, lesson, pupil] of [
        ['algebraist', algebraFirst, 'p1'],
        ['stranger', 's3@2026-11-24', 'p4'],
      ] as const) {
        const { client } = await rig.signIn(author, 'tablet')
        const cell = { kind: 'topic', lesson } as const
        await client.push(
          pushOf(chain([{ id: pupil, author, cell, value: { planItem: null, text: 'Тема' } }])),
        )
      }
      const told = await board()
      expect(told.classes.map((one) => one.name)).toEqual(['8Б', '10А'])
      expect(told.unmarked.map((one) => one.place.target)).toEqual(['8Б', '10А'])
      expect(told.teachers.map((one) => one.name)).toEqual(['Лужин И.', 'Рябинина И.'])
    },
  )

  it.skipIf(skip)(
    'names nobody absent whose cells are closed, whatever a stale list has recorded',
    async () => {
      const status = { kind: 'homeSchooled', subject: null, from: '2026-11-24', to: null } as const
      const { rig, board } = await start({ ...tinySchool, statuses: [{ ...status, pupil: 'p1' }] })
      const { client } = await rig.signIn('algebraist', 'tablet')
      const absent = (pupil: string) =>
        ({ id: pupil, cell: { kind: 'attendance', lesson: algebraFirst, pupil } }) as const
      await client.push(pushOf(chain([absent('p1'), absent('p2')])))
      expect((await board()).absent.map((one) => one.absent)).toEqual([['Ёлкина Имя']])
    },
  )

  it.skipIf(skip)('judges a lesson by the class that its pupil was in on its date', async () => {
    const moved = tinySchool.enrolments.map((one) =>
      one.pupil === 'p1' ? { ...one, to: '2026-11-24' } : one,
    )
    const enrolments = [...moved, { pupil: 'p1', schoolClass: '8b', from: '2026-11-25', to: null }]
    const { rig, board } = await start({ ...tinySchool, enrolments })
    const { client } = await rig.signIn('algebraist', 'tablet')
    await client.push(
      pushOf(chain([{ id: 'a', cell: { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' } }])),
    )
    expect((await board()).classes.map((one) => one.name)).toEqual(['7А'])
  })
})
