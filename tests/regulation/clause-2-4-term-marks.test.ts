// п. 2.4: two people may set a final mark (п. 4.4); a different value is a conflict that the subject teacher settles.
// requirement: R5, R19; screen: Итоговые, Расхождения
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { placeOfCell } from '../../src/app/messages/entry-place.ts'
import { columnWords } from '../../src/app/messages/screens/term-columns.ts'
import { envelopeSchema } from '../../src/contract/entry-schema.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { checkEntry } from '../../src/domain/entry-rule.ts'
import { termObligations } from '../../src/domain/findings/term-obligation.ts'
import { maySayByHand, maySettle, mayWrite } from '../../src/domain/role.ts'
import type { School } from '../../src/domain/school.ts'
import { termMarkPlace } from '../../src/domain/term/term-place.ts'
import {
  columnWindow,
  pupilsOfColumn,
  type TermColumn,
  type TermSheet,
  termColumnsOf,
  termSheetsOf,
} from '../../src/domain/term/term-sheet.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { chain, makeEntry } from '../domain/entries.ts'
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

// «Другой учитель»: the former assignment stays, its places end, and the same places begin for the new one.
const handedOver = (from: string, before: string): School => ({
  ...year,
  assignments: [
    ...year.assignments,
    { id: 'alg7a-2', teacher: 'stranger', subject: 'algebra', target: { kind: 'class', id: '7a' } },
  ],
  timetable: year.timetable.flatMap((slot) =>
    slot.assignment === 'alg7a'
      ? [
          { ...slot, to: before },
          { ...slot, id: `${slot.id}-2`, assignment: 'alg7a-2', from },
        ]
      : [slot],
  ),
})
const inNovember = handedOver('2026-11-23', '2026-11-22')

it('п. 2.4, R5: an entry without an author is none', () => {
  const entry = makeEntry({ id: 'a' })
  expect(envelopeSchema.safeParse(entry).success).toBe(true)
  const { person: _, ...nobody } = entry.log
  expect(envelopeSchema.safeParse({ ...entry, log: nobody }).success).toBe(false)
})

