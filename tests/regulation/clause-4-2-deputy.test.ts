// п. 4.2: a deputy reads everything and edits no lesson; of a conflict an existing value may be picked, with a reason.
// requirement: R13; screen: Контроль
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { Entry } from '../../src/domain/entry.ts'
import {
  mayConfirmOutage,
  mayRead,
  mayReadBoard,
  maySayByHand,
  mayWrite,
  settling,
} from '../../src/domain/role.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, history, tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'

const termMark: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p2' }

describe('п. 2.10, 4.2, R13: what a deputy may', () => {
  it.each<[string, Cell, boolean]>([
    ['a lesson of one class', { kind: 'attendance', lesson: algebraFirst, pupil: 'p2' }, false],
    ['of another', { kind: 'attendance', lesson: history, pupil: 'p4' }, false],
    ['a final mark, which no door carries: also says that it was entered by hand', termMark, true],
  ])('reads, picks in a conflict and does not record: %s', (_, cell, byHand) => {
    expect(mayRead(tinySchool, 'deputy', cell)).toBe(true)
    expect(mayWrite(tinySchool, 'deputy', cell)).toEqual({ ok: false, refusal: 'adminReadOnly' })
    expect(settling(tinySchool, 'deputy', cell)).toBe('pick')
    expect(maySayByHand(tinySchool, 'deputy', cell)).toBe(byHand)
  })

  it('confirms outages, and nobody else does', () => {
    const all = tinySchool.staff.map((one) => one.id)
    expect(all.filter((one) => mayConfirmOutage(tinySchool, one))).toEqual(['deputy'])
  })

  it('opens the control screens with the head alone (п. 2.10, 4.1)', () => {
    const all = tinySchool.staff.map((one) => one.id)
    expect(all.filter((one) => mayReadBoard(tinySchool, one))).toEqual(['deputy', 'head'])
  })
})

describe.each(databases)('п. 4.2, R13: a deputy at the hub, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  /** A conflict over one attendance: absent by the subject teacher, late by the class teacher. */
  const disagree = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const push = async (entry: Entry) => {
      const person = entry.log.person
      const { client } = await rig.signIn(person, 'tablet')
      const outcome = await client.push(pushOf([entry]))
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      const [receipt] = outcome.value.receipts
      return `${receipt?.state} ${receipt?.reason}`
    }
    await push(makeEntry({ id: 'a' }))
    await push(makeEntry({ id: 'b', author: 'leader', value: { code: 'late', minutes: 5 } }))
    return { push, db: rig.db }
  }
  const pick = (change: Partial<Entry>): Entry => ({
    ...makeEntry({ id: 'd', author: 'deputy', value: { code: 'absent' }, follows: ['a', 'b'] }),
    role: 'deputyHead',
    reason: 'журнал дежурного',
    ...change,
  })

  it.skipIf(skip).each<[string, Partial<Entry>, string]>([
    ['picks a value that stands there, with a reason', {}, 'accepted null'],
    ['is asked for the reason', { reason: ' ' }, 'refused reasonNeeded'],
    ['brings no value of the own', { value: { code: 'exempt' } }, 'refused adminReadOnly'],
    ['sees every value first', { follows: ['a', 'a'] }, 'refused adminReadOnly'],
    ['writes nothing outside a conflict', { follows: [] }, 'refused adminReadOnly'],
  ])('%s', async (_, change, verdict) => {
    const { push, db } = await disagree()
    expect(await push(pick(change))).toBe(verdict)
    const row = await db
      .selectFrom('entry')
      .select(['state', 'reason'])
      .where('id', '=', 'd')
      .executeTakeFirst()
    expect(`${row?.state} ${row?.reason}`).toBe(verdict)
    const cell = await db.selectFrom('cell').select('conflict_opened_at').executeTakeFirstOrThrow()
    expect(cell.conflict_opened_at === null).toBe(verdict === 'accepted null')
  })

  it.skipIf(skip)('picks between a value and a blank cell, which has no entry to follow', async () => {
    const { push, db } = await disagree()
    // It says that it follows an entry which never stood there: the blank cell and its value are candidates.
    const cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p2' } as const
    const saw = { code: 'exempt' } as const
    await push(makeEntry({ id: 'e', cell, saw, follows: ['a'], seq: 2 }))
    const open = () =>
      db.selectFrom('cell').select(['candidates', 'conflict_opened_at']).where('key', 'like', '%p2')
    const [blank, value] = JSON.parse((await open().executeTakeFirstOrThrow()).candidates)
    expect([blank.entries, value.entries]).toEqual([[], ['e']])
    const choice = { cell, follows: ['e'], value: null }
    expect(await push(pick({ ...choice, id: 'd1', reason: '' }))).toBe('refused reasonNeeded')
    expect(await push(pick({ ...choice, id: 'd2', seq: 2 }))).toBe('accepted null')
    expect((await open().executeTakeFirstOrThrow()).conflict_opened_at).toBeNull()
  })
})
