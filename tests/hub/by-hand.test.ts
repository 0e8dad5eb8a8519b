// «Внесено вручную»: a final mark, which no door carries, is owed until a person says that it stands in АИС.
import { afterEach, describe, expect, it } from 'vitest'
import type { GiveUpAct } from '../../src/contract/not-carried-schema.ts'
import type { Cell } from '../../src/domain/cell.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createTransferRig } from './transfer-rig.ts'

const markOf = (pupil: string): Cell => ({ kind: 'termMark', term: 'q2', subject: 'algebra', pupil })
const keyOf = (pupil: string): string => `term:q2/algebra/${pupil}`
const markEntry = (change: Partial<Parameters<typeof makeEntry>[0]> & { id: string }): Entry =>
  makeEntry({ cell: markOf('p1'), value: { mark: '4' }, ...change })
const act: GiveUpAct = {
  ...{ id: 'act-1', cause: 'byHand', note: '' },
  cells: [{ key: keyOf('p1'), holders: ['m1'] }],
}
const forbidden = { kind: 'refused', problem: { error: 'forbidden' } }

describe.each(databases)('what is entered by hand, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const test = it.skipIf(skip)

  /** Two final marks of the teacher's, on the hub. */
  const start = async () => {
    const rig = await createTransferRig(await open())
    stop = rig.stop
    const teacher = await rig.person('algebraist')
    await teacher.push([
      markEntry({ id: 'm1' }),
      markEntry({ id: 'm2', seq: 2, cell: markOf('p2'), value: { mark: '5' } }),
    ])
    return { ...rig, teacher }
  }

  test.each([
    ['the subject teacher', 'algebraist', 'Рябинина И.'],
    ['the class teacher (п. 4.4)', 'leader', 'Ким И.'],
    ['a deputy', 'deputy', 'Завьялова И.'],
  ])('%s says so, and it is told who and when to all who see the mark', async (_, login, by) => {
    const { person, teacher, states } = await start()
    const teller = await person(login, 'another')
    expect(await teller.client.giveUpTransfer(act)).toMatchObject({ value: { entries: 1, moved: false } })
    expect(await states()).toEqual({ m1: 'notCarried', m2: 'accepted' })
    const word = { cause: 'byHand', note: '', by, at: '2026-11-24T05:00:00.000Z' }
    const leader = await person('leader', 'third')
    for (const { client } of [teacher, leader]) {
      const pulled = await client.pull(0, '')
      const cells = pulled.kind === 'ok' ? pulled.value.cells : []
      const told = cells.map((one) => [one.key, one.state, one.notCarried ?? null])
      expect(told.sort()).toEqual([
        [keyOf('p1'), 'notCarried', word],
        [keyOf('p2'), 'accepted', null],
      ])
    }
    const verdicts = {
      value: { entries: [{ id: 'm2' }, { id: 'm1', state: 'notCarried', notCarried: word }] },
    }
    expect(await teacher.client.pull(0, '')).toMatchObject(verdicts)
    expect(await teacher.client.cellHistory(keyOf('p1'))).toMatchObject({
      value: { entries: [{ notCarried: word }] },
    })
  })

  test('the deputy’s board counts it no more, and names who has said so of which class', async () => {
    const { person, teacher } = await start()
    const { client } = await person('deputy', 'desk')
    expect(await client.board()).toMatchObject({ value: { totals: { waiting: 2, termMarks: 2 } } })
    await teacher.client.giveUpTransfer(act)
    const given = { cause: 'byHand', by: 'Рябинина И.', count: 1, lesson: null, schoolClass: '7А' }
    expect(await client.board()).toMatchObject({
      value: { totals: { recorded: 2, waiting: 1, termMarks: 1, verified: 0 }, leftOut: { given: [given] } },
    })
  })

  test.each([
    ['a teacher of neither the subject nor the class', 'stranger'],
    ['the head', 'head'],
  ])('%s may not say so', async (_, login) => {
    const { person, states } = await start()
    expect(await (await person(login, 'another')).client.giveUpTransfer(act)).toMatchObject(forbidden)
    expect(await states()).toEqual({ m1: 'accepted', m2: 'accepted' })
  })

  test.each(['algebraist', 'deputy'])('of what a door carries nobody says so: %s', async (login) => {
    const { person, teacher, states } = await start()
    await teacher.push([makeEntry({ id: 'a1', seq: 3 })])
    const attendance = { key: `${algebraFirst}/attendance/p1`, holders: ['a1'] }
    const { client } = await person(login, 'another')
    const both = { ...act, cells: [...act.cells, attendance] }
    expect(await client.giveUpTransfer(both)).toMatchObject(forbidden)
    expect(await states()).toEqual({ a1: 'accepted', m1: 'accepted', m2: 'accepted' })
  })

  test.each(['locked', 'noPlace'] as const)('a teacher gives up no mark as «%s»', async (cause) => {
    const { teacher, states } = await start()
    expect(await teacher.client.giveUpTransfer({ ...act, cause })).toMatchObject(forbidden)
    expect(await states()).toEqual({ m1: 'accepted', m2: 'accepted' })
  })

  test('the deputy reads whose marks wait, by class and column, says so, and they wait no more', async () => {
    const { person, teacher, states } = await start()
    const { client } = await person('deputy', 'desk')
    const told = await client.waitingTermMarks(null)
    if (told.kind !== 'ok') throw new Error(told.kind)
    const { classes, schoolClass, sheets, maySay } = told.value
    expect({ classes, schoolClass, maySay }).toEqual({
      ...{ classes: [{ id: '7a', name: '7А', count: 2 }], schoolClass: '7a', maySay: true },
    })
    const lines = sheets.flatMap(({ cells, ...sheet }) =>
      cells.map(({ cell, pupil, author }) => [sheet.subject, sheet.columnName, pupil, author, cell.value]),
    )
    expect(lines).toEqual([
      ['Алгебра', '2-я четверть', 'Волков Имя', 'Рябинина И.', { mark: '4' }],
      ['Алгебра', '2-я четверть', 'Ёлкина Имя', 'Рябинина И.', { mark: '5' }],
    ])
    const cells = (sheets[0]?.cells ?? []).map(({ cell }) => ({
      ...{ key: cell.key, holders: cell.holders.map((one) => one.entry) },
    }))
    const said = await client.giveUpTransfer({ id: 'act-9', cause: 'byHand', note: '', cells })
    expect(said).toMatchObject({ value: { entries: 2, moved: false } })
    expect(await states()).toEqual({ m1: 'notCarried', m2: 'notCarried' })
    expect(await client.waitingTermMarks('7a')).toMatchObject({
      value: { classes: [], schoolClass: null, sheets: [], maySay: false },
    })
    const pulled = await teacher.client.pull(0, '')
    expect(pulled).toMatchObject({ value: { cells: [{ notCarried: { by: 'Завьялова И.' } }, {}] } })
  })

  test('a mark that two people disagree about waits for them, not for a hand', async () => {
    const { person } = await start()
    const leader = await person('leader', 'another')
    await leader.push([markEntry({ id: 'x', author: 'leader', value: { mark: '3' } })])
    const { client } = await person('deputy', 'desk')
    expect(await client.waitingTermMarks(null)).toMatchObject({
      value: { classes: [{ count: 1 }], sheets: [{ cells: [{ cell: { key: keyOf('p2') } }] }] },
    })
  })

  test('the head reads them and says nothing; a teacher is not told', async () => {
    const { person, teacher } = await start()
    const { client } = await person('head', 'desk')
    expect(await client.waitingTermMarks(null)).toMatchObject({
      value: { maySay: false, sheets: [{ cells: [{}, {}] }] },
    })
    expect(await teacher.client.waitingTermMarks(null)).toMatchObject(forbidden)
  })

  test('a mark changed later is owed anew, and is said anew', async () => {
    const { teacher, states } = await start()
    await teacher.client.giveUpTransfer(act)
    const changed = { id: 'm3', seq: 3, value: { mark: '5' }, saw: { mark: '4' }, follows: ['m1'] } as const
    await teacher.push([markEntry(changed)])
    expect(await states()).toMatchObject({ m1: 'superseded', m3: 'accepted' })
    const pulled = await teacher.client.pull(0, '')
    const cell = pulled.kind === 'ok' ? pulled.value.cells.find((one) => one.key === keyOf('p1')) : undefined
    expect(cell).toMatchObject({ state: 'accepted', value: { mark: '5' } })
    expect(cell).not.toHaveProperty('notCarried')
    // What was seen before it is no longer there to be spoken of.
    const again = { ...act, id: 'act-2' }
    expect(await teacher.client.giveUpTransfer(again)).toMatchObject({ value: { entries: 0, moved: true } })
    const anew = { ...again, cells: [{ key: keyOf('p1'), holders: ['m3'] }] }
    expect(await teacher.client.giveUpTransfer(anew)).toMatchObject({ value: { entries: 1 } })
    expect(await states()).toMatchObject({ m1: 'superseded', m3: 'notCarried' })
  })

  test('the same mark by a colleague, recorded later, is owed by itself', async () => {
    const { teacher, states, person } = await start()
    await teacher.client.giveUpTransfer(act)
    const leader = await person('leader', 'tablet')
    await leader.push([markEntry({ id: 'c1', author: 'leader' })])
    expect(await states()).toMatchObject({ m1: 'notCarried', c1: 'accepted' })
    const both = { ...act, id: 'act-2', cells: [{ key: keyOf('p1'), holders: ['m1', 'c1'] }] }
    expect(await leader.client.giveUpTransfer(both)).toMatchObject({ value: { entries: 1, moved: false } })
    expect(await states()).toMatchObject({ m1: 'notCarried', c1: 'notCarried' })
  })

  test('a mark that a conflict has brought back is said anew, and the newest saying counts', async () => {
    const { teacher, states, person, db, clock } = await start()
    await teacher.client.giveUpTransfer({
      ...act,
      cells: [...act.cells, { key: keyOf('p2'), holders: ['m2'] }],
    })
    const leader = await person('leader', 'tablet')
    await leader.push([markEntry({ id: 'c1', author: 'leader', value: { mark: '5' } })])
    expect(await states()).toMatchObject({ m1: 'conflict', c1: 'conflict' })
    // The teacher settles for the value that stands in АИС; whether it still does nobody has said yet.
    await teacher.push([markEntry({ id: 's1', seq: 3, follows: ['m1', 'c1'] })])
    expect(await states()).toMatchObject({ m1: 'accepted', c1: 'superseded', s1: 'accepted' })
    await clock.advance(60_000)
    const again = { ...act, id: 'act-2', cells: [{ key: keyOf('p1'), holders: ['m1', 's1'] }] }
    expect(await leader.client.giveUpTransfer(again)).toMatchObject({ value: { entries: 2, moved: false } })
    expect(await states()).toMatchObject({ m1: 'notCarried', s1: 'notCarried', m2: 'notCarried' })
    const sayings = await db
      .selectFrom('not_carried')
      .select(['entry', 'act', 'who'])
      .orderBy('entry')
      .execute()
    expect(sayings).toEqual([
      { entry: 'm1', act: 'act-2', who: 'leader' },
      { entry: 'm2', act: 'act-1', who: 'algebraist' },
      { entry: 's1', act: 'act-2', who: 'leader' },
    ])
    // Sent twice it is still one act, and both stand in the audit.
    expect(await leader.client.giveUpTransfer(again)).toMatchObject({ value: { entries: 2, moved: false } })
    const lines = await db.selectFrom('audit').selectAll().where('action', '=', 'transferGivenUp').execute()
    expect(lines.map((line) => line.subject).sort()).toEqual(['act act-1', 'act act-2'])
  })
})
