// The intake over HTTP, on both databases: one receipt an entry, the same again for the same, nothing by halves.
import { afterEach, describe, expect, it } from 'vitest'
import type { PushAnswer } from '../../src/contract/protocol.ts'
import { entryHash } from '../../src/domain/entry.ts'
import { aisWordId } from '../../src/domain/transfer/ais-word.ts'
import { attendanceOfP1, chain, makeEntry } from '../domain/entries.ts'
import { algebraFirst, english, tinySchool, tuesday } from '../domain/tiny-school.ts'
import { databases, type TestDatabase } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases)('intake on $name', ({ open, skip }) => {
  let database: TestDatabase
  let stop: () => Promise<void> = async () => {}
  const start = async (school = tinySchool) => {
    database = await open()
    const rig = await createHubRig({ db: database.db, school })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const teacher = await rig.signIn('algebraist', 'tablet')
    const push = async (entries: readonly unknown[]): Promise<PushAnswer> => {
      const outcome = await teacher.client.push(pushOf(entries))
      if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome))
      return outcome.value
    }
    return { ...rig, teacher, push }
  }
  afterEach(() => stop())
  const test = it.skipIf(skip)

  test('gives each entry a receipt with its hash and says how far the log is whole', async () => {
    const { push } = await start()
    const entry = makeEntry({ id: 'a1' })
    const answer = await push([entry])
    expect(answer.receipts).toEqual([
      { id: 'a1', seq: 1, hash: entryHash(entry), state: 'accepted', reason: null },
    ])
    expect(answer.lastSeq).toBe(1)
  })

  test('answers the same for the same entry and keeps it once', async () => {
    const { push, db } = await start()
    const first = await push([makeEntry({ id: 'a1' })])
    const again = await push([makeEntry({ id: 'a1' })])
    expect(again.receipts).toEqual(first.receipts)
    expect(await db.selectFrom('entry').select('id').execute()).toHaveLength(1)
  })

  test('answers the same within one batch that holds an entry twice', async () => {
    const { push } = await start()
    const { receipts } = await push([makeEntry({ id: 'a1' }), makeEntry({ id: 'a1' })])
    expect(receipts.map((one) => one.state)).toEqual(['accepted', 'accepted'])
  })

  test('of another tablet’s entries leaves that one waiting with what is still to come', async () => {
    const { teacher, signIn } = await start()
    const desk = await signIn('deputy', 'desk')
    const tell = async (device: string, unsent: number, entries: readonly unknown[] = []): Promise<void> => {
      const asked = pushOf(entries, { device: 'tablet', person: 'algebraist', epoch: 1 })
      await teacher.client.push({ ...asked, report: { ...asked.report, device, unsent } })
    }
    const onBoard = async (): Promise<string[]> => {
      const board = await desk.client.board()
      if (board.kind !== 'ok') throw new Error(board.kind)
      return board.value.devices.map((one) => `${one.device} ${one.unsent}`).sort()
    }
    await tell('tablet', 3)
    const log = chain([
      { id: 'a1' },
      { id: 'a2', cell: { kind: 'attendance', lesson: algebraFirst, pupil: 'p2' } },
    ])
    await tell('second', 1, log.slice(0, 1))
    expect(await onBoard()).toEqual(['second 1', 'tablet 2'])
    // Sent again they are the same: only the second of them has come since.
    await tell('second', 0, log)
    await tell('second', 0, log)
    expect(await onBoard()).toEqual(['second 0', 'tablet 1'])
    await tell('tablet', 4)
    expect(await onBoard()).toEqual(['second 0', 'tablet 4'])
  })

  test('refuses another entry under a known id, or in a taken place of the log, and keeps the first', async () => {
    const { push, db } = await start()
    await push([makeEntry({ id: 'a1' })])
    const { receipts } = await push([
      makeEntry({ id: 'a1', value: { code: 'exempt' } }),
      makeEntry({ id: 'b1', seq: 1 }),
    ])
    expect(receipts.map((one) => one.reason)).toEqual(['idReuse', 'forked'])
    const [kept] = await db.selectFrom('entry').select(['id', 'body']).execute()
    expect(JSON.parse(kept?.body ?? '').value).toEqual({ code: 'absent' })
  })

  test('takes one history of a log: a copied tablet is told to go on in another', async () => {
    const { push, db, clock, signIn } = await start()
    const [first, mine, later] = chain([{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }])
    const [, copied, afterwards] = chain([{ id: 'a1' }, { id: 'b2' }, { id: 'b3' }])
    await push([first, mine])
    const { receipts } = await push([copied, afterwards])
    expect(receipts.map(({ state, reason }) => [state, reason])).toEqual([
      ['refused', 'forked'],
      ['refused', 'forked'],
    ])
    expect((await push([later])).receipts[0]?.reason).toBeNull()
    const kept = await db.selectFrom('entry').select('id').orderBy('seq').execute()
    expect(kept.map((row) => row.id)).toEqual(['a1', 'a2', 'a3'])
    const alarms = await db.selectFrom('audit').select('subject').where('action', '=', 'fork').execute()
    expect(alarms).toEqual([{ subject: 'epoch 1' }])
    // The deputy sees it on the board, for a week.
    const forkedOn = async (instant: string) => {
      clock.set(instant)
      const told = await (await signIn('deputy', 'desk')).client.board()
      return told.kind === 'ok' ? told.value.devices.map((one) => one.forked) : []
    }
    expect(await forkedOn('2026-11-30T00:00:00.000Z')).toEqual(['2026-11-24T05:00:00.000Z'])
    expect(await forkedOn('2026-12-02T00:00:00.000Z')).toEqual([undefined])
  })

  test('fills a gap only with what the entry after it was written after', async () => {
    const { push } = await start()
    const [first, second, third] = chain([{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }])
    const [, stranger] = chain([{ id: 'a1' }, { id: 'b2' }])
    await push([first, third])
    expect((await push([stranger])).receipts[0]?.reason).toBe('forked')
    // Nor with two of another history, of which the second finds its place taken.
    const [, , strangers] = chain([{ id: 'a1' }, { id: 'b2' }, { id: 'b3' }])
    const { receipts } = await push([stranger, strangers])
    expect(receipts.map((one) => one.reason)).toEqual(['forked', 'forked'])
    expect((await push([second])).lastSeq).toBe(3)
  })

  test('names the gap: the log is whole only up to it', async () => {
    const { push } = await start()
    const topic = {
      kind: 'topic',
      lesson: attendanceOfP1.kind === 'attendance' ? attendanceOfP1.lesson : '',
    } as const
    const answer = await push([
      makeEntry({ id: 'a1', seq: 1 }),
      makeEntry({ id: 'a3', seq: 3, cell: topic, value: { planItem: null, text: 'Степень' } }),
    ])
    expect(answer.lastSeq).toBe(1)
  })

  test.each([
    [
      'a lesson of another teacher',
      { cell: { ...attendanceOfP1, lesson: english } as never },
      'foreignLesson',
    ],
    [
      'a lesson that has not begun',
      { cell: { ...attendanceOfP1, lesson: `s4@${tuesday}` } as never },
      'lessonNotBegun',
    ],
    [
      'a lesson that the timetable does not have',
      { cell: { ...attendanceOfP1, lesson: 's9@2026-11-24' } as never },
      'lessonUnknown',
    ],
    ['a pupil of another class', { cell: { ...attendanceOfP1, pupil: 'p4' } as never }, 'pupilNotInLesson'],
    [
      'a mark outside the scale',
      {
        cell: { ...attendanceOfP1, kind: 'mark', workType: 'oralAnswer', n: 1 } as never,
        value: { marks: ['6'], owed: false } as never,
      },
      'valueOutsideScale',
    ],
    [
      'a reason of absence by a subject teacher',
      { cell: { ...attendanceOfP1, kind: 'absenceReason' } as never, value: { reason: 'illness' } as never },
      'reasonByClassTeacher',
    ],
  ])('refuses %s by its rule and takes the rest of the batch', async (_, wrong, reason) => {
    const { push, clock } = await start()
    clock.set('2026-11-24T01:30:00.000Z')
    const { receipts } = await push([
      makeEntry({ id: 'bad', seq: 1, ...wrong }),
      makeEntry({ id: 'good', seq: 2 }),
    ])
    expect(receipts.map(({ state, reason: why }) => [state, why])).toEqual([
      ['refused', reason],
      ['accepted', null],
    ])
  })

  test('holds an entry of a newer schema, or with a field it does not know, without losing a byte', async () => {
    const { push, db } = await start()
    const newer = { ...makeEntry({ id: 'n1', seq: 1 }), schema: 9, shade: 'violet' }
    const unknown = { ...makeEntry({ id: 'n2', seq: 2 }), shade: 'violet' }
    const { receipts, lastSeq } = await push([newer, unknown])
    expect(receipts.map(({ state, reason }) => [state, reason])).toEqual([
      ['held', 'newerSchema'],
      ['held', 'newerSchema'],
    ])
    expect(lastSeq).toBe(2)
    const rows = await db.selectFrom('entry').select('body').orderBy('seq').execute()
    expect(rows.map((row) => JSON.parse(row.body))).toEqual([newer, unknown])
  })

  test('reads after an upgrade what an older build held, and what waited for it', async () => {
    const { push, db, hub } = await start()
    const [first, second] = chain([{ id: 'a1' }, { id: 'a2', value: null, follows: ['a1'] }])
    await push([first])
    // As an older hub leaves it: kept whole, and not understood.
    const unread = { state: 'held', reason: 'newerSchema', cell_key: '', school_class: '' } as const
    await db.updateTable('entry').set(unread).execute()
    await db.deleteFrom('cell').execute()
    expect((await push([second])).receipts[0]?.state).toBe('waiting')
    await hub.replay()
    const rows = await db.selectFrom('entry').select(['id', 'state', 'reason']).orderBy('seq').execute()
    expect(rows).toEqual([
      { id: 'a1', state: 'superseded', reason: null },
      { id: 'a2', state: 'accepted', reason: null },
    ])
  })

  test('reads what it held in another order than it was recorded', async () => {
    const { push, db, hub } = await start()
    const [first, second] = chain([{ id: 'a1' }, { id: 'a2', value: null, follows: ['a1'] }])
    const unread = { state: 'held', reason: 'notBound', waiting_on: null } as const
    // As a hub does that was put back from a copy, and hears the later one first.
    for (const entry of [second, first]) {
      await push([entry])
      await db.updateTable('entry').set(unread).execute()
      await db.deleteFrom('cell').execute()
    }
    await hub.replay()
    const rows = await db.selectFrom('entry').select(['id', 'state']).orderBy('seq').execute()
    expect(rows).toEqual([
      { id: 'a1', state: 'superseded' },
      { id: 'a2', state: 'accepted' },
    ])
  })

  test('lets an entry wait for the one it follows and decides both when that comes', async () => {
    const { push, teacher } = await start()
    const first = makeEntry({ id: 'a1', seq: 1 })
    const second = makeEntry({
      id: 'a2',
      seq: 2,
      value: { code: 'late', minutes: 5 },
      follows: ['a1'],
      saw: first.value,
    })
    expect((await push([second])).receipts[0]?.state).toBe('waiting')
    expect((await push([first])).receipts[0]?.state).toBe('superseded')
    const pulled = await teacher.client.pull(0, '')
    expect(pulled).toMatchObject({
      kind: 'ok',
      value: { cells: [{ value: { code: 'late', minutes: 5 }, state: 'accepted' }] },
    })
  })

  test('takes a mark that the school has added, and a default one that it offers no more', async () => {
    const { push } = await start({ ...tinySchool, settings: { markScale: '5 4 3 2 б/о' } })
    const cell = { ...attendanceOfP1, kind: 'mark', workType: 'oralAnswer', n: 1 } as never
    const marks = (...given: string[]) => ({ marks: given, owed: false })
    const answer = await push(
      chain([
        { id: 'a1', cell, value: marks('5', 'б/о') },
        { id: 'a2', cell, value: marks('зач') },
        { id: 'a3', cell, value: marks('в/о') },
      ]),
    )
    expect(answer.receipts.map((one) => one.reason)).toEqual([null, null, 'valueOutsideScale'])
  })

  test('decides an entry that follows two, of which one had to wait for the other', async () => {
    const { push, db } = await start()
    const late = { code: 'late', minutes: 5 } as const
    const [first, second, third] = chain([
      { id: 'a1' },
      { id: 'a2', value: late, follows: ['a1'] },
      { id: 'a3', follows: ['a1', 'a2'], saw: late },
    ])
    expect((await push([third])).receipts[0]?.state).toBe('waiting')
    expect((await push([second])).receipts[0]?.state).toBe('waiting')
    await push([first])
    const states = await db.selectFrom('entry').select('state').orderBy('seq').execute()
    expect(states.map((row) => row.state)).toEqual(['superseded', 'superseded', 'accepted'])
  })

  test('lets an entry wait no longer once the one it follows has come and is refused', async () => {
    const { push, db } = await start()
    const cell = { ...attendanceOfP1, kind: 'mark', workType: 'oralAnswer', n: 1 } as never
    const [first, second] = chain([
      { id: 'a1', cell, value: { marks: ['6'], owed: false } as never },
      { id: 'a2', cell, value: { marks: ['5'], owed: false }, follows: ['a1'] },
    ])
    expect((await push([second])).receipts[0]?.state).toBe('waiting')
    expect((await push([first])).receipts[0]?.reason).toBe('valueOutsideScale')
    const states = await db.selectFrom('entry').select('state').orderBy('seq').execute()
    expect(states.map((row) => row.state)).toEqual(['refused', 'accepted'])
  })

  test('walks back through a refused entry to one that holds nothing any more', async () => {
    const { push } = await start()
    const cell = { ...attendanceOfP1, kind: 'mark', workType: 'oralAnswer', n: 1 } as never
    const [first, second, refused, last] = chain([
      { id: 'a1', cell, value: { marks: ['4'], owed: false } },
      { id: 'a2', cell, value: { marks: ['5'], owed: false }, follows: ['a1'] },
      { id: 'a3', cell, value: { marks: ['6'], owed: false } as never, follows: ['a1'] },
      { id: 'a4', cell, value: { marks: ['3'], owed: false }, follows: ['a3'] },
    ])
    await push([first, second])
    expect((await push([refused])).receipts[0]?.reason).toBe('valueOutsideScale')
    expect((await push([last])).receipts[0]?.state).toBe('accepted')
  })

  test('opens one conflict where two people disagree and lets the one who may settle it', async () => {
    const { push, signIn } = await start()
    await push([makeEntry({ id: 'a1' })])
    const leader = await signIn('leader', 'other')
    const log = { device: 'other', person: 'leader', epoch: 1 }
    const other = { ...makeEntry({ id: 'k1', value: { code: 'present' } }), log }
    const clash = await leader.client.push(pushOf([other]))
    expect(clash).toMatchObject({ value: { receipts: [{ state: 'conflict' }] } })

    const told = await leader.client.pull(0, '')
    if (told.kind !== 'ok') throw new Error(told.kind)
    const [cell] = told.value.cells
    expect(cell?.state).toBe('conflict')
    expect(cell?.candidates.map((one) => one.value)).toEqual([{ code: 'absent' }, { code: 'present' }])

    const pick = makeEntry({ id: 'a2', seq: 2, follows: ['a1', 'k1'], saw: { code: 'absent' } })
    expect((await push([pick])).receipts[0]?.state).toBe('accepted')
    const after = await leader.client.pull(told.value.rev, told.value.incarnation)
    expect(after).toMatchObject({
      value: {
        entries: [{ id: 'k1', state: 'superseded' }],
        cells: [{ value: { code: 'absent' }, candidates: [] }],
      },
    })
  })

  test('stores nothing of a batch that holds something which is no entry', async () => {
    const { teacher, db } = await start()
    const outcome = await teacher.client.push(pushOf([makeEntry({ id: 'a1' }), { seq: 'two' }]))
    expect(outcome).toMatchObject({ kind: 'refused', problem: { error: 'malformed' } })
    expect(await db.selectFrom('entry').select('id').execute()).toEqual([])
  })

  test('takes no entry for another person', async () => {
    const { teacher, db } = await start()
    const outcome = await teacher.client.push(pushOf([makeEntry({ id: 'a1', author: 'leader' })]))
    expect(outcome).toMatchObject({ kind: 'refused', problem: { error: 'forbidden' } })
    expect(await db.selectFrom('entry').select('id').execute()).toEqual([])
  })

  test('takes no entry from a tablet under an id of АИС', async () => {
    const { teacher, db } = await start()
    const outcome = await teacher.client.push(pushOf([makeEntry({ id: aisWordId(attendanceOfP1, 1, null) })]))
    expect(outcome).toMatchObject({ kind: 'refused', problem: { error: 'malformed' } })
    expect(await db.selectFrom('entry').select('id').execute()).toEqual([])
  })

  test('keeps what it gave receipts for when it is closed and opened again', async () => {
    const { push, hub } = await start()
    await push([makeEntry({ id: 'a1' })])
    await hub.close()
    const { openDatabase } = await import('../../src/hub/database/open-database.ts')
    const db = await openDatabase(database.place, () => 'another')
    const rig = await createHubRig({ db })
    stop = () => rig.hub.close()
    const teacher = await rig.signIn('algebraist', 'tablet')
    const again = await teacher.client.push(pushOf([makeEntry({ id: 'a1' })]))
    expect(again).toMatchObject({ value: { receipts: [{ state: 'accepted' }], lastSeq: 1 } })
  })

  test('tells a page at a time and loses no row between pages', async () => {
    const { push, teacher } = await start()
    const many = Array.from({ length: 900 }, (_, at) =>
      makeEntry({
        id: `m${at}`,
        seq: at + 1,
        cell: { kind: 'topic', lesson: `s1@2026-11-24` },
        value: { planItem: null, text: `Тема ${at}` },
        saw: at === 0 ? null : { planItem: null, text: `Тема ${at - 1}` },
        follows: at === 0 ? [] : [`m${at - 1}`],
      }),
    )
    for (let from = 0; from < 900; from += 300) await push(many.slice(from, from + 300))
    const seen = new Set<string>()
    let cursor = { rev: 0, incarnation: '' }
    for (let more = true, pages = 0; more; pages += 1) {
      if (pages > 10) throw new Error('the pages do not end')
      const answer = await teacher.client.pull(cursor.rev, cursor.incarnation)
      if (answer.kind !== 'ok') throw new Error(answer.kind)
      for (const one of answer.value.entries) seen.add(one.id)
      more = answer.value.more
      cursor = answer.value
    }
    expect(seen.size).toBe(900)
  })
})
