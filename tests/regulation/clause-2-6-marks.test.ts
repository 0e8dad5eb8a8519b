// п. 2.6: marks by the next lesson of the subject on a later school day; essays in a week; term marks in the last week.
// requirement: R7, R8, R9; screen: Урок, Сегодня, Контроль
import { describe, expect, it } from 'vitest'
import type { WorkTypeCode } from '../../src/domain/cell.ts'
import { marksDeadline } from '../../src/domain/deadline/lesson-deadline.ts'
import { windowOfTermMark } from '../../src/domain/deadline/term-mark-window.ts'
import { lintTerm } from '../../src/domain/findings/lint-lesson.ts'
import { termObligations } from '../../src/domain/findings/term-obligation.ts'
import type { School, Term } from '../../src/domain/school.ts'
import { algebraFirst, algebraLast, english, tinySchool } from '../domain/tiny-school.ts'
import { at, lessonOf, read } from './recorded.ts'

const russian: School = {
  ...tinySchool,
  subjects: [{ id: 'algebra', name: 'Русский язык' }],
  timetable: [...tinySchool.timetable, { id: 'mo', weekday: 1, period: 1, assignment: 'alg7a' }],
}
const thursdayToo: School = {
  ...tinySchool,
  timetable: [...tinySchool.timetable, { id: 'th', weekday: 4, period: 2, assignment: 'alg7a' }],
}
const dayOff: School = {
  ...russian,
  workYears: [{ year: 2026, source: 'приказ', transfers: [], daysOff: ['2026-11-30'], shortDays: [] }],
}
const frost = { kind: 'frost', from: '2026-11-26', to: '2026-11-26', classes: ['7a'] } as const

describe('п. 2.6, R7: marks of a lesson', () => {
  it.each<[string, School, string, WorkTypeCode, string, string]>([
    [
      'are due by the next lesson of the subject',
      thursdayToo,
      algebraFirst,
      'oralAnswer',
      '26.11 08:55',
      '26.11 09:40',
    ],
    [
      'a second lesson the same day does not end the term',
      tinySchool,
      algebraFirst,
      'controlTest',
      '01.12 08:00',
      '01.12 08:45',
    ],
    ['nor does it begin another one', tinySchool, algebraLast, 'controlTest', '01.12 08:00', '01.12 08:45'],
    [
      'of a group wait for the next lesson of that group',
      tinySchool,
      english,
      'oralAnswer',
      '01.12 08:55',
      '01.12 09:40',
    ],
    [
      'follow the next lesson when it is moved',
      {
        ...thursdayToo,
        changes: [{ kind: 'moved', lesson: 'th@2026-11-26', date: '2026-11-27', period: 1 }],
      },
      algebraFirst,
      'labWork',
      '27.11 08:00',
      '27.11 08:45',
    ],
    [
      'pass over one that is cancelled',
      { ...thursdayToo, changes: [{ kind: 'cancelled', lesson: 'th@2026-11-26' }] },
      algebraFirst,
      'labWork',
      '01.12 08:00',
      '01.12 08:45',
    ],
    [
      'pass over an актированный день',
      { ...thursdayToo, days: [frost] },
      algebraFirst,
      'labWork',
      '01.12 08:00',
      '01.12 08:45',
    ],
    [
      'are late from the start of that lesson on where the school reads it so',
      { ...thursdayToo, settings: { marksLateFrom: 'lessonStart' } },
      algebraFirst,
      'oralAnswer',
      '26.11 08:55',
      '26.11 08:55',
    ],
    [
      'end with the term’s last school day where no lesson comes',
      tinySchool,
      's1@2026-12-29',
      'oralAnswer',
      '31.12 00:00',
      '31.12 00:00',
    ],
  ])('%s', (_, school, lesson, work, due, red) => {
    const deadline = marksDeadline(school, lessonOf(lesson, school), work)
    expect([read(deadline.due), read(deadline.redAt)]).toEqual([due, red])
  })

  it('a stricter school is told of marks the whole day of that lesson', () => {
    const strict: School = { ...thursdayToo, settings: { marksLateFrom: 'lessonStart' } }
    const amber = (school: School) =>
      read(marksDeadline(school, lessonOf(algebraFirst, school), 'labWork').amberAt)
    expect([amber(thursdayToo), amber(strict)]).toEqual(['26.11 08:55', '26.11 00:00'])
  })

  it.each<[string, School, string, string]>([
    ['Mon 23.11 gives Mon 30.11 24:00', russian, 'mo@2026-11-23', '01.12 00:00'],
    [
      'a week that ends on a day off is moved to the next working day',
      dayOff,
      'mo@2026-11-23',
      '02.12 00:00',
    ],
    [
      'or ends there, where the school reads it so',
      { ...dayOff, settings: { essayOnDayOff: 'stays' } },
      'mo@2026-11-23',
      '01.12 00:00',
    ],
    ['in another subject an essay is a work like any', tinySchool, algebraFirst, '01.12 08:45'],
  ])('R8 an essay: %s', (_, school, lesson, red) => {
    expect(read(marksDeadline(school, lessonOf(lesson, school), 'essay').redAt)).toBe(red)
  })
})

