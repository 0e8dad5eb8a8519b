// п. 3.2: an outage's term, and the same moment of lateness as each entry's own.
import { describe, expect, it } from 'vitest'
import { lateTransfer } from '../../src/domain/register/late-transfer.ts'
import { lateAfter, termMet } from '../../src/domain/register/term-met.ts'

const due = '2026-11-26T17:00:00.000Z'
const firstDue = '2026-11-25T17:00:00.000Z'

describe('the term of an outage', () => {
  it.each([
    ['with nothing recorded is no matter', due, [0, 0, 0], due, 'noEntries'],
    ['is missed by one late entry', due, [3, 1, 0], due, 'missed'],
    ['is met once nothing waits', due, [3, 0, 0], '2026-12-01T00:00:00.000Z', 'met'],
    ['goes on to its very moment', due, [3, 0, 1], due, 'goesOn'],
    ['is missed after it by what waits', due, [3, 0, 1], '2026-11-26T17:00:00.001Z', 'missed'],
    ['has not begun before АИС is back', null, [3, 0, 1], due, 'notBegun'],
  ] as const)('%s', (_, end, [entries, late, waiting], now, word) => {
    expect(termMet(end, { entries, late, waiting }, now)).toBe(word)
  })

  it.each([firstDue, '2026-11-25T17:00:00.001Z', due, '2026-11-26T17:00:00.001Z'])(
    'restarted by another, counts an entry of %s as the entry itself is counted',
    (at) => {
      const term = { due, firstDue, strict: null, extendedBy: 2 }
      expect(at > (lateAfter(term) ?? '~')).toBe(lateTransfer(term, at) !== null)
    },
  )
})
