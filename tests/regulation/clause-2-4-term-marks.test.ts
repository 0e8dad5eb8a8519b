// п. 2.4: two people may set a final mark (п. 4.4); a different value is a conflict that the subject teacher settles.
// requirement: R5, R19; screen: Итоговые, Расхождения
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { mayWrite } from '../../src/domain/role.ts'
import type { School } from '../../src/domain/school.ts'
import {
  columnWindow,
  pupilsOfColumn,
  type TermColumn,
  type TermSheet,
  termColumnsOf,
  termSheetsOf,
} from '../../src/domain/term/term-sheet.ts'
import { chain } from '../domain/entries.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { at } from './recorded.ts'

const cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' } as const
const key = 'term:q2/algebra/p1'

const sheetOf = (school: School, person: string, subject: string): TermSheet => {
  const found = termSheetsOf(school, person).find((one) => one.subject === subject)
  if (!found) throw new Error('no such sheet')
  return found
}
const year = {
  ...tinySchool,
  terms: [{ id: 'q1', name: '1-я четверть', from: '2026-09-01', to: '2026-10-30' }, ...tinySchool.terms],
}

describe('п. 2.4, 4.4: whose final marks a person sets', () => {
  it.each([
    ['a subject teacher: of the own subject', 'algebraist', ['algebra own']],
    ['a class teacher: of every subject of the own class', 'leader', ['english own', 'algebra']],
    ['a deputy: none', 'deputy', []],
  ])('%s', (_, person, sheets) => {
    const found = termSheetsOf(tinySchool, person)
    expect(found.map((one) => `${one.subject}${one.own ? ' own' : ''}`)).toEqual(sheets)
    for (const { subject } of found) {
      const mark = { kind: 'termMark', term: 'q2', subject, pupil: 'p2' } as const
      expect(mayWrite(tinySchool, person, mark)).toMatchObject({ ok: true })
    }
  })

  it.each([
    ['a seventh class: its terms and the year', 7, ['q1', 'q2', 'year']],
    ['a ninth: examinations and the final mark as well', 9, ['q1', 'q2', 'year', 'exam', 'final']],
  ])('%s', (_, parallel, columns) => {
    const classes = year.classes.map((one) => (one.id === '7a' ? { ...one, parallel } : one))
    const school = { ...year, classes }
    expect(termColumnsOf(school, sheetOf(school, 'algebraist', 'algebra')).map((one) => one.id)).toEqual(
      columns,
    )
  })

  it.each([
    ['who left after the first term has a place there alone', '2026-11-06', 'q1', ['p1', 'p2', 'p3']],
    ['and none in the second', '2026-11-06', 'q2', ['p1', 'p2']],
  ])('%s', (_, to, term, pupils) => {
    const enrolments = year.enrolments.map((one) => (one.pupil === 'p3' ? { ...one, to } : one))
    const school = { ...year, enrolments }
    const sheet = sheetOf(school, 'algebraist', 'algebra')
    const column = termColumnsOf(school, sheet).find((one) => one.id === term)
    expect([...(column ? pupilsOfColumn(school, sheet, column, '2026-12-28') : [])]).toEqual(pupils)
  })

  it.each([
    ['27.12 23:59', 'q2', 'before'],
    ['28.12 00:00', 'q2', 'open'],
    ['30.12 23:59', 'q2', 'open'],
    ['31.12 00:01', 'q2', 'over'],
    ['31.12 00:01', 'year', 'over'],
    ['28.12 10:00', 'exam', 'none'],
  ])('%s is for %s: %s (п. 2.6)', (now, id, kind) => {
    const sheet = sheetOf(year, 'algebraist', 'algebra')
    const column = { kind: id === 'q2' ? 'term' : id, id, name: null } as TermColumn
    expect(columnWindow(year, sheet, column, at(now)).kind).toBe(kind)
  })
})

describe.each(databases)('п. 2.4, 4.4: the final marks of two people, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const personAt = async (login: string) => {
      const { client } = await rig.signIn(login, 'tablet')
      const send = async (entry: Entry | undefined) => {
        const pushed = await client.push(pushOf([entry]))
        return pushed.kind === 'ok' ? pushed.value.receipts[0] : null
      }
      const sees = async () => {
        const pulled = await client.pull(0, '')
        return pulled.kind === 'ok' ? pulled.value.cells.find((one) => one.key === key) : undefined
      }
      return { send, sees }
    }
    return { teacher: await personAt('algebraist'), leader: await personAt('leader'), rig }
  }
  type Wanted = Parameters<typeof chain>[0][number]
  const entry = (wanted: Wanted): Entry | undefined => chain([{ cell, ...wanted }])[0]

  it.skipIf(skip).each<[string, Wanted]>([
    ['who had not seen the other one', { id: 'b', author: 'leader', value: { mark: '5' } }],
    [
      'who had seen it and follows it: never the last word',
      { id: 'b', author: 'leader', value: { mark: '5' }, saw: { mark: '4' }, follows: ['a'] },
    ],
  ])('a different mark of the class teacher, %s', async (_, wanted) => {
    const { teacher, leader } = await start()
    await teacher.send(entry({ id: 'a', value: { mark: '4' } }))
    expect(await leader.send(entry(wanted))).toMatchObject({ state: 'conflict' })
    // Both are shown both values, and the one that stood first still stands.
    for (const person of [teacher, leader]) {
      const seen = await person.sees()
      expect(seen?.value).toEqual({ mark: '4' })
      expect(seen?.candidates.map((one) => one.value)).toEqual([{ mark: '4' }, { mark: '5' }])
    }
  })

  it.skipIf(skip)('the same mark is no conflict', async () => {
    const { teacher, leader } = await start()
    await teacher.send(entry({ id: 'a', value: { mark: '4' } }))
    expect(await leader.send(entry({ id: 'b', author: 'leader', value: { mark: '4' } }))).toMatchObject({
      state: 'accepted',
    })
    expect((await teacher.sees())?.candidates).toEqual([])
  })

  it.skipIf(skip)('the class teacher does not settle it, the subject teacher does', async () => {
    const { teacher, leader } = await start()
    await teacher.send(entry({ id: 'a', value: { mark: '4' } }))
    const theirs = chain([
      { id: 'b', author: 'leader', cell, value: { mark: '5' } },
      { id: 'c', author: 'leader', cell, value: { mark: '5' }, follows: ['a', 'b'] },
    ])
    await leader.send(theirs[0])
    expect(await leader.send(theirs[1])).toMatchObject({ state: 'conflict' })
    const own = chain([
      { id: 'a', cell, value: { mark: '4' } },
      { id: 'd', cell, value: { mark: '5' }, follows: ['a', 'b', 'c'] },
    ])
    expect(await teacher.send(own[1])).toMatchObject({ state: 'accepted' })
    const settled = await leader.sees()
    expect([settled?.value, settled?.candidates]).toEqual([{ mark: '5' }, []])
  })
})
