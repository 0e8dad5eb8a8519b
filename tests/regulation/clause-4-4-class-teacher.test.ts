// п. 4.4: a class teacher keeps every cell of the own class, and says why where a colleague's value is changed.
// requirement: R19; screen: Урок, Итоговые, Расхождения, Контроль
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { decide } from '../../src/domain/conflict.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import { asksReason, mayRead, maySayByHand, mayWrite, settling } from '../../src/domain/role.ts'
import type { School } from '../../src/domain/school.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { aisAuthor } from '../../src/hub/transfer/ais-author.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { algebraFirst, english, history, tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { at, lessonOf, recorded } from './recorded.ts'

const attendance = (lesson: string, pupil = 'p2'): Cell => ({ kind: 'attendance', lesson, pupil })
const reason: Cell = { kind: 'absenceReason', lesson: algebraFirst, pupil: 'p2' }
const termMark: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p2' }
/** The class teacher takes the first algebra lesson in a colleague's place. */
const lent: School = { ...tinySchool, substitutions: [{ lesson: algebraFirst, teacher: 'leader' }] }

const absent = { code: 'absent' } as const
const late = { code: 'late', minutes: 5 } as const
const exempt = { code: 'exempt' } as const
const why = 'По документу'

describe('п. 4.4, R19: which cells a class teacher keeps', () => {
  it.each<[string, Cell, string]>([
    ['any lesson of the own class', attendance(algebraFirst), 'classTeacher'],
    ['an own lesson as its teacher', attendance(english), 'subjectTeacher'],
    ['none of another class', attendance(history, 'p4'), 'foreignLesson'],
    ['the final marks of all its subjects', termMark, 'classTeacher'],
    ['the reasons of its absences', reason, 'classTeacher'],
  ])('%s', (_, cell, outcome) => {
    const permission = mayWrite(tinySchool, 'leader', cell)
    expect(permission.ok ? permission.role : permission.refusal).toBe(outcome)
    expect(mayRead(tinySchool, 'leader', cell)).toBe(permission.ok)
  })

  it.each<[string, Cell, string, boolean]>([
    ['a disagreement in the own class', attendance(algebraFirst), 'any', false],
    ['of final marks not: the subject teacher does (п. 2.4)', termMark, 'none', true],
  ])('settles, and says «внесено вручную» of what no door carries: %s', (_, cell, how, byHand) => {
    expect(settling(tinySchool, 'leader', cell)).toBe(how)
    expect(maySayByHand(tinySchool, 'leader', cell)).toBe(byHand)
  })
})

describe('п. 4.4, R19: when the reason is asked, on the tablet and at the hub', () => {
  it.each<[string, School, string, Cell, string[], boolean]>([
    ['over a colleague’s value', tinySchool, 'leader', attendance(algebraFirst), ['algebraist'], true],
    ['over a value of АИС', tinySchool, 'leader', attendance(algebraFirst), [aisAuthor], true],
    ['over a colleague’s final mark', tinySchool, 'leader', termMark, ['algebraist'], true],
    ['not over the own value', tinySchool, 'leader', attendance(algebraFirst), ['leader'], false],
    ['not in a blank cell', tinySchool, 'leader', attendance(algebraFirst), [], false],
    [
      'not by the teacher of the lesson',
      tinySchool,
      'algebraist',
      attendance(algebraFirst),
      ['leader'],
      false,
    ],
    ['not in the own lesson', tinySchool, 'leader', attendance(english), ['stranger'], false],
    ['not by its substitute', lent, 'leader', attendance(algebraFirst), ['algebraist'], false],
    ['not over a reason of absence (п. 2.9)', tinySchool, 'leader', reason, [aisAuthor], false],
  ])('%s', (_, school, person, cell, holders, asked) => {
    expect(asksReason(school, person, cell, holders)).toBe(asked)
  })

  it.each<[string, string | null, Entry['saw'], unknown[]]>([
    ['with a reason nothing is said', 'ошибка в списке', absent, []],
    ['one that came without it before is told', null, absent, [{ kind: 'unexplained', by: 'leader' }]],
    ['who had not seen the colleague’s value has changed nothing: it is a conflict', null, null, []],
  ])('of what is recorded: %s', (_, reason, saw, told) => {
    const first = recorded(attendance(algebraFirst), { code: 'absent' }, '24.11 08:10')
    const second = {
      ...recorded(attendance(algebraFirst), { code: 'present' }, '24.11 08:20'),
      ...{ author: 'leader', saw, reason },
    }
    const facts = { recorded: [first, second], outages: [], now: at('24.11 08:30') }
    expect(lintLesson(tinySchool, lessonOf(algebraFirst), facts).map((one) => one.problem)).toEqual(told)
  })

  it.each<[string, string, string, object | null, string | undefined, string]>([
    ['between two values of others it says why', 'algebraist', aisAuthor, late, why, 'decided'],
    ['and is refused without', 'algebraist', aisAuthor, late, undefined, 'refused'],
    ['a colleague’s over the own asks nothing', 'leader', 'algebraist', late, undefined, 'decided'],
    ['the own over a colleague’s says why', 'algebraist', 'leader', late, why, 'decided'],
    ['and is refused without', 'algebraist', 'leader', late, undefined, 'refused'],
    ['a third value over both says why', 'algebraist', 'leader', exempt, why, 'decided'],
    ['and is refused without', 'algebraist', 'leader', exempt, undefined, 'refused'],
    ['and so is a blank over both', 'algebraist', 'leader', null, undefined, 'refused'],
    ['the own over АИС’ word is refused without', aisAuthor, 'leader', late, undefined, 'refused'],
    ['over two values of the own it asks nothing', 'leader', 'leader', exempt, undefined, 'decided'],
  ])('of a settlement: %s', (_, author, other, value, said, kind) => {
    const known = new Map([
      ['a', { author, value: absent }],
      ['w', { author: other, value: late }],
    ])
    const candidates = [...known].map(([id, { value }]) => ({ value, entries: [id] }))
    const settles = { value: value as Entry['value'], saw: absent, follows: ['a', 'w'] }
    const choice = makeEntry({ id: 's', author: 'leader', ...settles })
    const decision = decide(
      { value: absent, holders: ['a'], candidates },
      { ...choice, ...(said && { reason: said }) },
      {
        maySettle: true,
        asksReason: (holders) => asksReason(tinySchool, 'leader', attendanceOfP1, holders),
        known: (id) => {
          const one = known.get(id)
          return one && { ...one, state: 'conflict', follows: [], log: id, seq: 1 }
        },
      },
    )
    expect(decision.kind).toBe(kind)
  })
})

describe.each(databases)('п. 4.4, R19: a colleague’s value at the hub, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  const start = async (school = tinySchool) => {
    const database = await open()
    const rig = await createHubRig({ db: database.db, school })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const push = async (entry: Entry) => {
      const { client } = await rig.signIn(entry.log.person, 'tablet')
      const outcome = await client.push(pushOf([entry]))
      const receipt = outcome.kind === 'ok' ? outcome.value.receipts[0] : undefined
      return `${receipt?.state} ${receipt?.reason}`
    }
    const verdictOf = async (id: string) => {
      const row = await rig.db
        .selectFrom('entry')
        .select(['state', 'reason'])
        .where('id', '=', id)
        .executeTakeFirst()
      return `${row?.state} ${row?.reason}`
    }
    const standing = async () =>
      JSON.parse((await rig.db.selectFrom('cell').select('value').executeTakeFirstOrThrow()).value)
    const relist = async (next: School) => {
      const logins = next.staff.map((one) => ({ person: one.id, login: one.id }))
      await applySchool({ db: rig.db, now: rig.clock.instant, newId: randomUUID }, next, logins)
    }
    return { push, verdictOf, standing, relist }
  }
  const byLeader = (change: Partial<Entry> = {}): Entry => ({
    ...makeEntry({ id: 'b', author: 'leader', value: late, saw: absent, follows: ['a'] }),
    ...change,
  })

  it.skipIf(skip).each<[string, Partial<Entry>, string]>([
    ['changed with a reason', { reason: why }, 'accepted null'],
    ['changed without one', {}, 'refused reasonNeeded'],
    ['with a reason that says nothing', { reason: '  ' }, 'refused reasonNeeded'],
    ['withdrawn without one', { value: null }, 'refused reasonNeeded'],
    ['changed by an entry that names nothing, but saw it', { follows: [] }, 'refused reasonNeeded'],
    ['said again', { value: absent }, 'accepted null'],
    ['that the tablet did not know: a conflict, as for anybody', { saw: null, follows: [] }, 'conflict null'],
  ])('%s', async (_, change, verdict) => {
    const { push, verdictOf, standing } = await start()
    await push(makeEntry({ id: 'a' }))
    expect(await push(byLeader(change))).toBe(verdict)
    expect(await verdictOf('b')).toBe(verdict)
    const stands = verdict === 'accepted null' ? (change.value ?? late) : absent
    expect(await standing()).toEqual(stands)
  })

  it.skipIf(skip).each<[string, Partial<Entry>, string]>([
    ['with a reason it meets the newer value in a conflict', { reason: why }, 'conflict null'],
    ['without one it is refused all the same', {}, 'refused reasonNeeded'],
  ])('changed meanwhile by the colleague: %s', async (_, change, verdict) => {
    const { push } = await start()
    await push(makeEntry({ id: 'a' }))
    await push(makeEntry({ id: 'a2', seq: 2, value: exempt, saw: absent, follows: ['a'] }))
    expect(await push(byLeader(change))).toBe(verdict)
  })

  it.skipIf(skip).each<[string, Partial<Entry>, string]>([
    ['the same again is refused', {}, 'refused reasonNeeded'],
    ['with the reason it is taken', { reason: why }, 'accepted null'],
    ['taken back it changes nothing', { value: absent }, 'accepted null'],
  ])('after a refusal, following the refused entry: %s', async (_, change, verdict) => {
    const { push } = await start()
    await push(makeEntry({ id: 'a' }))
    await push(byLeader())
    expect(await push({ ...byLeader({ id: 'c', seq: 2, saw: late, follows: ['b'], ...change }) })).toBe(
      verdict,
    )
  })

  it.skipIf(skip)('the own value that took its place is changed with no further word', async () => {
    const { push } = await start()
    await push(makeEntry({ id: 'a' }))
    await push(byLeader({ reason: why }))
    expect(await push(byLeader({ id: 'c', seq: 2, value: exempt, saw: late, follows: ['b'] }))).toBe(
      'accepted null',
    )
  })

  it.skipIf(skip)('what came ahead of the colleague’s value waits for it, and is refused then', async () => {
    const { push, verdictOf } = await start()
    expect(await push(byLeader())).toBe('waiting null')
    await push(makeEntry({ id: 'a' }))
    expect(await verdictOf('b')).toBe('refused reasonNeeded')
  })

  it.skipIf(skip).each<[string, number, string[], string]>([
    ['by the lists that it names: taken', 1, ['a', 'b'], 'accepted null'],
    ['also where it came first and waited', 1, ['b', 'a'], 'accepted null'],
    ['but not by lists that had ended it', 2, ['a', 'b'], 'refused reasonNeeded'],
  ])('a substitution that has been taken back, %s', async (_, refVersion, order, verdict) => {
    const { push, verdictOf, relist } = await start(lent)
    await relist(tinySchool)
    const entries = [makeEntry({ id: 'a' }), byLeader({ refVersion })]
    for (const id of order) {
      const entry = entries.find((one) => one.id === id)
      if (entry) await push(entry)
    }
    expect(await verdictOf('b')).toBe(verdict)
  })
})
