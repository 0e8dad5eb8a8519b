// What is a period, which ones the school's year offers, and the one word that a duty or a transfer is counted by.
import { describe, expect, it } from 'vitest'
import { monthOf, periodFault, weekOf, yearOf } from '../../src/domain/control/period.ts'
import { dueOf, noTally, sumOf, verdictOf } from '../../src/domain/control/tally.ts'
import type { Finding } from '../../src/domain/findings/finding.ts'
import { transferVerdict } from '../../src/domain/register/late-transfer.ts'
import { at } from '../regulation/recorded.ts'

describe('a period', () => {
  it.each([
    ['2026-11-24', '2026-11-24', null],
    ['2026-09-01', '2027-05-31', null],
    ['2026-09-01', '2027-09-01', null],
    ['2026-09-01', '2027-09-02', 'tooLong'],
    ['2026-11-25', '2026-11-24', 'order'],
    ['2026-02-29', '2026-11-24', 'notDate'],
    ['2026-11-24', '2026-13-01', 'notDate'],
    ['24.11.2026', '2026-11-24', 'notDate'],
    ['', '', 'notDate'],
  ] as const)('from %s to %s: %s', (from, to, fault) => {
    expect(periodFault({ from, to })).toBe(fault)
  })

  it.each([
    ['2026-11-24', { from: '2026-11-23', to: '2026-11-29' }, { from: '2026-11-01', to: '2026-11-30' }],
    ['2026-11-29', { from: '2026-11-23', to: '2026-11-29' }, { from: '2026-11-01', to: '2026-11-30' }],
    ['2027-02-01', { from: '2027-02-01', to: '2027-02-07' }, { from: '2027-02-01', to: '2027-02-28' }],
    ['2026-12-31', { from: '2026-12-28', to: '2027-01-03' }, { from: '2026-12-01', to: '2026-12-31' }],
  ] as const)('of %s is a week from Monday on, and a month', (date, week, month) => {
    expect([weekOf(date), monthOf(date)]).toEqual([week, month])
  })

  it('of a school year reaches from its first term to its last one', () => {
    const term = (from: string, to: string) => ({ id: from, name: '', from, to })
    const terms = [term('2026-11-09', '2026-12-30'), term('2026-09-01', '2026-10-25')]
    expect(yearOf({ terms })).toEqual({ from: '2026-09-01', to: '2026-12-30' })
    expect(yearOf({ terms: [] })).toBe(null)
  })
})

const found = (...kinds: ('missing' | 'late' | 'unproven')[]): Finding[] =>
  kinds.map((kind) => ({ problem: kind === 'unproven' ? { kind } : { kind, minutes: 1 } }) as Finding)

it.each([
  ['what lacks outweighs what came late', found('late', 'missing'), false, 'missing'],
  ['late outweighs unproven', found('unproven', 'late'), true, 'late'],
  ['unproven alone', found('unproven'), true, 'unproven'],
  ['nothing found and all done', [], true, 'inTime'],
  ['nothing found and not all done: its term goes on', [], false, 'open'],
] as const)('a duty is counted once: %s', (_, findings, isDone, verdict) => {
  expect(verdictOf(findings, isDone)).toBe(verdict)
})

it('what was to be done is what is in time, late, unproven or missing, and the worst of all is told', () => {
  const sum = sumOf([
    { ...noTally, inTime: 3, late: 1, explained: 1, worst: 40 },
    { ...noTally, missing: 2, open: 5, other: 7, worst: 15 },
  ])
  expect([dueOf(sum), sum.explained, sum.worst, sum.open]).toEqual([6, 1, 40, 5])
})

const [due, before, after] = [at('26.11 24:00'), at('26.11 12:00'), at('27.11 09:00')]
it.each([
  ['carried before the term is over', 'verified', before, { due }, after, 'inTime'],
  ['carried after it', 'verified', after, { due }, after, 'late'],
  [
    'carried after the first date of a moved term',
    'transferred',
    before,
    { due, firstDue: at('25.11 24:00') },
    after,
    'late',
  ],
  ['carried before any term had begun', 'verified', before, { due: null }, after, 'inTime'],
  ['waiting inside the term', 'accepted', null, { due }, before, 'open'],
  ['waiting after it', 'accepted', null, { due }, after, 'missing'],
  ['waiting for a person to choose, after it', 'conflict', null, { due }, after, 'missing'],
  ['waiting while access is not back', 'accepted', null, { due: null }, after, 'open'],
  ['given up by an act', 'notCarried', null, { due }, after, 'other'],
  ['replaced before it was carried', 'superseded', null, { due }, after, null],
  ['refused', 'refused', null, { due }, after, null],
] as const)('an entry %s', (_, state, transferredAt, term, now, verdict) => {
  expect(transferVerdict(term, { state, transferredAt }, now)).toBe(verdict)
})
