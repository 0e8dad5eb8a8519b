// п. 3.2: the rows of the backlog: what waits, what has arrived, and the nearest date by which the rest is due.
import { describe, expect, it } from 'vitest'
import { type BacklogGroup, backlogBy } from '../../src/domain/backlog.ts'
import type { EntryState } from '../../src/domain/entry-state.ts'

const group = (state: EntryState, due: string | null, count = 1): BacklogGroup => ({
  ...{ author: 'algebraist', schoolClass: '7a', state, due, strict: due, count },
  oldest: '2026-11-24T01:10:00.000Z',
})
const rowOf = (...groups: BacklogGroup[]) => backlogBy(groups, 'author')[0]

describe('a row of the backlog', () => {
  const soon = '2026-11-26T17:00:00.000Z'
  const later = '2026-11-27T17:00:00.000Z'
  it.each<[string, (string | null)[], string | null]>([
    ['the nearest date', [later, soon], soon],
    ['a date behind which an outage still goes on', [soon, null], soon],
    ['a date before which one still goes on', [null, soon], soon],
    ['none while every outage goes on', [null, null], null],
  ])('is due by %s', (_, dues, due) => {
    expect(rowOf(...dues.map((one) => group('accepted', one)))).toMatchObject({ due, strict: due })
  })

  it('counts as «в АИС СРО» only what was read there, and «внесено» apart', () => {
    const row = rowOf(group('accepted', soon, 1), group('transferred', soon, 2), group('verified', soon, 4))
    expect(row).toMatchObject({ waiting: 1, carried: 2, verified: 4 })
  })
})