describe('п. 2.6, R9: term marks in the last week of the term', () => {
  const sevenA = tinySchool.classes[0]
  it.each<[string, Partial<School>, string, string, string]>([
    ['the week of the last school day, until the holidays', {}, 'q2', '28.12 00:00', '31.12 00:00'],
    [
      'of fewer than three school days: the seven days up to it',
      { terms: [{ id: 'q2', name: '', from: '2026-11-09', to: '2026-12-22' }] },
      'q2',
      '16.12 00:00',
      '23.12 00:00',
    ],
    [
      'a school may hold a shorter week for the last one',
      {
        terms: [{ id: 'q2', name: '', from: '2026-11-09', to: '2026-12-22' }],
        settings: { termWeekDays: 2 },
      },
      'q2',
      '21.12 00:00',
      '23.12 00:00',
    ],
    [
      'local holidays count: the last school day is earlier',
      { days: [{ kind: 'vacation', from: '2026-12-26', to: '2026-12-30', classes: null }] },
      'q2',
      '21.12 00:00',
      '28.12 00:00',
    ],
    ['the year’s mark falls into the last term of the year', {}, 'year', '28.12 00:00', '31.12 00:00'],
    ['an examination’s mark has no window here', {}, 'exam', 'none', 'none'],
  ])('%s', (_, change, term, opens, closes) => {
    if (!sevenA) throw new Error('no class')
    const window = windowOfTermMark({ ...tinySchool, ...change }, sevenA, term)
    expect([read(window?.opensAt), read(window?.deadline.redAt)]).toEqual([opens, closes])
  })
})

describe('п. 2.6: whose marks the end of a term asks for', () => {
  const term = (id: string, from: string, to: string, ...parallels: number[]): Term => ({
    ...{ id, name: id, from, to },
    ...(parallels.length > 0 ? { parallels } : {}),
  })
  // The seventh class lives by quarters, the eighth by half-years.
  const q2 = term('q2', '2026-11-09', '2026-12-30', 7)
  const q3 = term('q3', '2027-01-11', '2027-03-20', 7)
  const h1 = term('h1', '2026-09-01', '2026-12-30', 8)
  const h2 = term('h2', '2027-01-11', '2027-05-25', 8)
  const school: School = { ...tinySchool, terms: [q2, h1, q3, h2] }
  it.each([
    ['a quarter: of the classes that live by quarters', q2, ['algebra q2', 'english q2']],
    ['a half-year: of the others', h1, ['history h1']],
    ['the last one asks for the year’s marks as well', h2, ['history h2', 'history year']],
    ['each class by its own last one', q3, ['algebra q3', 'algebra year', 'english q3', 'english year']],
  ])('%s', (_, asking, asked) => {
    const cells = termObligations(school, asking, null).flatMap((one) => one.cells)
    const columns = cells.map((one) => (one.kind === 'termMark' ? `${one.subject} ${one.term}` : ''))
    expect([...new Set(columns)]).toEqual(asked)
  })

  it('the linter misses the year’s marks once their window is over', () => {
    const late = { recorded: [], outages: [], now: at('31.12 20:00') }
    const [quarter] = tinySchool.terms
    if (!quarter) throw new Error('no term')
    const found = lintTerm(tinySchool, quarter, ['8b'], late)
    expect(found.map((one) => `${one.person} ${one.problem.kind} ${one.cells}`)).toEqual([
      'stranger missing 1',
      'stranger missing 1',
    ])
  })
})
