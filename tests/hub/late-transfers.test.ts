// What came to АИС after its term (п. 3.2) is said on the board for good, by the lesson it belongs to.
import { afterEach, describe, expect, it } from 'vitest'
import type { CellValue } from '../../src/domain/value.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { algebraFirst, tuesday } from '../domain/tiny-school.ts'
import { at, read } from '../regulation/recorded.ts'
import { databases } from './databases.ts'
import { createTransferRig } from './transfer-rig.ts'

describe.each(databases)('transfers after the term, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async () => {
    const rig = await createTransferRig(await open())
    stop = rig.stop
    const outage = async (no: number, opened: string, back: string | null) => {
      const restored = back === null ? null : at(back)
      await rig.db
        .insertInto('outage')
        .values({
          ...{ no, person: null, building: null, opened_at: at(opened), opened_by: null, rev: 0 },
          ...{ restored_at: restored, restored_by: null, closed_at: restored, confirmed_at: null },
        })
        .execute()
    }
    const late = async (date = tuesday) => {
      const { client } = await rig.signIn('deputy', 'desk')
      const outcome = await client.findings(date)
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      return outcome.value.lateTransfers
    }
    /** Three entries of one lesson, recorded on Tuesday the 24th at 08:10; the topic is brought and moved apart. */
    const topic = makeEntry({
      ...{ id: 'c', seq: 3, cell: { kind: 'topic', lesson: algebraFirst } },
      value: { planItem: 5, text: 'Одночлены' },
    })
    const attendance = [
      makeEntry({ id: 'a' }),
      makeEntry({ id: 'b', seq: 2, cell: { ...attendanceOfP1, pupil: 'p2' } as never }),
    ]
    const move = async (entries: readonly ReturnType<typeof makeEntry>[], when: string) => {
      rig.clock.set(at(when))
      const again = await rig.person('algebraist')
      if (entries.length > 0) await again.push(entries)
      await again.transfer()
    }
    return { ...rig, outage, late, attendance, topic, move }
  }

  it.skipIf(skip)('names who, which lesson, how many and by how much, and says it months after', async () => {
    const { outage, late, attendance, topic, move, clock } = await start()
    await outage(1, '24.11 08:00', '24.11 09:00')
    await move([topic], '26.11 23:00')
    expect(await late()).toEqual([])
    await move(attendance, '02.12 10:30')
    const place = { period: 1, target: '7А', subject: 'Алгебра', teacher: 'Рябинина И.', date: tuesday }
    const found = [
      {
        ...{ person: 'algebraist', name: 'Рябинина И.', lesson: algebraFirst, place },
        ...{ entries: 2, minutes: (5 * 24 + 10) * 60 + 30, outage: null },
      },
    ]
    expect(await late()).toEqual(found)
    expect(await late('2026-11-25')).toEqual([])
    clock.set(at('30.12 10:00'))
    await outage(2, '28.12 08:00', null)
    expect(await late()).toEqual(found)
  })

  describe('of a conflict that a person settles', () => {
    const late10 = { code: 'late', minutes: 10 } as const
    const byLeader = (id: string, value: CellValue) => ({
      ...makeEntry({ id, author: 'leader', device: 'other', value, reason: 'пришёл к звонку' }),
      role: 'classTeacher' as const,
    })
    const startCounting = async () => {
      const rig = await start()
      const moments = async () => {
        const rows = await rig.db
          .selectFrom('entry')
          .select(['id', 'transferred_at'])
          .where('person', '!=', 'ais')
          .execute()
        return Object.fromEntries(rows.map((row) => [row.id, row.transferred_at && read(row.transferred_at)]))
      }
      return { ...rig, moments }
    }
    /** a1 of the teacher is in АИС in time; later the class teacher records something else and the teacher settles. */
    const disagree = async () => {
      const rig = await startCounting()
      await rig.outage(1, '24.11 08:00', '24.11 09:00')
      await rig.move([makeEntry({ id: 'a1' })], '25.11 10:00')
      await (await rig.person('leader', 'other')).push([byLeader('b1', late10)])
      expect(await rig.states()).toEqual({ a1: 'conflict', b1: 'conflict' })
      return rig
    }
    const slot = `${algebraFirst}/attendance/p1`

    it.skipIf(skip)('what АИС has held all the while came when it came, for all who say it', async () => {
      const { move, states, moments, late } = await disagree()
      await move([makeEntry({ id: 'a2', seq: 2, follows: ['a1', 'b1'] })], '02.12 10:00')
      expect(await states()).toEqual({ a1: 'verified', a2: 'verified', b1: 'superseded' })
      expect(await moments()).toEqual({ a1: '25.11 10:00', a2: '25.11 10:00', b1: null })
      expect(await late()).toEqual([])
    })

    it.skipIf(skip)('what АИС has to be told comes when it is told', async () => {
      const { move, states, moments, late } = await disagree()
      await move([makeEntry({ id: 'a2', seq: 2, follows: ['a1', 'b1'], value: late10 })], '02.12 10:00')
      expect(await states()).toEqual({ a1: 'superseded', a2: 'verified', b1: 'accepted' })
      expect(await moments()).toEqual({ a1: '25.11 10:00', a2: '02.12 10:00', b1: null })
      expect(await late()).toMatchObject([{ entries: 1 }])
    })

    it.skipIf(skip)('what several said counts from the first of them that АИС has held', async () => {
      const { outage, move, person, moments, clock } = await startCounting()
      await outage(1, '24.11 08:00', '24.11 09:00')
      await move([makeEntry({ id: 'a1' })], '25.11 10:00')
      clock.set(at('27.11 10:00'))
      const leader = await person('leader', 'other')
      await leader.push([byLeader('b1', { code: 'absent' })])
      await leader.transfer()
      await leader.push([{ ...byLeader('c1', late10), seq: 2 }])
      await move([makeEntry({ id: 'a2', seq: 2, follows: ['a1', 'b1', 'c1'] })], '02.12 10:00')
      expect(await moments()).toEqual({ a1: '25.11 10:00', b1: '27.11 10:00', c1: null, a2: '25.11 10:00' })
    })

    it.skipIf(skip)('what АИС itself had told in time was in time for whoever chose it', async () => {
      const { person, outage, move, standIn, db, late, states } = await start()
      await outage(1, '24.11 08:00', '24.11 09:00')
      standIn.book.write(algebraFirst, { [slot]: 'ОП 10' }, 'somebody')
      await move([makeEntry({ id: 'a1' })], '25.11 10:00')
      const { id } = await db
        .selectFrom('entry')
        .select('id')
        .where('person', '=', 'ais')
        .executeTakeFirstOrThrow()
      await move([makeEntry({ id: 'a2', seq: 2, follows: ['a1', id], value: late10 })], '02.12 10:00')
      expect(await states()).toEqual({ a1: 'superseded', a2: 'verified' })
      expect(await late()).toEqual([])
      expect(await (await person('algebraist')).transfer()).toMatchObject({ conflicts: 0 })
    })

    it.skipIf(skip)('what АИС turned out not to hold any more is to be carried anew', async () => {
      const { move, standIn, db, outage, late } = await start()
      await outage(1, '24.11 08:00', '24.11 09:00')
      await move([makeEntry({ id: 'a1' })], '25.11 10:00')
      standIn.book.write(algebraFirst, { [slot]: 'ОП 10' }, 'somebody')
      await move([], '25.11 11:00')
      const { id } = await db
        .selectFrom('entry')
        .select('id')
        .where('person', '=', 'ais')
        .executeTakeFirstOrThrow()
      await move([makeEntry({ id: 'a2', seq: 2, follows: ['a1', id] })], '02.12 10:00')
      expect(await late()).toMatchObject([{ entries: 2 }])
    })
  })

  it.skipIf(skip)(
    'counts by the first date of a restarted term, which the second outage explains',
    async () => {
      const { outage, late, attendance, topic, move } = await start()
      await outage(1, '24.11 08:00', '24.11 09:00')
      await outage(2, '26.11 08:00', '26.11 12:00')
      await move(attendance, '27.11 01:00')
      expect(await late()).toMatchObject([{ entries: 2, minutes: 60, outage: 2 }])
      await move([topic], '01.12 00:05')
      expect(await late()).toMatchObject([
        { entries: 2, minutes: 60, outage: 2 },
        { entries: 1, minutes: 5, outage: null },
      ])
    },
  )
})
