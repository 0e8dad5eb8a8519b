// п. 3.2: everything of the temporary journal is moved over within two working days after access returned.
// requirement: R17; screen: Сегодня, Контроль, Перенос
import { describe, expect, it } from 'vitest'
import { madeUpSchool } from '../../src/demo/school/made-up-school.ts'
import table from '../../src/domain/calendar/ru-calendar.json' with { type: 'json' }
import { timeLeft, transferDue, type WorkTerms } from '../../src/domain/calendar/transfer-due.ts'
import { calendarOf } from '../../src/domain/calendar/work-calendar.ts'
import { isShortDay, isWorkingDay, yearStatus } from '../../src/domain/calendar/working-day.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { transferDeadline } from '../../src/domain/deadline/working-day-deadline.ts'
import type { ClockReading, Entry } from '../../src/domain/entry.ts'
import { isBacklog } from '../../src/domain/entry-state.ts'
import type { Outage } from '../../src/domain/outage.ts'
import { outageOf } from '../../src/domain/register/outage-of.ts'
import type { School } from '../../src/domain/school.ts'
import { shownState } from '../../src/domain/transfer/not-carried.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'
import { buildingsOf } from '../../src/hub/intake/judge.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, english, tinySchool } from '../domain/tiny-school.ts'
import { oracleOff } from './calendar-oracle.ts'
import vectors from './deadline-vectors.json' with { type: 'json' }
import { at, read } from './recorded.ts'

describe('п. 3.2, R17: the term by the vectors of the school', () => {
  it.each(vectors)('access back on $restored', ({ restored, due5, due6, strict5, strict6 }) => {
    expect(transferDue(restored, 5)).toEqual({ due: due5, strict: strict5 })
    expect(transferDue(restored, 6)).toEqual({ due: due6, strict: strict6 })
  })
})

/** Eves of the holidays that are worked, by the same sets: no list of short days is read. */
const oracleShort = (year: number, week: 5 | 6): string[] => {
  const off = oracleOff(year, week)
  return Object.keys(table.holidays)
    .map((day) => new Date(Date.parse(`${year}-${day}`) - 86_400_000).toISOString().slice(0, 10))
    .concat(`${year}-12-31`)
    .filter((eve) => eve.startsWith(String(year)) && !off.has(eve))
    .sort()
}

/** Each year of the table as a school would bring it in a file, with one more day off of its own. */
const withImportedYears = (): School => {
  const rows = Object.entries(table.transfers as Record<string, string[][]>).flatMap(([year, transfers]) => [
    `${year}-01-01,year,,Постановление о ${year} годе`,
    `${year}-10-30,dayOff,,`,
    ...transfers.map(([from = '', to = '']) => `${to},transfer,${from},`),
  ])
  const files = Object.entries(madeUpSchool({ today: '2026-11-24' })).map(([name, text]) => [
    name.replace('.csv', ''),
    text,
  ])
  const calendar = ['date,kind,from,source', ...rows].join('\n')
  const built = buildSchool({ ...Object.fromEntries(files), calendar })
  if (!built.ok) throw new Error(JSON.stringify(built.faults[0]))
  return built.school
}

describe('п. 3.2: final marks, which no door carries', () => {
  const said = { note: '', by: 'Рябинина Т. В.', at: '2026-12-30T05:00:00.000Z' }
  it.each([
    ['are owed while they are on the hub alone', 'accepted', undefined, 'accepted', true],
    ['no more once a person has entered them by hand', 'notCarried', 'byHand', 'byHand', false],
    ['nor once a deputy has given them up', 'notCarried', 'noPlace', 'notCarried', false],
  ] as const)('%s', (_, state, cause, shown, owed) => {
    const notCarried = cause && { ...said, cause }
    expect([shownState({ state, notCarried }), isBacklog(state)]).toEqual([shown, owed])
  })
})

