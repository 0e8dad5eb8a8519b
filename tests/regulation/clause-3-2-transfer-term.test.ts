// п. 3.2: everything of the temporary journal is moved over within two working days after access returned.
import { describe, expect, it } from 'vitest'
import table from '../../src/domain/calendar/ru-calendar.json' with { type: 'json' }
import { timeLeft, transferDue } from '../../src/domain/calendar/transfer-due.ts'
import { isWorkingDay, yearStatus } from '../../src/domain/calendar/working-day.ts'
import vectors from './deadline-vectors.json' with { type: 'json' }

describe('п. 3.2: the term by the vectors of the school', () => {
  it.each(vectors)('access back on $restored', ({ restored, due5, due6, strict5, strict6 }) => {
    expect(transferDue(restored, 5)).toEqual({ due: due5, strict: strict5 })
    expect(transferDue(restored, 6)).toEqual({ due: due6, strict: strict6 })
  })
})

/** An oracle of its own: plain Date arithmetic and sets, no code shared with the rule. */
const oracleOff = (year: number, week: 5 | 6): Set<string> => {
  const off = new Set<string>()
  const sources = new Set<string>()
  const transfers = (table.transfers as Record<string, string[][]>)[String(year)] ?? []
  for (const [from = ''] of transfers) sources.add(from)
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at)
    const iso = date.toISOString().slice(0, 10)
    const weekday = date.getUTCDay()
    const holiday = Object.hasOwn(table.holidays, iso.slice(5))
    const weekend = weekday === 0 || (week === 5 && weekday === 6 && !sources.has(iso))
    if (holiday || weekend) off.add(iso)
  }
  for (const [from = '', to = ''] of transfers) {
    const fromSunday = new Date(`${from}T00:00:00Z`).getUTCDay() === 0
    if (week === 5 || fromSunday) off.add(to)
  }
  return off
}

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

  it('says aloud that a year without a confirmed decree is unconfirmed', () => {
    expect([2025, 2026, 2027, 2028].map((year) => yearStatus(year))).toEqual([
      'confirmed',
      'confirmed',
      'unconfirmed',
      'unconfirmed',
    ])
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
