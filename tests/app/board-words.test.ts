// What is left of a term on the board: by the school's own calendar, as the term itself was counted.
import { describe, expect, it } from 'vitest'
import { chartTop } from '../../src/app/board/chart-top.ts'
import { contactWords, heatColumn, leftWords, rowTrouble } from '../../src/app/messages/board.ts'
import { forkForDeputy } from '../../src/app/messages/memory.ts'
import { conflictWords } from '../../src/app/messages/screens/conflict-card.ts'
import type { BoardRow, TeacherRow } from '../../src/contract/board-schema.ts'
import { at } from '../regulation/recorded.ts'

const board = { serverTime: at('24.11 14:00'), workWeek: 5, zone: 'Asia/Barnaul' } as const
// The school has brought a year in which Thursday is a day off, so the second working day is a Friday.
const ownYear = { year: 2026, source: 'Приказ № 7', transfers: [], daysOff: ['2026-11-26'], shortDays: [] }
const brought = { ...board, workYears: [ownYear] }

describe('what is left of a term', () => {
  it.each([
    ['by the calendar as it ships', board, '26.11 24:00', 'moreDays', '2 р. д. 10 ч'],
    ['by the school’s own calendar', brought, '26.11 24:00', 'oneDay', '1 р. д. 10 ч'],
    [
      'by the school’s own calendar, to its second working day',
      brought,
      '27.11 24:00',
      'moreDays',
      '2 р. д. 10 ч',
    ],
  ] as const)('%s', (_, clock, due, column, words) => {
    expect([heatColumn(at(due), clock), leftWords(at(due), clock)]).toEqual([column, words])
  })
})

describe('what else is to be done of a row', () => {
  it.each([
    // Two values of one disagreement are two entries: the board's head counts the disagreements.
    ['entries that meet', { conflicts: 2, refused: 0 }, '2 записи в расхождении'],
    ['and those that were refused', { conflicts: 1, refused: 3 }, '1 запись в расхождении, требует правки 3'],
    ['nothing', { conflicts: 0, refused: 0 }, ''],
  ])('%s', (_, row, words) => {
    expect(rowTrouble(row as BoardRow)).toBe(words)
  })
})

describe('whom the card of a disagreement names as who chooses', () => {
  it.each([
    ['of a lesson’s cell', false, /^Выбирает тот, кто вправе заполнять эту клетку, или завуч\./],
    ['of a final mark', true, /^Выбирает учитель предмета \(п\. 2\.4\) или завуч\./],
  ])('%s', (_, isTermMark, words) => {
    expect(conflictWords.notYours(isTermMark)).toMatch(words)
  })
})

it('a chart’s scale and its half are whole numbers of entries', () => {
  const counts = [0, 1, 3, 5, 10, 11, 37, 441, 500, 501, 17_000]
  expect(counts.map(chartTop)).toEqual([2, 2, 10, 10, 10, 20, 50, 500, 500, 1000, 20_000])
})

describe('the last contact', () => {
  const row = { seenAt: at('24.11 13:58'), silent: false } as TeacherRow
  it.each([
    ['of a person who speaks', row, '2 мин назад'],
    ['of a silent person', { ...row, seenAt: at('24.11 09:00'), silent: true }, 'молчит 5 ч'],
    [
      'of a tablet that is silent beside a phone that speaks',
      { ...row, silent: true, quietSince: at('24.11 10:00') },
      'молчит 4 ч',
    ],
    ['of nobody', { ...row, seenAt: null, silent: true }, 'связи не было'],
  ])('%s', (_, one, words) => {
    expect(contactWords(one, board.serverTime)).toBe(words)
  })
})

it('a copied tablet is told as one: what happened, what is safe, what to do', () => {
  expect(forkForDeputy('2026-11-24T05:00:00.000Z', 'Asia/Barnaul')).toMatch(
    /^вт 24\.11 12:00: под номерами этого планшета .* целы и приняты\. Узнайте/,
  )
})