describe('п. 3.2: working days', () => {
  it.each([
    [2025, 5],
    [2025, 6],
    [2026, 5],
    [2026, 6],
    [2027, 5],
    [2027, 6],
  ] as const)('agree with an independent oracle on every day of %i for %i days', (year, week) => {
    const off = oracleOff(year, week)
    const differing: string[] = []
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      const iso = new Date(at).toISOString().slice(0, 10)
      if (isWorkingDay(iso, week) === off.has(iso)) differing.push(iso)
    }
    expect(differing).toEqual([])
  })

  it.each([
    [2025, 5],
    [2025, 6],
    [2026, 5],
    [2026, 6],
    [2027, 5],
    [2027, 6],
  ] as const)(
    'an imported and confirmed %i agrees with the oracle on every day for %i days',
    (year, week) => {
      const school = withImportedYears()
      const calendar = calendarOf(school)
      const off = oracleOff(year, week)
      // Days that a school adds by its own word are off for both weeks.
      off.add(`${year}-10-30`)
      const differing: string[] = []
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
        const iso = new Date(at).toISOString().slice(0, 10)
        if (isWorkingDay(iso, week, calendar) === off.has(iso)) differing.push(iso)
      }
      expect(differing).toEqual([])
      expect(yearStatus(year, calendar)).toBe('confirmed')
    },
  )

  it.each([5, 6] as const)(
    'both readings of the term agree with the oracle for a return on any day of three years, %i days',
    (week) => {
      const off = new Set([2025, 2026, 2027].flatMap((year) => [...oracleOff(year, week)]))
      const days: string[] = []
      for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000)
        days.push(new Date(at).toISOString().slice(0, 10))
      const working = days.filter((day) => !off.has(day))
      const differing: string[] = []
      // The last days of 2027 end their terms in a year without a table.
      for (const day of days.filter((one) => one < '2027-12-25')) {
        const due = working.filter((one) => one > day)[1]
        const strict = working.filter((one) => one >= day)[1]
        const told = transferDue(day, week)
        if (told.due !== due || told.strict !== strict) differing.push(`${day} ${told.due} ${told.strict}`)
      }
      expect(differing).toEqual([])
    },
  )

  it.each([
    [2025, 5, ['2025-11-01']],
    [2026, 5, []],
    [2027, 5, ['2027-02-20']],
    [2028, 5, []],
    [2025, 6, []],
    [2026, 6, []],
    [2027, 6, []],
    [2028, 6, []],
  ] as const)(
    'in %i of %i days the eves of holidays end earlier, and worked Saturdays %j before a moved day off',
    (year, week, moved) => {
      const short: string[] = []
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
        const iso = new Date(at).toISOString().slice(0, 10)
        if (isShortDay(iso, week)) short.push(iso)
      }
      expect(short).toEqual([...oracleShort(year, week), ...moved].sort())
    },
  )

  it('says aloud that a year without a confirmed decree is unconfirmed', () => {
    expect([2025, 2026, 2027, 2028].map((year) => yearStatus(year))).toEqual([
      'confirmed',
      'confirmed',
      'unconfirmed',
      'unconfirmed',
    ])
  })
})

describe('п. 3.2: the term of one return, by the settings of a school', () => {
  const school = { workWeek: 5, zone: 'Asia/Barnaul' } as const
  const endOfWork = { usual: '17:00', shortDay: '16:00' }
  const workYears = [
    { year: 2027, source: 'Постановление', transfers: [], daysOff: ['2027-11-05'], shortDays: [] },
  ]
  it.each<[string, WorkTerms, string, string, string]>([
    ['back on a Friday: urgent by Monday, late after Tuesday', school, '20.11', '24.11 00:00', '25.11 00:00'],
    ['back on a Sunday both readings agree', school, '22.11', '25.11 00:00', '25.11 00:00'],
    [
      'a school may end its terms with the work',
      { ...school, endOfWork },
      '20.11',
      '23.11 17:00',
      '24.11 17:00',
    ],
    ['and with that of a shortened day', { ...school, endOfWork }, '30.10', '02.11 17:00', '03.11 16:00'],
    [
      'of six days: the Saturday before the 8th of March',
      { ...school, workWeek: 6, endOfWork },
      '05.03',
      '06.03 17:00',
      '07.03 16:00',
    ],
    [
      'a school may go by the stricter reading',
      { ...school, settings: { termReading: 'strict' } },
      '20.11',
      '24.11 00:00',
      '24.11 00:00',
    ],
    ['каникулы are working days', { ...school, workWeek: 6 }, '28.10', '30.10 00:00', '31.10 00:00'],
  ])('%s', (_, settings, day, amber, red) => {
    const deadline = transferDeadline(settings, at(`${day} 12:00`))
    expect([read(deadline.amberAt), read(deadline.redAt)]).toEqual([amber, red])
  })

  it('a confirmed year takes the shipped one’s place and is confirmed', () => {
    const calendar = calendarOf({ workYears })
    expect(yearStatus(2027, calendar)).toBe('confirmed')
    expect(isWorkingDay('2027-02-22', 5, calendar)).toBe(true)
    expect(isWorkingDay('2027-11-05', 6, calendar)).toBe(false)
    expect(yearStatus(2028, calendar)).toBe('unconfirmed')
  })
})

describe('п. 3.2: how long is left', () => {
  const due = '2026-11-26T17:00:00.000Z'
  it.each([
    [
      'a day and a half before',
      '2026-11-25T07:00:00.000Z',
      { kind: 'left', workingDays: 1, restMs: 10 * 3_600_000 },
    ],
    ['on the last day', '2026-11-26T07:00:00.000Z', { kind: 'left', workingDays: 0, restMs: 10 * 3_600_000 }],
    ['an hour too late', '2026-11-26T18:00:00.000Z', { kind: 'overdue', overdueMs: 3_600_000 }],
  ])('%s', (_, now, left) => {
    expect(timeLeft(now, due, 5, 'Asia/Barnaul')).toEqual(left)
  })
})

