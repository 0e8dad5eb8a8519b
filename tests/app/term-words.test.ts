// A term of two working days is told by both readings, and with a warning where its year is not confirmed.
import { expect, it } from 'vitest'
import { termWords } from '../../src/app/messages/screens/term-words.ts'
import { reasonDeadline } from '../../src/domain/deadline/working-day-deadline.ts'
import type { School } from '../../src/domain/school.ts'
import { tinySchool } from '../domain/tiny-school.ts'

const unsure = 'Переносы выходных в году этого срока ещё не подтверждены постановлением: проверьте срок.'
const brought: School = {
  ...tinySchool,
  workYears: [{ year: 2027, source: 'Приказ № 1', transfers: [], daysOff: [], shortDays: [] }],
}

it.each<[string, School, string, string, string | null]>([
  ['on a working day', tinySchool, '2026-11-24', 'чт 26.11 24:00, строго до ср 25.11 24:00', null],
  ['on a day off, where both readings agree', tinySchool, '2026-11-22', 'вт 24.11 24:00', null],
  [
    'in a year that nobody has confirmed',
    tinySchool,
    '2027-03-02',
    'чт 04.03 24:00, строго до ср 03.03 24:00',
    unsure,
  ],
  [
    'in a year that the school has brought',
    brought,
    '2027-03-02',
    'чт 04.03 24:00, строго до ср 03.03 24:00',
    null,
  ],
])('a document handed in %s', (_, school, received, moment, warning) => {
  const { due, amberAt } = reasonDeadline(school, received)
  expect(termWords({ due, strict: amberAt }, school)).toEqual({ moment, unsure: warning })
})
