// The carrier between the hub and the stand-in АИС: written only in the author's session, green only after reading back.
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createTransferRig } from './transfer-rig.ts'

const slot = `${algebraFirst}/attendance/p1`

describe.each(databases)('transfer on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  const start = async (through?: Parameters<typeof createTransferRig>[2]) => {
    const rig = await createTransferRig(await open(), {}, through)
    stop = rig.stop
    return rig
  }
  afterEach(() => stop())
  const test = it.skipIf(skip)

  test('writes what was recorded, reads it back and only then calls it verified', async () => {
    const { person, states, inAis } = await start()
    const teacher = await person('algebraist')
    await teacher.push([
      makeEntry({ id: 'a1' }),
      makeEntry({
        id: 'a2',
        seq: 2,
        cell: { ...attendanceOfP1, pupil: 'p2' } as never,
        value: { code: 'present' },
      }),
      makeEntry({
        id: 'a3',
        seq: 3,
        cell: { kind: 'topic', lesson: algebraFirst },
        value: { planItem: 5, text: 'Одночлены' },
      }),
    ])
    expect(await teacher.transfer()).toMatchObject({
      written: 2,
      verified: 3,
      conflicts: 0,
      stopped: null,
      waiting: 0,
    })
    expect(inAis()).toEqual({ [slot]: 'ОТ', [`${algebraFirst}/topic`]: '5. Одночлены' })
    expect(await states()).toEqual({ a1: 'verified', a2: 'verified', a3: 'verified' })
    // A tablet is told what АИС was last verified to hold, and nothing of what was never read or is empty there.
    const pulled = await teacher.client.pull(0, '')
    const told =
      pulled.kind === 'ok' ? pulled.value.cells.map(({ key, ais }) => [key.split('/').at(-1), ais]) : []
    expect(told.sort()).toEqual([
      ['p1', 'ОТ'],
      ['p2', undefined],
      ['topic', '5. Одночлены'],
    ])
  })

  test('a session proves access: the term of the teacher’s own outage begins (п. 3.2)', async () => {
    const { person } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    const scope = { kind: 'teacher', person: 'algebraist' }
    const outages = [{ scope, closedAt: null, due: null }]
    expect(await teacher.client.pull(0, '')).toMatchObject({ value: { outages } })
    await teacher.transfer()
    const ended = [{ scope, closedAt: '2026-11-24T05:00:00.000Z', due: '2026-11-26T17:00:00.000Z' }]
    expect(await teacher.client.pull(0, '')).toMatchObject({ value: { outages: ended } })
  })

  test('carries nobody else’s entries', async () => {
    const { person, states, inAis } = await start()
    await (await person('algebraist')).push([makeEntry({ id: 'a1' })])
    expect(await (await person('leader', 'other')).transfer()).toMatchObject({ written: 0 })
    expect(inAis()).toEqual({})
    expect(await states()).toEqual({ a1: 'accepted' })
  })

  test('reports what a person wrote in АИС and writes nothing over it until somebody has chosen', async () => {
    const { person, states, inAis, standIn } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.book.write(algebraFirst, { [slot]: 'ОП 10' }, 'somebody')
    expect(await teacher.transfer()).toMatchObject({ written: 0, conflicts: 1 })
    expect(await states()).toEqual({ a1: 'conflict' })
    expect(inAis()).toEqual({ [slot]: 'ОП 10' })
    // Asked again, it is the same conflict, not one more.
    expect(await teacher.transfer()).toMatchObject({ conflicts: 0 })

    const pulled = await teacher.client.pull(0, '')
    const candidates = pulled.kind === 'ok' ? (pulled.value.cells[0]?.candidates ?? []) : []
    expect(candidates.map((one) => one.value)).toEqual([{ code: 'absent' }, { code: 'late', minutes: 10 }])
    const follows = candidates.flatMap((one) => one.entries.map((each) => each.entry))
    await teacher.push([makeEntry({ id: 'a2', seq: 2, follows })])
    expect(await teacher.transfer()).toMatchObject({ written: 1, verified: 2, conflicts: 0 })
    expect(inAis()).toEqual({ [slot]: 'ОТ' })
    expect(await states()).toEqual({ a1: 'verified', a2: 'verified' })
  })

  test('looks again at what is verified until it falls due, and reports who wrote over it', async () => {
    const { person, states, standIn, clock, db } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    await teacher.transfer()
    const before = await teacher.client.pull(0, '')
    expect(await teacher.transfer()).toMatchObject({ written: 0, conflicts: 0 })
    const after = await teacher.client.pull(0, '')
    // A look that finds everything in its place changes nothing; only the session's opening is told.
    expect(after).toMatchObject({ value: { rev: before.kind === 'ok' ? before.value.rev + 1 : -1 } })
    standIn.book.write(algebraFirst, { [slot]: 'ОП 10' }, 'somebody')
    expect(await teacher.transfer()).toMatchObject({ written: 0, conflicts: 1 })
    expect(await states()).toEqual({ a1: 'conflict' })
    const { id } = await aisEntry(teacher)
    await teacher.push([makeEntry({ id: 'a2', seq: 2, follows: ['a1', id] })])
    // Chosen anew, it has to be carried again: no former reading makes it green.
    const chosen = await db.selectFrom('entry').selectAll().where('id', '=', 'a1').execute()
    expect(chosen).toMatchObject([{ state: 'accepted', transferred_at: null, verified_at: null }])
    expect(await teacher.transfer()).toMatchObject({ written: 1, conflicts: 0 })
    clock.set('2026-12-24T05:00:00.000Z')
    standIn.book.write(algebraFirst, { [slot]: 'ОСВ' }, 'somebody')
    expect(await (await person('algebraist', 'new')).transfer()).toMatchObject({ written: 0, conflicts: 0 })
  })

  test('a choice for what АИС holds is verified without a write', async () => {
    const { person, states, standIn } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.book.write(algebraFirst, { [slot]: 'ОП 10' }, 'somebody')
    await teacher.transfer()
    const { id } = await aisEntry(teacher)
    await teacher.push([
      makeEntry({ id: 'a2', seq: 2, follows: ['a1', id], value: { code: 'late', minutes: 10 } }),
    ])
    expect(await teacher.transfer()).toMatchObject({ written: 0, verified: 1 })
    expect(await states()).toEqual({ a1: 'superseded', a2: 'verified' })
  })

  test('a reason that АИС adds to our absence fills a blank and asks nobody', async () => {
    const { person, states, standIn, inAis } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.book.write(algebraFirst, { [slot]: 'УП' }, 'leader')
    await teacher.transfer()
    expect(await states()).toEqual({ a1: 'verified' })
    expect(inAis()).toEqual({ [slot]: 'УП' })
  })

  test('an answer that was lost is settled by reading back, never by writing again', async () => {
    const { person, states, standIn, inAis } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.faults.loseNextAnswer = true
    expect(await teacher.transfer()).toMatchObject({ stopped: 'unreachable', written: 0, verified: 0 })
    expect(await states()).toEqual({ a1: 'carrying' })
    expect(await teacher.transfer()).toMatchObject({ written: 0, verified: 1, stopped: null })
    expect(inAis()).toEqual({ [slot]: 'ОТ' })
    expect(await states()).toEqual({ a1: 'verified' })
  })

  test('what a colleague’s run left in АИС is our own word, and no disagreement', async () => {
    const { person, states, standIn, inAis, db } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.faults.loseNextAnswer = true
    await teacher.transfer()
    expect([await states(), inAis()]).toEqual([{ a1: 'carrying' }, { [slot]: 'ОТ' }])
    // The class teacher corrects it in view of it, and is the first to open a session again.
    const leader = await person('leader', 'other')
    const log = { device: 'other', person: 'leader', epoch: 1 }
    const late = { code: 'late', minutes: 10 } as const
    await leader.push([
      {
        ...makeEntry({ id: 'b1', follows: ['a1'], saw: { code: 'absent' }, value: late }),
        ...{ log, role: 'classTeacher', reason: 'пришёл к звонку' },
      },
    ])
    expect(await states()).toEqual({ a1: 'superseded', b1: 'accepted' })
    expect(await leader.transfer()).toMatchObject({ written: 1, verified: 1, conflicts: 0 })
    expect(inAis()).toEqual({ [slot]: 'ОП 10' })
    expect(await states()).toEqual({ a1: 'superseded', b1: 'verified' })
    // The first run's write is settled: should the same text come again, a person has written it.
    expect(await db.selectFrom('intent').select('outcome').execute()).toEqual([
      { outcome: 'verified' },
      { outcome: 'verified' },
    ])
    standIn.book.write(algebraFirst, { [slot]: 'ОТ' }, 'somebody')
    expect(await leader.transfer()).toMatchObject({ written: 0, conflicts: 1 })
  })

  /** The class teacher sees the teacher's absence and corrects it. */
  const corrected: Entry = {
    ...makeEntry({
      id: 'b1',
      follows: ['a1'],
      saw: { code: 'absent' },
      value: { code: 'late', minutes: 10 },
    }),
    ...{
      log: { device: 'other', person: 'leader', epoch: 1 },
      role: 'classTeacher',
      reason: 'пришёл к звонку',
    },
  }

  test('a write that never arrived ends with a colleague’s reading: the same text later is a person’s', async () => {
    const { person, states, standIn, inAis } = await start()
    const [teacher, leader] = [await person('algebraist'), await person('leader', 'other')]
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.faults.dropNextWrite = true
    await teacher.transfer()
    await leader.push([corrected])
    expect(await leader.transfer()).toMatchObject({ written: 1, verified: 1, conflicts: 0 })
    standIn.book.write(algebraFirst, { [slot]: 'ОТ' }, 'somebody')
    await teacher.transfer()
    expect(await leader.transfer()).toMatchObject({ written: 0, conflicts: 1 })
    expect([await states(), inAis()]).toEqual([{ a1: 'superseded', b1: 'conflict' }, { [slot]: 'ОТ' }])
  })

  test('two runs at one lesson go one after the other: no late write lands over what was verified', async () => {
    let letThrough = (): void => {}
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    const { person, states, inAis } = await start((door) => ({
      ...door,
      apply: async (session, ...rest) => {
        if (session.person === 'algebraist') await gate
        return door.apply(session, ...rest)
      },
    }))
    const [teacher, leader] = [await person('algebraist'), await person('leader', 'other')]
    await teacher.push([makeEntry({ id: 'a1' })])
    const first = teacher.transfer()
    while ((await states()).a1 !== 'carrying') await new Promise((soon) => setTimeout(soon, 5))
    await leader.push([corrected])
    const second = leader.transfer()
    // As long as a run would need that did not wait.
    for (let tries = 0; tries < 40 && (await states()).b1 !== 'verified'; tries += 1)
      await new Promise((soon) => setTimeout(soon, 10))
    letThrough()
    await first
    expect(await second).toMatchObject({ conflicts: 0 })
    expect([await states(), inAis()]).toEqual([{ a1: 'superseded', b1: 'verified' }, { [slot]: 'ОП 10' }])
  })

  test('a write that never arrived is found missing and planned anew', async () => {
    const { person, states, standIn } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.faults.dropNextWrite = true
    await teacher.transfer()
    expect(await states()).toEqual({ a1: 'carrying' })
    expect(await teacher.transfer()).toMatchObject({ written: 1, verified: 1 })
    expect(await states()).toEqual({ a1: 'verified' })
  })

  test('an edit between our reading and our writing goes unseen: АИС keeps the last writer and tells no more', async () => {
    const { person, states, standIn, inAis } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.faults.beforeNextWrite = () => standIn.book.write(algebraFirst, { [slot]: 'УП' }, 'somebody')
    await teacher.transfer()
    expect(inAis()).toEqual({ [slot]: 'ОТ' })
    expect(await states()).toEqual({ a1: 'verified' })
  })

  test('the former text, put back as soon as ours was written, is somebody’s word and not a write that failed', async () => {
    const { person, states, standIn, inAis } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    await teacher.transfer()
    const late = { code: 'late', minutes: 10 } as const
    await teacher.push([
      makeEntry({ id: 'a2', seq: 2, value: late, saw: { code: 'absent' }, follows: ['a1'] }),
    ])
    const putBack = () => standIn.book.write(algebraFirst, { [slot]: 'ОТ' }, 'somebody')
    standIn.faults.beforeNextWrite = () => queueMicrotask(putBack)
    expect(await teacher.transfer()).toMatchObject({ written: 1, verified: 0, conflicts: 1 })
    expect(await states()).toEqual({ a1: 'superseded', a2: 'conflict' })
    expect(inAis()).toEqual({ [slot]: 'ОТ' })
  })

  test('an absence goes in its teacher’s session, its reason afterwards in the class teacher’s', async () => {
    const { person, states, inAis } = await start()
    const leader = await person('leader', 'other')
    const log = { device: 'other', person: 'leader', epoch: 1 }
    const cell = { ...attendanceOfP1, kind: 'absenceReason' } as never
    await leader.push([
      { ...makeEntry({ id: 'k1', cell, value: { reason: 'illness' } }), log, role: 'classTeacher' },
    ])
    expect(await leader.transfer()).toMatchObject({ written: 0, waiting: 1 })
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    await teacher.transfer()
    expect(inAis()).toEqual({ [slot]: 'ОТ' })
    expect(await leader.transfer()).toMatchObject({ written: 1, verified: 1 })
    expect(inAis()).toEqual({ [slot]: 'Б' })
    expect(await states()).toEqual({ a1: 'verified', k1: 'verified' })
  })

  test('a reason that АИС told goes back with its absence, and is green again only then', async () => {
    const { db, person, inAis, standIn } = await start()
    const teacher = await person('algebraist')
    standIn.book.write(algebraFirst, { [slot]: 'Б' }, 'somebody')
    const late = { code: 'late', minutes: 5 } as const
    await teacher.push([makeEntry({ id: 'a1' })])
    await teacher.transfer()
    await teacher.push([makeEntry({ id: 'a2', seq: 2, value: late, follows: ['a1'] })])
    await teacher.transfer()
    expect(inAis()).toEqual({ [slot]: 'ОП 5' })
    const reason = () =>
      db
        .selectFrom('entry')
        .select(['person', 'state'])
        .where('cell_key', 'like', '%/absenceReason/%')
        .execute()
    expect(await reason()).toEqual([{ person: 'ais', state: 'accepted' }])
    await teacher.push([makeEntry({ id: 'a3', seq: 3, saw: late, follows: ['a2'] })])
    await teacher.transfer()
    expect(inAis()).toEqual({ [slot]: 'Б' })
    expect(await reason()).toEqual([{ person: 'ais', state: 'verified' }])
  })

  test('starts nothing for a browser that did not ask', async () => {
    const { person, states } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    await teacher.send({
      method: 'GET',
      path: '/api/transfer/return?code=x&state=guess',
      body: null,
      timeoutMs: 1000,
    })
    expect(await states()).toEqual({ a1: 'accepted' })
  })

  test('shows the deputy what is left, by teacher and class, and the conflict by name', async () => {
    const { person, standIn } = await start()
    const teacher = await person('algebraist')
    const deputy = await person('deputy', 'desk')
    await teacher.push([
      makeEntry({ id: 'a1' }),
      makeEntry({ id: 'a2', seq: 2, cell: { ...attendanceOfP1, pupil: 'p2' } as never }),
    ])
    const before = await deputy.client.board()
    expect(before).toMatchObject({
      value: {
        totals: { recorded: 2, waiting: 2, conflicts: 0, verified: 0 },
        teachers: [{ key: 'algebraist', name: 'Рябинина И.', waiting: 2 }],
        classes: [{ key: '7a', name: '7А', waiting: 2 }],
      },
    })
    standIn.book.write(algebraFirst, { [slot]: 'ОП 10' }, 'somebody')
    await teacher.transfer()
    expect(await deputy.client.board()).toMatchObject({
      value: {
        totals: { recorded: 2, waiting: 1, conflicts: 1, verified: 1 },
        conflicts: [{ pupil: 'Волков Имя', lesson: { target: '7А', subject: 'Алгебра', period: 1 } }],
      },
    })
  })
})

/** The id of the entry that АИС itself brought into the conflict. */
const aisEntry = async (teacher: {
  client: { pull(since: number, incarnation: string): Promise<unknown> }
}): Promise<{ id: string }> => {
  const pulled = (await teacher.client.pull(0, '')) as {
    value: { cells: { candidates: { entries: { entry: string; source: string }[] }[] }[] }
  }
  const all = pulled.value.cells.flatMap((cell) => cell.candidates.flatMap((one) => one.entries))
  const found = all.find((one) => one.source === 'ais')
  if (!found) throw new Error('АИС brought no entry')
  return { id: found.entry }
}
