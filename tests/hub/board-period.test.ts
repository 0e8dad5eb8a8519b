// The board over a period: each duty and each transfer counted once, by clause, person and class; who may ask, and for what.
import { afterEach, describe, expect, it } from 'vitest'
import type { PeriodAnswer } from '../../src/contract/period-schema.ts'
import { dueOf, sumOf } from '../../src/domain/control/tally.ts'
import type { Clause } from '../../src/domain/deadline/deadline.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tuesday } from '../domain/tiny-school.ts'
import { at } from '../regulation/recorded.ts'
import { databases } from './databases.ts'
import { createTransferRig } from './transfer-rig.ts'

const exact = { clock: { offsetMs: 0, doubtMs: 0 } }
const of = (pupil: string) => ({ kind: 'attendance', lesson: algebraFirst, pupil }) as const

describe.each(databases)('a period of the board, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async () => {
    const rig = await createTransferRig(await open())
    stop = rig.stop
    const outage = async (no: number, opened: string, back: string | null, person: string | null = null) => {
      const restored = back === null ? null : at(back)
      await rig.db
        .insertInto('outage')
        .values({
          ...{ no, person, building: null, opened_at: at(opened), opened_by: null, rev: 0 },
          ...{ restored_at: restored, restored_by: null, closed_at: restored },
          ...{ confirmed_at: person === null ? null : at(opened) },
        })
        .execute()
    }
    const asker = async (login: string) => (await rig.signIn(login, `desk-${login}`)).client
    const ask = async (from = tuesday, to = tuesday): Promise<PeriodAnswer> => {
      const outcome = await (await asker('deputy')).period(from, to)
      if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome))
      return outcome.value
    }
    /** `[due, inTime, late, missing]` of a clause, over all or over some rows. */
    const counted = (
      answer: PeriodAnswer,
      clause: Clause,
      fits: (row: PeriodAnswer['rows'][number]) => boolean = () => true,
    ) => {
      const sum = sumOf(answer.rows.filter((row) => row.clause === clause && fits(row)))
      return [dueOf(sum), sum.inTime, sum.late, sum.missing]
    }
    return { ...rig, outage, asker, ask, counted }
  }

  it.skipIf(skip)(
    'counts duties by clause, person and class, and says which outage explains them',
    async () => {
      const { clock, outage, person, ask, counted } = await start()
      await outage(1, '24.11 07:55', '25.11 09:00')
      const teacher = await person('algebraist')
      // Of the first lesson one pupil in time, the other on Wednesday morning; its homework in time, its topic never.
      clock.set(at('24.11 12:00'))
      await teacher.push([
        makeEntry({ id: 'a', cell: of('p1') }),
        makeEntry({
          id: 'h',
          seq: 2,
          cell: { kind: 'homework', lesson: algebraFirst },
          value: { none: true },
        }),
      ])
      clock.set(at('25.11 08:00'))
      const late = {
        ...makeEntry({ id: 'b', seq: 3, cell: of('p2') }),
        recordedAt: at('25.11 08:00'),
        ...exact,
      }
      await teacher.push([late])
      clock.set(at('25.11 10:00'))
      const answer = await ask()
      // Tuesday has two lessons of algebra, one of English, one of history; all met by the outage.
      expect(answer.lessons).toEqual({ held: 4, kept: 4 })
      expect(counted(answer, '2.5')).toEqual([4, 0, 1, 3])
      expect(counted(answer, '2.7')).toEqual([4, 0, 0, 4])
      expect(counted(answer, '2.8')).toEqual([4, 1, 0, 3])
      expect(counted(answer, '2.5', (row) => row.person === 'algebraist')).toEqual([2, 0, 1, 1])
      expect(counted(answer, '2.8', (row) => row.classes.includes('8b'))).toEqual([1, 0, 0, 1])
      const algebra = answer.rows.find((row) => row.clause === '2.5' && row.person === 'algebraist')
      expect([algebra?.explained, algebra?.worst]).toEqual([2, 8 * 60])
      const [line] = answer.lines.filter((one) => one.verdict === 'late')
      expect(line).toMatchObject({
        ...{ clause: '2.5', person: 'algebraist', lesson: algebraFirst, outage: 1 },
        findings: [{ problem: { kind: 'late', minutes: 480 }, cells: 1 }],
      })
      expect(answer.people).toMatchObject({ algebraist: 'Рябинина И.', stranger: 'Лужин И.' })
      expect(answer.classes).toEqual({ '7a': '7А', '8b': '8Б' })
      // Neither the day before nor the day after has any lesson.
      for (const date of ['2026-11-23', '2026-11-25']) expect((await ask(date, date)).rows).toEqual([])
      expect((await ask('2026-11-23', '2026-11-25')).rows).toEqual(answer.rows)
    },
  )

  it.skipIf(skip)('asks nothing of what АИС could take, and nothing before its term', async () => {
    const { clock, outage, ask, counted } = await start()
    clock.set(at('24.11 12:00'))
    expect(await ask()).toMatchObject({ lessons: { held: 3, kept: 0 }, rows: [] })
    clock.set(at('25.11 12:00'))
    expect(await ask()).toMatchObject({ lessons: { held: 4, kept: 0 }, rows: [] })
    await outage(1, '24.11 08:50', '24.11 09:10')
    clock.set(at('24.11 12:00'))
    const noon = await ask()
    expect([counted(noon, '2.5'), counted(noon, '2.8')]).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(sumOf(noon.rows)).toMatchObject({ open: 2, missing: 1 })
    clock.set(at('25.11 12:00'))
    // Only English of 7А/1 was under way.
    expect((await ask()).lessons).toEqual({ held: 4, kept: 1 })
    expect(counted(await ask(), '2.5')).toEqual([1, 0, 0, 1])
  })

  it.skipIf(skip)(
    'counts transfers by entries, and tells of each outage whether its term was met',
    async () => {
      const { clock, outage, person, ask, counted } = await start()
      await outage(1, '24.11 08:00', '24.11 09:00')
      // One of a teacher who recorded nothing, entered long before and still open.
      await outage(2, '10.11 08:00', null, 'leader')
      const move = async (entries: readonly ReturnType<typeof makeEntry>[], when: string) => {
        clock.set(at(when))
        const teacher = await person('algebraist')
        await teacher.push(entries)
        if (entries[0]?.id !== 'c') await teacher.transfer()
      }
      await move([makeEntry({ id: 'a', cell: of('p1') })], '26.11 23:00')
      const inTime = await ask()
      expect(counted(inTime, '3.2')).toEqual([1, 1, 0, 0])
      expect(inTime.outages.map((one) => [one.outage.no, one.term])).toEqual([
        [2, 'noEntries'],
        [1, 'met'],
      ])
      await move([makeEntry({ id: 'b', seq: 2, cell: of('p2') })], '27.11 10:00')
      const late = await ask()
      expect(counted(late, '3.2')).toEqual([2, 1, 1, 0])
      expect(late.lines.filter((one) => one.clause === '3.2')).toMatchObject([
        { verdict: 'late', lesson: algebraFirst, transfer: { entries: 1, minutes: 600 } },
      ])
      const topic = { kind: 'topic', lesson: algebraFirst } as const
      await move(
        [makeEntry({ id: 'c', seq: 3, cell: topic, value: { planItem: null, text: 'Степень' } })],
        '28.11 10:00',
      )
      const waiting = await ask()
      expect(counted(waiting, '3.2')).toEqual([3, 1, 1, 1])
      expect(waiting.outages.find((one) => one.outage.no === 1)).toMatchObject({
        ...{ term: 'missed', entries: 3, inTime: 1, late: 1, waiting: 1 },
      })
      // Half a year later the same is told of that day.
      clock.set(at('30.12 10:00'))
      for (let no = 3; no < 40; no += 1) await outage(no, `28.12 ${10 + (no % 10)}:${10 + no}`, '28.12 23:50')
      expect(counted(await ask(), '3.2')).toEqual([3, 1, 1, 1])
      expect((await ask()).outages.map((one) => one.outage.no)).toEqual([2, 1])
    },
  )

  it.skipIf(skip)('counts final marks in the period in which their window closes', async () => {
    const { clock, outage, person, ask, counted } = await start()
    clock.set(at('29.12 12:00'))
    const mark = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' } as const
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'm', cell: mark, value: { mark: '4' } })])
    clock.set('2027-01-11T05:00:00.000Z')
    // Nobody but the algebraist needed this journal for them, until an outage says otherwise.
    const quiet = await ask('2026-12-30', '2026-12-31')
    expect(new Set(quiet.rows.map((row) => row.person))).toEqual(new Set(['algebraist']))
    await outage(2, '29.12 08:00', '29.12 09:00')
    const months = [await ask('2026-11-09', '2026-11-30'), await ask('2026-12-30', '2026-12-31')]
    const marks = months.map((one) =>
      one.lines.filter((line) => line.lesson === null).map((line) => line.person),
    )
    expect(marks[0]).toEqual([])
    expect(new Set(marks[1])).toEqual(new Set(['algebraist', 'leader', 'stranger']))
    // The term's mark of two pupils and the year's: one of the four was given.
    expect(counted(months[1] as PeriodAnswer, '2.6', (row) => row.person === 'algebraist')).toEqual([
      2, 0, 0, 2,
    ])
  })

  it.skipIf(skip)('is told to the deputy and the head alone, and of nothing that is no period', async () => {
    const { asker } = await start()
    expect((await (await asker('head')).period(tuesday, tuesday)).kind).toBe('ok')
    expect(await (await asker('algebraist')).period(tuesday, tuesday)).toEqual({
      ...{ kind: 'refused', problem: { error: 'forbidden' } },
    })
    const deputy = await asker('deputy')
    for (const [from, to, period] of [
      ['2026-11-25', tuesday, 'order'],
      ['2026-02-30', tuesday, 'notDate'],
      [tuesday, '', 'notDate'],
      ['24.11.2026', tuesday, 'notDate'],
      ['2025-11-23', tuesday, 'tooLong'],
    ] as const) {
      const problem = { error: 'malformed', period }
      expect(await deputy.period(from, to)).toEqual({ kind: 'refused', problem })
    }
    expect((await deputy.period('2025-11-24', tuesday)).kind).toBe('ok')
  })
})