describe('п. 3.2: an entry keeps the term of the outage in which it was recorded', () => {
  const outage = (no: number, opened: string, closed: string | null, scope: Outage['scope']): Outage => ({
    ...{ no, scope, openedAt: at(opened), openedBy: null, confirmedAt: null, restoredBy: null },
    ...{ restoredAt: closed && at(closed), closedAt: closed && at(closed) },
  })
  const school = { kind: 'school' } as const
  const main = { kind: 'building', building: 'Главный' } as const
  const own = { kind: 'teacher', person: 'algebraist' } as const
  const first = outage(1, '24.11 08:00', '24.11 12:00', school)
  const flap = outage(2, '25.11 10:00', '25.11 10:02', school)
  const again = outage(2, '25.11 10:00', null, school)
  const sure: ClockReading = { offsetMs: 0, doubtMs: 1000 }
  const doubtful: ClockReading = { offsetMs: 0, doubtMs: 30 * 60_000 }
  it.each<[string, Outage[], string, ClockReading | null, number | null]>([
    ['recorded in the first, come in a second: the first', [again, first], '24.11 09:00', sure, 1],
    ['recorded in the first, come after a short second', [flap, first], '24.11 09:00', sure, 1],
    ['recorded in the second', [again, first], '25.11 10:01', sure, 2],
    ['recorded between the two, come in the second', [again, first], '24.11 20:00', sure, 2],
    ['recorded between the two, come after both: of none', [flap, first], '24.11 20:00', sure, null],
    ['by a clock nobody measured: the open one', [again, first], '24.11 09:00', null, 2],
    ['by such a clock with none open: the one it names', [flap, first], '24.11 09:00', null, 1],
    [
      'the clock leaves room for two: the open one',
      [outage(2, '24.11 12:10', null, school), first],
      '24.11 11:50',
      doubtful,
      2,
    ],
    [
      'a building’s goes on while the school’s came and went',
      [outage(2, '24.11 08:20', '24.11 08:40', school), outage(1, '24.11 08:00', null, main)],
      '24.11 08:30',
      sure,
      1,
    ],
    [
      'of another building: of none',
      [outage(1, '24.11 08:00', null, { ...main, building: 'Новый' })],
      '24.11 08:30',
      sure,
      null,
    ],
    [
      'the school’s before the teacher’s own',
      [outage(2, '24.11 08:30', null, own), first],
      '24.11 09:00',
      sure,
      1,
    ],
    [
      'the teacher’s own that is over',
      [outage(1, '24.11 08:00', '24.11 12:00', own)],
      '24.11 09:00',
      sure,
      1,
    ],
    [
      'a colleague’s own: of none',
      [outage(1, '24.11 08:00', null, { kind: 'teacher', person: 'leader' })],
      '24.11 09:00',
      sure,
      null,
    ],
  ])('%s', (_, register, when, clock, no) => {
    expect(outageOf(register, { at: at(when), clock, author: 'algebraist', buildings: ['Главный'] })).toBe(no)
  })
})

describe('п. 3.2: a lesson of classes from two buildings', () => {
  const classes = tinySchool.classes.map((one) => ({
    ...one,
    building: one.id === '7a' ? 'Старый' : 'Новый',
  }))
  const groups = tinySchool.groups.map((one) => ({ ...one, classes: ['8b', '7a'], members: ['p2', 'p4'] }))
  const school: School = { ...tinySchool, classes, groups }
  const outage = (building: string): Outage => ({
    ...{ no: 1, scope: { kind: 'building', building }, openedAt: at('24.11 08:00'), openedBy: null },
    ...{ restoredAt: null, restoredBy: null, closedAt: null, confirmedAt: null },
  })
  const entryOf = (cell: Cell) => makeEntry({ id: 'e', author: 'leader', cell })
  const inGroup = entryOf({ kind: 'attendance', lesson: english, pupil: 'p2' })
  const inClass = entryOf({ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' })
  const ofTerm = entryOf({ kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' })

  it.each<[string, Entry, string, number | null]>([
    ['belongs to an outage of the first', inGroup, 'Новый', 1],
    ['and to one of the second', inGroup, 'Старый', 1],
    ['a lesson of one class does not', inClass, 'Новый', null],
    ['a final mark belongs where its pupil’s class is', ofTerm, 'Старый', 1],
    ['and nowhere else', ofTerm, 'Новый', null],
  ])('%s', (_, entry, building, no) => {
    const recording = {
      ...{ at: at('24.11 09:00'), clock: { offsetMs: 0, doubtMs: 0 }, author: 'leader' },
      buildings: buildingsOf(school, entry),
    }
    expect(outageOf([outage(building)], recording)).toBe(no)
  })
})
