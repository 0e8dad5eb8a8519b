// A deputy brings the file of a teacher who has left the lists: what of it is kept, what it may replace, whose duty is left.
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { sendFile } from '../../src/sync/send-file.ts'
import { chain, makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const topic: Cell = { kind: 'topic', lesson: algebraFirst }
const text = { planItem: null, text: 'Дроби' }
const late = { code: 'late', minutes: 5 } as const
const nothing = { taken: 0, conflict: 0, waiting: 0, held: 0, refused: 0, absent: 0 }

describe.each(databases)('the file of who has left, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const test = it.skipIf(skip)

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const { client: desk } = await rig.signIn('deputy', 'desk')
    const { client: tablet } = await rig.signIn('algebraist', 'tablet')
    const leave = async (): Promise<void> => {
      const school = await desk.school()
      if (school.kind !== 'ok') throw new Error(school.kind)
      const course = { id: 'alg7a', subject: 'algebra', targetKind: 'class', target: '7a' }
      const { version } = school.value.school
      const edited = await desk.editSchool({
        version,
        edits: [
          { list: 'assignments', remove: { id: 'alg7a' }, add: { ...course, teacher: 'leader' } },
          { list: 'staff', remove: { id: 'algebraist' } },
        ],
      })
      if (edited.kind !== 'ok' || edited.value.faults) throw new Error('the lists were not changed')
    }
    const leader = async (...entries: Entry[]) => {
      const { client } = await rig.signIn('leader', 'other')
      const log = { device: 'other', person: 'leader', epoch: 1 }
      return client.push(pushOf(entries.map((one) => ({ ...one, log }))))
    }
    const send = async (entries: readonly Entry[], device: string | null = null) => {
      const end = await sendFile(desk, 'deputy', { entries, device })
      return end.kind === 'sent' ? end.sent : end
    }
    const states = async () => {
      const rows = await rig.db
        .selectFrom('entry')
        .select(['id', 'state', 'epoch', 'seq'])
        .orderBy('id')
        .execute()
      return rows.map(({ id, state, epoch, seq }) => `${id} ${state} ${epoch}/${seq}`)
    }
    return { rig, desk, tablet, leave, leader, send, states }
  }

  test('of a copied tablet with more since an earlier file: none of it goes into the other history', async () => {
    const { tablet, leave, send, states } = await start()
    await tablet.push(pushOf(chain([{ id: 'a1' }])))
    await leave()
    const [c1, c2, c3] = chain([
      { id: 'c1', cell: topic, value: text },
      { id: 'c2', cell: attendance('p2') },
      { id: 'c3', cell: attendance('p2'), value: late, follows: ['c2'] },
    ])
    await send([c1, c2] as Entry[])
    expect(await send([c1, c2, c3] as Entry[])).toEqual({ ...nothing, taken: 3 })
    expect(await states()).toEqual([
      'a1 accepted 1/1',
      'c1 accepted 2/1',
      'c2 superseded 2/2',
      'c3 accepted 3/1',
    ])
  })

  test('of a copied tablet goes on in a new epoch: no entry stays outside because its place is taken', async () => {
    const { tablet, leave, send, states } = await start()
    await tablet.push(pushOf(chain([{ id: 'a1' }, { id: 'a2', cell: attendance('p2') }])))
    await leave()
    const copied = chain([
      { id: 'a1' },
      { id: 'c2', cell: topic, value: text },
      { id: 'c3', value: late, follows: ['a1'] },
    ])
    const kept = ['a1 superseded 1/1', 'a2 accepted 1/2', 'c2 accepted 2/1', 'c3 accepted 2/2']
    expect(await send(copied)).toEqual({ ...nothing, taken: 3 })
    expect(await states()).toEqual(kept)
    // Once more it is the same entries, and a third history finds an epoch of its own.
    expect(await send(copied)).toEqual({ ...nothing, taken: 3 })
    expect(await send(chain([{ id: 'a1' }, { id: 'd2', cell: attendance('p2') }]))).toEqual({
      ...nothing,
      taken: 2,
    })
    expect(await states()).toEqual([...kept, 'd2 accepted 3/1'])
  })

  test('is counted by what became of each entry; what the hub does not keep is called so', async () => {
    const { tablet, leave, leader, send, states } = await start()
    await tablet.push(pushOf(chain([{ id: 'a1' }])))
    await leader({ ...makeEntry({ id: 'b1', author: 'leader', cell: attendance('p2'), value: late }) })
    await leave()
    const entries = chain([
      { id: 'a1', value: late },
      { id: 'a2', cell: attendance('p2') },
      { id: 'a3', cell: topic, value: text, follows: ['nobody has brought it'] },
      { id: 'a4', cell: { ...topic, lesson: 'of no list' }, value: text },
    ])
    expect(await send(entries)).toEqual({ ...nothing, absent: 1, conflict: 1, waiting: 1, refused: 1 })
    expect((await states()).map((one) => one.split(' ')[0])).toEqual(['a1', 'a2', 'a3', 'a4', 'b1'])
  })

  test('replaces nobody else’s value, seen or not: whoever has the lesson now chooses', async () => {
    const { leave, leader, send, states, desk } = await start()
    const b1 = makeEntry({ id: 'b1', author: 'leader' })
    const b2 = makeEntry({ id: 'b2', author: 'leader', cell: topic, value: text, seq: 2 })
    await leader(b1, b2)
    await leave()
    const other = { planItem: null, text: 'Проценты' }
    const log = { device: 'tablet', person: 'algebraist', epoch: 2 }
    // It comes ahead of what it follows, and is decided later by the same rule.
    const ahead = makeEntry({ id: 'a3', cell: topic, value: other, saw: text, follows: ['a2'] })
    const entries = chain([
      { id: 'a1', value: late, saw: { code: 'absent' }, follows: ['b1'] },
      { id: 'a2', cell: topic, value: text, follows: ['b2'] },
    ])
    await send([{ ...ahead, log }, ...entries])
    const kept = [
      ...['a1 conflict 1/1', 'a2 conflict 1/2', 'a3 conflict 2/1'],
      ...['b1 conflict 1/1', 'b2 conflict 1/2'],
    ]
    expect(await states()).toEqual(kept)
    const { value } = (await desk.lessonCells(algebraFirst)) as {
      value?: { cells: { cell: { candidates: unknown[] } }[] }
    }
    expect(value?.cells.map((one) => one.cell.candidates.length)).toEqual([2, 2])
  })

  test('changes what its author had recorded, as the author would have', async () => {
    const { tablet, leave, send, states } = await start()
    const log = chain([{ id: 'a1' }, { id: 'a2', value: late, follows: ['a1'] }])
    await tablet.push(pushOf(log.slice(0, 1)))
    await leave()
    await send(log)
    expect(await states()).toEqual(['a1 superseded 1/1', 'a2 accepted 1/2'])
  })

  test('leaves no outage open that nobody can end: the term of п. 3.2 runs', async () => {
    const { rig, tablet, leave, send, desk } = await start()
    const log = chain([
      { id: 'a1' },
      { id: 'a2', cell: attendance('p2') },
      { id: 'a3', cell: topic, value: text },
    ])
    await tablet.push(pushOf(log.slice(0, 1)))
    const ended = (no: number, at: string) => ({ no, restoredAt: at, closedAt: at, runs: true })
    const own = async () => {
      const told = await desk.register()
      if (told.kind !== 'ok') throw new Error(told.kind)
      return told.value.outages.map(({ outage: { no, restoredAt, closedAt, due } }) => ({
        ...{ no, restoredAt, closedAt, runs: due !== null },
      }))
    }
    const [left, brought, again] = ['24T05:30', '24T06:00', '25T06:00'].map(
      (one) => `2026-11-${one}:00.000Z`,
    ) as [string, string, string]
    rig.clock.set(left)
    await leave()
    expect(await own()).toEqual([ended(1, left)])
    rig.clock.set(brought)
    await send(log.slice(0, 2))
    rig.clock.set(again)
    await send(log)
    expect(await own()).toEqual([ended(3, again), ended(2, brought), ended(1, left)])
    const board = await desk.board()
    if (board.kind !== 'ok') throw new Error(board.kind)
    // The deputy sees what waits, each with its term.
    const [gone] = board.value.teachers.filter((one) => one.key === 'algebraist')
    expect(gone?.terms.map((one) => one.waiting)).toEqual([2, 1])
  })

  test('leaves no tablet on the board as waiting with what was brought, nor the one that held another’s file', async () => {
    const { tablet, leave, send, desk } = await start()
    const tell = async (device: string, unsent: number): Promise<void> => {
      const asked = pushOf([], { device, person: 'algebraist', epoch: 1 })
      await tablet.push({ ...asked, report: { ...asked.report, unsent } })
    }
    await tell('tablet', 2)
    await tell('second', 3)
    await tell('third', 1)
    await leave()
    await send(chain([{ id: 'a1' }, { id: 'a2', cell: attendance('p2') }]), 'second')
    const board = await desk.board()
    if (board.kind !== 'ok') throw new Error(board.kind)
    expect(board.value.devices.map((one) => `${one.device} ${one.unsent}`).sort()).toEqual(
      ['tablet 0', 'second 1', 'third 1'].sort(),
    )
  })

  test('is left to whoever has the lesson: recorded anew, it is theirs to carry', async () => {
    const { leave, leader, send, states, desk } = await start()
    await leave()
    await send(chain([{ id: 'a1', cell: topic, value: text }]))
    await leader(
      makeEntry({ id: 'b1', author: 'leader', cell: topic, value: null, saw: text, follows: ['a1'] }),
      makeEntry({ id: 'b2', author: 'leader', cell: topic, value: text, follows: ['b1'], seq: 2 }),
    )
    expect(await states()).toEqual(['a1 superseded 1/1', 'b1 superseded 1/1', 'b2 accepted 1/2'])
    const board = await desk.board()
    if (board.kind !== 'ok') throw new Error(board.kind)
    const waiting = board.value.teachers.map((one) => `${one.key} ${one.waiting}`)
    expect(waiting).toContain('leader 1')
    expect(waiting).not.toContain('algebraist 1')
  })

  test('is said in the history of the cell to have come by a file', async () => {
    const { rig, tablet, leave, send, desk } = await start()
    const log = chain([{ id: 'a1' }, { id: 'a2', value: late, follows: ['a1'] }])
    await tablet.push(pushOf(log.slice(0, 1)))
    await leave()
    rig.clock.set('2026-11-24T06:00:00.000Z')
    await send(log)
    const { value } = (await desk.cellHistory(`${algebraFirst}/attendance/p1`)) as {
      value?: { entries: { id: string; source: string; device: string | null }[] }
    }
    expect(value?.entries.map((one) => `${one.id} ${one.source} ${one.device}`)).toEqual([
      'a1 device tablet',
      'a2 file tablet',
    ])
  })

  test('is refused where it holds entries of whoever loads it: they go out by their own queue', async () => {
    const { rig, desk, send } = await start()
    const own = pushOf([], { device: 'lost', person: 'deputy', epoch: 1 })
    const gaps = [{ device: 'lost', epoch: 1, fromSeq: 1, toSeq: 2 }]
    await desk.push({ ...own, report: { ...own.report, unsent: 3, gaps } })
    const before = await rig.db.selectFrom('device_report').selectAll().execute()
    const entry = makeEntry({ id: 'd1', author: 'deputy', device: 'lost', seq: 3 })
    expect(await send([makeEntry({ id: 'x1', author: 'gone' }), entry])).toEqual({ kind: 'own' })
    expect(await rig.db.selectFrom('device_report').selectAll().execute()).toEqual(before)
    expect(await rig.db.selectFrom('entry').select('id').execute()).toEqual([])
  })
})
