// «В АИС не вносится»: what АИС refuses for good is given up by a deputy's act, with a reason, in sight of everybody.
import { afterEach, describe, expect, it } from 'vitest'
import type { GiveUpAct } from '../../src/contract/not-carried-schema.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createTransferRig } from './transfer-rig.ts'

const slot = `${algebraFirst}/attendance/p1`
const act: GiveUpAct = {
  ...{ id: 'act-1', cells: [{ key: slot, holders: ['a1'] }] },
  ...{ cause: 'locked', note: 'период закрыт' },
}
const word = {
  ...{ cause: 'locked', note: 'период закрыт', by: 'Завьялова И.' },
  at: '2026-11-24T05:00:00.000Z',
}

describe.each(databases)('what is not carried, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const test = it.skipIf(skip)

  /** A teacher's entry for a lesson that АИС keeps locked. */
  const start = async () => {
    const rig = await createTransferRig(await open())
    stop = rig.stop
    rig.standIn.faults.locked.add(algebraFirst)
    const teacher = await rig.person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    const deputy = await rig.person('deputy', 'desk')
    return { ...rig, teacher, deputy }
  }

  test('a refused write is read back at once: nothing stays «переносится»', async () => {
    const { teacher, states, inAis } = await start()
    expect(await teacher.transfer()).toMatchObject({ written: 0, stopped: 'locked', waiting: 1 })
    expect(await states()).toEqual({ a1: 'accepted' })
    expect(inAis()).toEqual({})
  })

  test('the board names the locked lesson while something waits for it, and until АИС takes a write', async () => {
    const { teacher, deputy, standIn } = await start()
    expect(await deputy.client.board()).toMatchObject({ value: { leftOut: { locked: [], given: [] } } })
    await teacher.transfer()
    await teacher.transfer()
    const line = { lesson: algebraFirst, count: 1, since: word.at, place: { target: '7А' } }
    expect(await deputy.client.board()).toMatchObject({ value: { leftOut: { locked: [line] } } })
    standIn.faults.locked.clear()
    await teacher.transfer()
    expect(await deputy.client.board()).toMatchObject({ value: { leftOut: { locked: [] } } })
    await teacher.push([
      makeEntry({ id: 'a2', seq: 2, value: { code: 'present' }, saw: { code: 'absent' }, follows: ['a1'] }),
    ])
    expect(await deputy.client.board()).toMatchObject({ value: { leftOut: { locked: [] } } })
  })

  test('a deputy’s act is told with its reason to the board, to the lesson, to the history and to the author', async () => {
    const { teacher, deputy, states } = await start()
    await teacher.transfer()
    expect(await deputy.client.lessonCells(algebraFirst)).toMatchObject({ value: { mayGiveUp: true } })
    expect(await deputy.client.giveUpTransfer(act)).toMatchObject({ value: { entries: 1, moved: false } })
    expect(await states()).toEqual({ a1: 'notCarried' })
    const given = { ...word, lesson: algebraFirst, count: 1 }
    const board = {
      leftOut: { locked: [], given: [given] },
      totals: { recorded: 1, waiting: 0, verified: 0 },
    }
    expect(await deputy.client.board()).toMatchObject({ value: board })
    expect(await teacher.client.lessonCells(algebraFirst)).toMatchObject({
      value: { notCarried: { a1: word }, mayGiveUp: false, cells: [{ cell: { state: 'notCarried' } }] },
    })
    expect(await teacher.client.cellHistory(slot)).toMatchObject({
      value: { entries: [{ notCarried: word }] },
    })
    const pulled = await teacher.client.pull(0, '')
    const verdict = { id: 'a1', state: 'notCarried', reason: null, notCarried: word }
    expect(pulled).toMatchObject({ value: { entries: [verdict] } })
  })

  test('it is final: no run carries the entry any more, though АИС would take it', async () => {
    const { teacher, deputy, states, standIn, inAis } = await start()
    await teacher.transfer()
    await deputy.client.giveUpTransfer(act)
    standIn.faults.locked.clear()
    expect(await teacher.transfer()).toMatchObject({ written: 0, verified: 0, waiting: 0 })
    expect(inAis()).toEqual({})
    expect(await states()).toEqual({ a1: 'notCarried' })
    // Recorded anew, the value goes; what was given up stays as the act said.
    await teacher.push([makeEntry({ id: 'a2', seq: 2, follows: ['a1'] })])
    expect(await teacher.transfer()).toMatchObject({ written: 1, verified: 1 })
    expect(await states()).toEqual({ a1: 'notCarried', a2: 'verified' })
  })

  test('sent twice it is one act; an audit line says who and how many', async () => {
    const { teacher, deputy, db } = await start()
    await teacher.transfer()
    await deputy.client.giveUpTransfer(act)
    expect(await deputy.client.giveUpTransfer(act)).toMatchObject({ value: { entries: 1, moved: false } })
    const lines = await db.selectFrom('audit').selectAll().where('action', '=', 'transferGivenUp').execute()
    expect(lines).toMatchObject([{ who: 'deputy', subject: 'act act-1', after: '1 entries: locked' }])
  })

  test('a cell named twice in one act is given up once', async () => {
    const { deputy, states } = await start()
    const twice = { ...act, cells: [...act.cells, ...act.cells] }
    expect(await deputy.client.giveUpTransfer(twice)).toMatchObject({ value: { entries: 1, moved: false } })
    expect(await states()).toEqual({ a1: 'notCarried' })
  })

  test('what has changed since it was seen is not touched, nor anything beside it', async () => {
    const { teacher, deputy, states } = await start()
    const topic = { kind: 'topic', lesson: algebraFirst } as const
    await teacher.push([
      makeEntry({ id: 'a2', seq: 2, follows: ['a1'], saw: { code: 'absent' }, value: { code: 'present' } }),
      makeEntry({ id: 'a3', seq: 3, cell: topic, value: { planItem: 5, text: 'Одночлены' } }),
    ])
    const both = { ...act, cells: [{ key: `${algebraFirst}/topic`, holders: ['a3'] }, ...act.cells] }
    expect(await deputy.client.giveUpTransfer(both)).toMatchObject({ value: { entries: 0, moved: true } })
    expect(await states()).toEqual({ a1: 'superseded', a2: 'accepted', a3: 'accepted' })
  })

  test.each<[string, (rig: Awaited<ReturnType<typeof start>>) => Promise<unknown>, GiveUpAct]>([
    [
      'what АИС holds already',
      async ({ standIn, teacher }) => {
        standIn.faults.locked.clear()
        await teacher.transfer()
      },
      act,
    ],
    [
      'a cell in conflict',
      async ({ standIn, teacher }) => {
        standIn.book.write(algebraFirst, { [slot]: 'ОП 10' }, 'somebody')
        await teacher.transfer()
      },
      act,
    ],
    ['a cell that nobody has written', async () => {}, { ...act, cells: [{ key: 'none', holders: ['a1'] }] }],
  ])('%s is not given up', async (_, before, wanted) => {
    const rig = await start()
    await before(rig)
    const states = await rig.states()
    expect(await rig.deputy.client.giveUpTransfer(wanted)).toMatchObject({
      value: { entries: 0, moved: true },
    })
    expect(await rig.states()).toEqual(states)
  })

  test('one whose writing nobody has seen the end of can be given up, but not while its author’s run goes on', async () => {
    const { teacher, deputy, states, standIn, db } = await start()
    standIn.faults.locked.clear()
    standIn.faults.dropNextWrite = true
    await teacher.transfer()
    expect(await states()).toEqual({ a1: 'carrying' })
    let during: unknown = null
    standIn.faults.beforeNextWrite = () => {
      during = deputy.client.giveUpTransfer({ ...act, id: 'act-2' })
    }
    await teacher.transfer()
    expect(await during).toMatchObject({ value: { moved: true } })
    expect(await states()).toEqual({ a1: 'verified' })
    const row = await db.selectFrom('not_carried').selectAll().execute()
    expect(row).toEqual([])
  })

  test('an entry whose write was never answered leaves «переносится» by the act', async () => {
    const { teacher, deputy, states, standIn, inAis } = await start()
    standIn.faults.locked.clear()
    standIn.faults.dropNextWrite = true
    await teacher.transfer()
    expect(await states()).toEqual({ a1: 'carrying' })
    expect(await deputy.client.giveUpTransfer(act)).toMatchObject({ value: { entries: 1 } })
    expect(await teacher.transfer()).toMatchObject({ written: 0, verified: 0, waiting: 0 })
    expect(await states()).toEqual({ a1: 'notCarried' })
    expect(inAis()).toEqual({})
  })

  test.each([
    ['the author', 'algebraist'],
    ['the class teacher', 'leader'],
    ['the head', 'head'],
  ])('%s may not say so (п. 3.2, 4.2)', async (_, login) => {
    const { person, states } = await start()
    const other = await person(login, 'another')
    const refused = { kind: 'refused', problem: { error: 'forbidden' } }
    expect(await other.client.giveUpTransfer(act)).toMatchObject(refused)
    expect(await states()).toEqual({ a1: 'accepted' })
  })

  test('a value of another meets what was given up before a person’s eyes', async () => {
    const { teacher, deputy, states, person } = await start()
    await teacher.transfer()
    await deputy.client.giveUpTransfer(act)
    const log = { device: 'other', person: 'leader', epoch: 1 }
    const late = { ...makeEntry({ id: 'b1', author: 'leader', value: { code: 'late', minutes: 5 } }), log }
    await (await person('leader', 'other')).push([{ ...late, cell: attendanceOfP1 }])
    expect(await states()).toEqual({ a1: 'conflict', b1: 'conflict' })
  })
})