describe('п. 2.4, 4.4, R19: whose final marks a person sets', () => {
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

  it.each<[string, Partial<School>, string[], string[]]>([
    ['the first one’s bear no year', {}, ['q1', 'q2', 'year'], ['Год']],
    ['those of a later one bear it', { firstYear: 2025 }, ['q1', 'q2', 'year-2026'], ['Год']],
    [
      'terms of two stand beside each other, each with its own',
      {
        terms: [...year.terms, { id: 'q1-2027', name: '1-я четверть', from: '2027-09-01', to: '2027-10-29' }],
      },
      ['q1', 'q2', 'year', 'q1-2027', 'year-2027'],
      ['Год 2026/27', 'Год'],
    ],
    [
      'terms of the next one that other classes have make no column here',
      {
        terms: [
          ...year.terms,
          { id: 'q1-2027', name: '1-я четверть', from: '2027-09-01', to: '2027-10-29', parallels: [1] },
        ],
      },
      ['q1', 'q2', 'year'],
      ['Год 2026/27'],
    ],
    [
      'a term of January belongs to the year that began in autumn',
      { terms: [...year.terms, { id: 'q3', name: '3-я четверть', from: '2027-01-11', to: '2027-03-20' }] },
      ['q1', 'q2', 'q3', 'year'],
      ['Год'],
    ],
  ])('of a school year’s marks %s', (_, lists, ids, words) => {
    const school = { ...year, ...lists }
    const columns = termColumnsOf(school, sheetOf(school, 'algebraist', 'algebra'))
    expect(columns.map((one) => one.id)).toEqual(ids)
    expect(columns.filter(({ kind }) => kind === 'year').map((one) => columnWords(school, one))).toEqual(
      words,
    )
    const mark = { kind: 'termMark', subject: 'algebra', pupil: 'p1' } as const
    const before = placeOfCell(school, { ...mark, term: 'year-2024' }).lesson
    expect(before).toBe('Алгебра, год 2024/25')
  })

  it('two school years beside each other end each with its own last term (п. 2.6)', () => {
    const next = { id: 'q1-2027', name: '1-я четверть', from: '2027-09-01', to: '2027-10-29' }
    const school = { ...year, terms: [...year.terms, next] }
    const asked = school.terms.map((term) =>
      termObligations(school, term, ['7a'])
        .filter(({ person }) => person === 'algebraist')
        .flatMap(({ cells }) => cells.flatMap((one) => (one.kind === 'termMark' ? one.term : [])))
        .filter((term, at, all) => all.indexOf(term) === at),
    )
    expect(asked).toEqual([['q1'], ['q2', 'year'], ['q1-2027', 'year-2027']])
    const sheet = sheetOf(school, 'algebraist', 'algebra')
    const windows = termColumnsOf(school, sheet).map(
      (column) => columnWindow(school, sheet, column, at('28.12 10:00')).kind,
    )
    expect(windows).toEqual(['over', 'open', 'open', 'before', 'before'])
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

describe('п. 2.4, 4.4: who teaches a pupil is read by the day on which the term ends', () => {
  const [classA, classB] = year.classes
  if (!classA || !classB) throw new Error('no classes')
  const classMove: School = {
    ...year,
    classes: [classA, { ...classB, id: '7b', parallel: 7 }],
    enrolments: [
      { pupil: 'p1', schoolClass: '7a', from: '2026-09-01', to: '2026-11-20' },
      { pupil: 'p1', schoolClass: '7b', from: '2026-11-21', to: null },
    ],
    assignments: [
      ...year.assignments,
      { id: 'alg7b', teacher: 'head', subject: 'algebra', target: { kind: 'class', id: '7b' } },
    ],
  }
  const english = (id: string, dates: { from: string; to: string | null }) => ({
    ...{ id, name: id, subject: 'english', classes: ['7a'], members: ['p1'] },
    memberDates: [{ pupil: 'p1', ...dates }],
  })
  const groupMove: School = {
    ...year,
    groups: [
      english('en1', { from: '2026-09-01', to: '2026-11-22' }),
      english('en2', { from: '2026-11-23', to: null }),
    ],
    assignments: [
      ...year.assignments,
      { id: 'eng2', teacher: 'stranger', subject: 'english', target: { kind: 'group', id: 'en2' } },
    ],
  }
  const plan: School = {
    ...year,
    groups: [
      {
        ...{ id: 'iup', name: 'ИУП', subject: 'algebra', classes: ['7a'], members: ['p1'] },
        individualPlan: true,
      },
    ],
    assignments: [
      ...year.assignments,
      { id: 'algIup', teacher: 'stranger', subject: 'algebra', target: { kind: 'group', id: 'iup' } },
    ],
  }
  const twoYears: School = {
    ...handedOver('2027-09-01', '2027-05-31'),
    terms: [...year.terms, { id: 'q1-2027', name: '1-я четверть', from: '2027-09-01', to: '2027-10-29' }],
  }
  const leaver: School = {
    ...year,
    enrolments: [{ pupil: 'p1', schoolClass: '7a', from: '2026-09-01', to: '2026-11-25' }],
  }
  it.each<[string, School, string, string, string, string[], string[]]>([
    ['handed over: the new teacher', inNovember, 'algebra', 'q2', 'p1', ['stranger'], ['7a']],
    [
      'the term before it stays with the former one',
      inNovember,
      'algebra',
      'q1',
      'p1',
      ['algebraist'],
      ['7a'],
    ],
    ['the year is the new one’s', inNovember, 'algebra', 'year', 'p1', ['stranger'], ['7a']],
    [
      'handed over from a day after the term: still the former one',
      handedOver('2027-01-11', '2026-12-31'),
      'algebra',
      'q2',
      'p1',
      ['algebraist'],
      ['7a'],
    ],
    ['moved to another class: that class’s teachers', classMove, 'algebra', 'q2', 'p1', ['head'], ['7b']],
    [
      'the term before the move: the former class’s',
      classMove,
      'algebra',
      'q1',
      'p1',
      ['algebraist'],
      ['7a'],
    ],
    ['moved to another group: that group’s teacher', groupMove, 'english', 'q2', 'p1', ['stranger'], ['7a']],
    ['the term before: the former group’s', groupMove, 'english', 'q1', 'p1', ['leader'], ['7a']],
    ['by an individual plan: the plan’s teacher alone', plan, 'algebra', 'q2', 'p1', ['stranger'], ['7a']],
    [
      'handed over with the next school year: the year that has ended stays with the former one',
      twoYears,
      'algebra',
      'year',
      'p1',
      ['algebraist'],
      ['7a'],
    ],
    ['and the next year is the new one’s', twoYears, 'algebra', 'year-2027', 'p1', ['stranger'], ['7a']],
    [
      'left before the term’s end: as on the last day there',
      leaver,
      'algebra',
      'q2',
      'p1',
      ['algebraist'],
      ['7a'],
    ],
  ])('%s', (_, school, subject, term, pupil, teachers, classes) => {
    const mark = { kind: 'termMark', term, subject, pupil } as const
    expect(termMarkPlace(school, mark)).toEqual({ teachers, classes })
    const allowed = school.staff.filter(({ id }) => mayWrite(school, id, mark).ok).map((one) => one.id)
    const leaders = school.classes.filter((one) => classes.includes(one.id)).map((one) => one.classTeacher)
    expect(new Set(allowed)).toEqual(new Set([...teachers, ...leaders]))
  })

  it('after a hand-over the new teacher is asked, and each has the sheet of their own terms', () => {
    const q2 = inNovember.terms.find((one) => one.id === 'q2')
    if (!q2) throw new Error('no term')
    const asked = termObligations(inNovember, q2, ['7a']).filter((one) => one.cells.length === 2)
    expect(new Set(asked.map((one) => one.person))).toEqual(new Set(['stranger']))
    const named = (person: string) =>
      termSheetsOf(inNovember, person)
        .filter((one) => one.subject === 'algebra')
        .map((one) => one.teacher)
    expect([named('algebraist'), named('stranger'), named('leader')]).toEqual([
      ['algebraist'],
      ['stranger'],
      ['stranger'],
    ])
  })

  it.each([
    ['the new class’s teacher', 'stranger', true],
    ['not the former class’s', 'leader', false],
  ])('in a lesson of both classes a moved pupil’s reason is for %s (п. 4.4)', (_, person, may) => {
    const school: School = {
      ...classMove,
      groups: [{ id: 'en1', name: '', subject: 'english', classes: ['7a', '7b'], members: ['p1'] }],
    }
    const reason = { kind: 'absenceReason', lesson: 's2@2026-11-24', pupil: 'p1' } as const
    expect(mayWrite(school, person, reason).ok).toBe(may)
  })
})

describe('п. 2.4, R5: the subject teacher answers for a final mark', () => {
  const taught = tinySchool.assignments.map((one) => ({ ...one, teacher: 'leader' }))
  it.each<[string, School, string, boolean, boolean]>([
    ['settles it, and says that it was entered by hand', tinySchool, 'algebraist', true, true],
    ['the class teacher settles none', tinySchool, 'leader', false, true],
    [
      'but does where the subject is theirs too',
      { ...tinySchool, assignments: taught },
      'leader',
      true,
      true,
    ],
    ['a teacher of neither has no say', tinySchool, 'stranger', false, false],
  ])('%s', (_, school, person, settles, byHand) => {
    expect(maySettle(school, person, cell)).toBe(settles)
    expect(maySayByHand(school, person, cell)).toBe(byHand)
  })

  it('of what a door carries nobody says so (п. 3.2)', () => {
    const carried = { kind: 'attendance', lesson: 's1@2026-11-24', pupil: 'p1' } as const
    expect(maySayByHand(tinySchool, 'algebraist', carried)).toBe(false)
  })
})

describe('п. 2.6: a final mark stands in a column of its class', () => {
  it.each([
    ['its own term', 'q2', true],
    ['the year', 'year', true],
    ['a term nobody has', 'q99', false],
    ['a half-year of the upper classes', 'h1', false],
    ['an examination, in a seventh class', 'exam', false],
  ])('%s', (_, term, taken) => {
    const h1 = { id: 'h1', name: '', from: '2026-09-01', to: '2026-12-30', parallels: [10, 11] }
    const school: School = { ...year, terms: [...year.terms, h1] }
    const [entry] = chain([{ id: 'a', cell: { ...cell, term }, value: { mark: '4' } }])
    if (!entry) throw new Error('no entry')
    const check = checkEntry(school, entry, at('28.12 12:00'))
    expect(check).toEqual(taken ? { ok: true } : { ok: false, refusal: 'lessonUnknown' })
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
      {
        ...{ id: 'b', author: 'leader', value: { mark: '5' }, saw: { mark: '4' }, follows: ['a'] },
        reason: 'По документу',
      },
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

  it.skipIf(skip)('who takes the subject over gets what was set, and settles it from then on', async () => {
    const { teacher, leader, rig } = await start()
    await teacher.send(entry({ id: 'a', value: { mark: '4' } }))
    await leader.send(entry({ id: 'b', author: 'leader', value: { mark: '5' } }))
    const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
    const ports = { db: rig.db, now: rig.clock.instant, newId: randomUUID }
    await applySchool(ports, inNovember, logins)
    const { client } = await rig.signIn('stranger', 'tablet')
    const pulled = await client.pull(0, '')
    const seen = pulled.kind === 'ok' ? pulled.value.cells.find((one) => one.key === key) : undefined
    expect(seen?.candidates.map((one) => one.value)).toEqual([{ mark: '4' }, { mark: '5' }])
    const settled = entry({ id: 'c', author: 'stranger', value: { mark: '4' }, follows: ['a', 'b'] })
    const answer = await client.push(pushOf([settled]))
    expect(answer).toMatchObject({ value: { receipts: [{ state: 'accepted' }] } })
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
      {
        ...{ id: 'c', author: 'leader', cell, value: { mark: '5' }, follows: ['a', 'b'] },
        reason: 'По документу',
      },
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
