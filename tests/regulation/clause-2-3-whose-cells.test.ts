// п. 2.3: the journals of classes, groups and individual plans: which cells of which pupils a lesson opens.
// requirement: R4; screen: Урок, Сегодня
import { describe, expect, it } from 'vitest'
import { checkEntry } from '../../src/domain/entry-rule.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import { obligationsOf } from '../../src/domain/findings/obligation.ts'
import { lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import { whyClosed } from '../../src/domain/pupils/open-cell.ts'
import type { School } from '../../src/domain/school.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, algebraLast, english, history, tinySchool, tuesday } from '../domain/tiny-school.ts'
import { at, lessonOf, recorded } from './recorded.ts'

const all = { from: '2026-09-01', to: null }
const plan = {
  ...{ id: 'iup', name: 'ИУП', subject: 'algebra', classes: ['7a'], members: ['p1'] },
  individualPlan: true,
} as const
const day = { from: tuesday, to: tuesday, classes: null }

describe('п. 2.3, R4: the pupils of a lesson', () => {
  it.each<[string, Partial<School>, string, string[]]>([
    ['are those who stay in the class that day', {}, algebraFirst, ['p1', 'p2']],
    ['of a group alone where a group is taught', {}, english, ['p2']],
    [
      'a pupil in a group for some weeks sits there in those',
      {
        groups: [
          {
            id: 'en1',
            name: '',
            subject: 'english',
            classes: ['7a'],
            members: ['p1', 'p2'],
            memberDates: [{ pupil: 'p1', from: '2026-11-25', to: null }],
          },
        ],
      },
      english,
      ['p2'],
    ],
    [
      'who studies at home is in no lesson of the class',
      {
        statuses: [{ pupil: 'p1', kind: 'homeSchooled', subject: null, ...all }],
      },
      algebraFirst,
      ['p2'],
    ],
    [
      'nor in a lesson of a group',
      { statuses: [{ pupil: 'p2', kind: 'homeSchooled', subject: null, ...all }] },
      english,
      [],
    ],
    [
      'though an exemption stands before it in the list',
      {
        statuses: [
          { pupil: 'p1', kind: 'exempt', subject: 'algebra', ...all },
          { pupil: 'p1', kind: 'homeSchooled', subject: null, ...all },
        ],
      },
      algebraFirst,
      ['p2'],
    ],
    [
      'who has an individual plan in the subject is in no group of it',
      { groups: [...tinySchool.groups, { ...plan, subject: 'english', members: ['p2'] }] },
      english,
      [],
    ],
    [
      'who studies at home by a plan is in that plan’s journal',
      {
        groups: [{ ...plan, id: 'en1', subject: 'english' }],
        statuses: [{ pupil: 'p1', kind: 'homeSchooled', subject: null, ...all }],
      },
      english,
      ['p1'],
    ],
    [
      'who has an individual plan in the subject is in no lesson of the class',
      { groups: [...tinySchool.groups, plan] },
      algebraFirst,
      ['p2'],
    ],
    [
      'who is exempt sits in the list',
      { statuses: [{ pupil: 'p1', kind: 'exempt', subject: 'algebra', ...all }] },
      algebraFirst,
      ['p1', 'p2'],
    ],
    [
      'a merged lesson brings its pupils along',
      { changes: [{ kind: 'merged', lesson: history, into: algebraFirst }] },
      algebraFirst,
      ['p1', 'p2', 'p4'],
    ],
  ])('%s', (_, change, lesson, pupils) => {
    const school = { ...tinySchool, ...change }
    expect([...pupilsOf(school, lessonOf(lesson, school))]).toEqual(pupils)
  })
})

describe('п. 2.3: the lessons of a day', () => {
  it.each<[string, Partial<School>, string, string[]]>([
    ['come in order of time', {}, tuesday, [algebraFirst, history, english, algebraLast]],
    ['on Saturday for a class of six days alone', {}, '2026-11-28', ['s5@2026-11-28']],
    ['outside the term there are none', {}, '2026-11-03', []],
    [
      'nor on a holiday, nor on a day off that the Government has moved',
      {
        timetable: [{ id: 'mo', weekday: 1, period: 1, assignment: 'alg7a' }],
        terms: [{ id: 'q3', name: '', from: '2026-03-01', to: '2026-03-20' }],
      },
      '2026-03-09',
      [],
    ],
    [
      'a cancelled one is not held',
      { changes: [{ kind: 'cancelled', lesson: english }] },
      tuesday,
      [algebraFirst, history, algebraLast],
    ],
    [
      'a moved one is held on its new day',
      { changes: [{ kind: 'moved', lesson: english, date: '2026-11-25', period: 2 }] },
      '2026-11-25',
      [english],
    ],
    [
      'an актированный день has none for its classes',
      { days: [{ kind: 'frost', ...day, classes: ['7a'] }] },
      tuesday,
      [history],
    ],
    ['quarantine neither', { days: [{ kind: 'quarantine', ...day }] }, tuesday, []],
    [
      'a term may be of some parallels',
      { terms: [{ id: 'h1', name: '', from: '2026-09-01', to: '2026-12-30', parallels: [8] }] },
      tuesday,
      [history],
    ],
  ])('%s', (_, change, date, lessons) => {
    expect(lessonsOn({ ...tinySchool, ...change }, date).map((one) => one.id)).toEqual(lessons)
  })

  it('the second shift rings its own bells', () => {
    const school: School = {
      ...tinySchool,
      bells: [...tinySchool.bells, { shift: 2, period: 1, begins: '14:00', ends: '14:45' }],
      classes: tinySchool.classes.map((one) => (one.id === '8b' ? { ...one, shift: 2 } : one)),
    }
    expect(lessonOf(history, school).begins).toBe(at('24.11 14:00'))
    expect(lessonOf(algebraFirst, school).begins).toBe(at('24.11 08:00'))
  })
})

describe('п. 2.3: a lesson of a group from two classes goes on for those that have school', () => {
  // p1 is of 7А, p4 of 8Б; the group learns on Tuesday in the second hour.
  const mixed = (...classes: string[]): School => ({
    ...tinySchool,
    groups: [{ id: 'en1', name: '', subject: 'english', classes, members: ['p1', 'p4'] }],
    bells: [...tinySchool.bells, { shift: 1, period: 2, begins: '08:40', ends: '09:10', shortened: true }],
  })
  const closed = (...classes: string[]) => ({ ...day, kind: 'quarantine', classes }) as const
  it.each<[string, string[], School['days'], string[] | 'quarantine']>([
    ['both have school', ['7a', '8b'], [], ['p1', 'p4']],
    ['the first is in quarantine', ['7a', '8b'], [closed('7a')], ['p4']],
    ['the second is', ['8b', '7a'], [closed('7a')], ['p4']],
    ['both are', ['7a', '8b'], [closed('7a', '8b')], 'quarantine'],
  ])('%s', (_, classes, days, expected) => {
    const school = { ...mixed(...classes), days: days ?? [] }
    const lesson = lessonOf(english, school)
    const held = lessonsOn(school, tuesday).some((one) => one.id === english)
    expect([lesson.closed, held]).toEqual(expected === 'quarantine' ? ['quarantine', false] : [null, true])
    const owed = obligationsOf(school, lesson, new Map(), []).find((one) => one.what === 'attendance')
    const pupils = owed?.cells.map((one) => ('pupil' in one ? one.pupil : ''))
    expect(pupils ?? 'quarantine').toEqual(expected)
  })

  it('who is in quarantine has no open cell in it, and rings no bell', () => {
    const school: School = {
      ...mixed('7a', '8b'),
      days: [closed('7a'), { ...day, kind: 'shortened', classes: ['8b'] }],
    }
    const cell = (pupil: string) => ({ kind: 'attendance', lesson: english, pupil }) as const
    expect([whyClosed(school, cell('p1')), whyClosed(school, cell('p4'))]).toEqual(['quarantine', null])
    expect(lessonOf(english, school).begins).toBe(at('24.11 08:40'))
  })
})

describe('п. 2.3: a stale list destroys no entry', () => {
  const attendance = (pupil: string) => ({ kind: 'attendance', lesson: algebraFirst, pupil }) as const
  it.each<[string, Partial<School>, string, string | null]>([
    ['an open cell', {}, 'p1', null],
    ['a pupil who has left', {}, 'p3', 'notInClass'],
    [
      'a lesson that was cancelled',
      { changes: [{ kind: 'cancelled', lesson: algebraFirst }] },
      'p1',
      'cancelled',
    ],
    ['a day that was актирован', { days: [{ kind: 'frost', ...day }] }, 'p1', 'frost'],
    ['a pupil who went to an individual plan', { groups: [plan] }, 'p1', 'individualPlan'],
    [
      'a pupil at home who is exempt too',
      {
        statuses: [
          { pupil: 'p1', kind: 'exempt', subject: 'algebra', ...all },
          { pupil: 'p1', kind: 'homeSchooled', subject: null, ...all },
        ],
      },
      'p1',
      'homeSchooled',
    ],
  ])('%s: taken, and flagged when closed', (_, change, pupil, why) => {
    const school = { ...tinySchool, ...change }
    const entry = makeEntry({ id: 'a', cell: attendance(pupil) })
    expect(checkEntry(school, entry, at('24.11 09:00'))).toEqual({ ok: true })
    expect(whyClosed(school, attendance(pupil))).toBe(why)
    const facts = {
      recorded: [recorded(attendance(pupil), { code: 'absent' }, '24.11 08:10')],
      outages: [],
      now: at('24.11 08:30'),
    }
    const flagged = lintLesson(school, lessonOf(algebraFirst, school), facts).map((one) => one.problem)
    expect(flagged).toEqual(why === null ? [] : [{ kind: 'closedCell', why }])
  })

  const moved = (date: string, period: number): Partial<School> => ({
    changes: [{ kind: 'moved', lesson: algebraFirst, date, period }],
  })
  const tuesdayFirst = { date: tuesday, period: 1 }
  it.each<[string, Partial<School>, string, object[]]>([
    [
      'a later day tells what was recorded before it',
      moved('2026-11-26', 2),
      '24.11 08:10',
      [{ kind: 'movedLater', from: tuesdayFirst, to: { date: '2026-11-26', period: 2 } }],
    ],
    [
      'a later hour of the day does',
      moved(tuesday, 6),
      '24.11 08:10',
      [{ kind: 'movedLater', from: tuesdayFirst, to: { date: tuesday, period: 6 } }],
    ],
    ['a later hour tells nothing of what was recorded in it', moved(tuesday, 6), '24.11 12:50', []],
    ['an earlier day tells nothing', moved('2026-11-23', 1), '23.11 07:50', []],
  ])('a lesson moved to %s', (_, change, when, expected) => {
    const school = { ...tinySchool, ...change }
    const topic = { kind: 'topic', lesson: algebraFirst } as const
    const facts = {
      recorded: [
        recorded(attendance('p1'), { code: 'absent' }, when),
        recorded(attendance('p2'), null, when),
        recorded(topic, { planItem: 5, text: 'Одночлены' }, when),
      ],
      outages: [],
      now: at('26.11 10:00'),
    }
    const flagged = lintLesson(school, lessonOf(algebraFirst, school), facts)
    const told = flagged.filter((one) => one.problem.kind === 'movedLater')
    expect(told.map((one) => one.problem)).toEqual(expected)
    expect(told.map((one) => [one.what, one.cells])).toEqual(expected.map(() => ['attendance', 1]))
  })

  it('a pupil who was never in the class is refused', () => {
    const entry = makeEntry({ id: 'a', cell: attendance('p4') })
    expect(checkEntry(tinySchool, entry, at('24.11 09:00'))).toEqual({
      ok: false,
      refusal: 'pupilNotInLesson',
    })
  })
})
