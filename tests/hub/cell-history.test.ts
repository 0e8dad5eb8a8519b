// Reading down to a cell: its history holds everything that was recorded in it, and only who may read the cell is told.
import { afterEach, describe, expect, it } from 'vitest'
import { chain, makeEntry } from '../domain/entries.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const key = `${algebraFirst}/attendance/p1`

describe.each(databases)('the history of a cell, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const test = it.skipIf(skip)

  /** Absent, then late by the same hand; then another value by the class teacher, and the deputy's word. */
  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const teacher = await rig.signIn('algebraist', 'tablet')
    const late = { code: 'late', minutes: 5 } as const
    await teacher.client.push(pushOf(chain([{ id: 'a1' }, { id: 'a2', value: late, follows: ['a1'] }])))
    rig.clock.set('2026-11-24T05:01:00.000Z')
    const leader = await rig.signIn('leader', 'other')
    const log = { device: 'other', person: 'leader', epoch: 1 }
    const exempt = { ...makeEntry({ id: 'b1', author: 'leader', value: { code: 'exempt' } }), log }
    await leader.client.push(pushOf([exempt]))
    rig.clock.set('2026-11-24T05:02:00.000Z')
    const deputy = await rig.signIn('deputy', 'desk')
    const pick = {
      ...makeEntry({ id: 'd1', author: 'deputy', value: late, follows: ['a2', 'b1'] }),
      ...{
        log: { device: 'desk', person: 'deputy', epoch: 1 },
        role: 'deputyHead',
        reason: 'журнал дежурного',
      },
    }
    await deputy.client.push(pushOf([pick], pick.log))
    return rig
  }

  test('tells each entry with its author, device, value, reason and state', async () => {
    const rig = await start()
    const outcome = await (await rig.signIn('head')).client.cellHistory(key)
    if (outcome.kind !== 'ok') throw new Error(outcome.kind)
    const { cell, entries } = outcome.value
    expect(cell).toEqual({ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' })
    expect(entries.map((one) => [one.id, one.name, one.device, one.state, one.note])).toEqual([
      ['a1', 'Рябинина И.', 'tablet', 'superseded', null],
      ['a2', 'Рябинина И.', 'tablet', 'accepted', null],
      ['b1', 'Ким И.', 'other', 'superseded', null],
      ['d1', 'Завьялова И.', 'desk', 'accepted', 'журнал дежурного'],
    ])
    expect(entries.map((one) => one.value)).toEqual([
      { code: 'absent' },
      { code: 'late', minutes: 5 },
      { code: 'exempt' },
      { code: 'late', minutes: 5 },
    ])
  })

  test('a lesson tells its cells with the names of pupils and authors', async () => {
    const rig = await start()
    const outcome = await (await rig.signIn('deputy')).client.lessonCells(algebraFirst)
    expect(outcome).toMatchObject({
      value: {
        place: { target: '7А', subject: 'Алгебра', period: 1, teacher: 'Рябинина И.' },
        cells: [
          { pupil: 'Волков Имя', cell: { key, value: { code: 'late', minutes: 5 }, state: 'accepted' } },
        ],
        authors: { algebraist: 'Рябинина И.', deputy: 'Завьялова И.' },
      },
    })
  })

  const refused = (error: string) => ({ kind: 'refused', problem: { error } })
  const told = { kind: 'ok' }
  test.each<[string, string, string, object]>([
    ['the teacher of the lesson', 'algebraist', key, told],
    ['the class teacher of the pupil', 'leader', key, told],
    ['a deputy', 'deputy', key, told],
    ['the head', 'head', key, told],
    ['no other teacher', 'stranger', key, refused('forbidden')],
    [
      'a deputy, of a cell that nobody has written, that it is not there',
      'deputy',
      `${english}/topic`,
      refused('notFound'),
    ],
    ['no teacher whether a cell is there at all', 'stranger', `${english}/topic`, refused('forbidden')],
    ['nobody without a cell', 'deputy', '', refused('malformed')],
  ])('is told to %s', async (_, person, cell, outcome) => {
    const rig = await start()
    expect(await (await rig.signIn(person)).client.cellHistory(cell)).toMatchObject(outcome)
  })

  test.each<[string, string, string, object]>([
    ['its teacher', 'algebraist', algebraFirst, told],
    ['no other teacher', 'stranger', algebraFirst, refused('forbidden')],
    ['a deputy, when there is none, that there is none', 'deputy', 's1@2026-11-25', refused('notFound')],
    ['no teacher whether there is one', 'stranger', 's1@2026-11-25', refused('forbidden')],
  ])('a lesson’s cells are told to %s', async (_, person, lesson, outcome) => {
    const rig = await start()
    expect(await (await rig.signIn(person)).client.lessonCells(lesson)).toMatchObject(outcome)
  })

  test('are told to nobody who has not signed in', async () => {
    const rig = await start()
    for (const path of [
      `/api/history?cell=${encodeURIComponent(key)}`,
      `/api/lessons/${algebraFirst}/cells`,
    ]) {
      expect((await rig.hub.app.request(path)).status).toBe(401)
    }
  })
})
