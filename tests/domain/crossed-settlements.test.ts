// Two people settle one conflict without seeing each other; and entries that follow each other in a ring.
import { describe, expect, it } from 'vitest'
import { blankCell, type CellState, decide } from '../../src/domain/conflict.ts'
import { type Entry, logKey } from '../../src/domain/entry.ts'
import type { Judge, KnownEntry } from '../../src/domain/settle/walk-back.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { makeEntry } from './entries.ts'

const absent: CellValue = { code: 'absent' }
const late: CellValue = { code: 'late', minutes: 5 }
const exempt: CellValue = { code: 'exempt' }
const open: CellState = {
  value: absent,
  holders: ['a'],
  candidates: [
    { value: absent, entries: ['a'] },
    { value: late, entries: ['b'] },
  ],
}

const judgeOf = (known: Record<string, Partial<KnownEntry>>): Judge => ({
  maySettle: true,
  known: (id) => {
    const one = known[id]
    const plain = { author: 'algebraist', state: 'accepted', follows: [], value: null } as const
    return one && { ...plain, log: `log-${id}`, seq: 1, ...one }
  },
})
const before = { a: { state: 'conflict' }, b: { state: 'conflict', author: 'leader' } } as const

/** The cell after a first settlement by the subject teacher, and what is known then. */
const settledBy = (first: Entry) => {
  const decision = decide(open, first, judgeOf(before))
  if (decision.kind !== 'decided') throw new Error('must be decided')
  const states = Object.fromEntries(decision.changes.map((one) => [one.entry, { state: one.state }]))
  const known = { ...before, ...states, s1: { follows: first.follows, log: 'tablet/algebraist/1' } }
  return { cell: decision.cell, known }
}
const first = (value: CellValue) => makeEntry({ id: 's1', value, saw: absent, follows: ['a', 'b'] })
const second = (value: CellValue, follows = ['a', 'b'], saw: CellValue = absent) =>
  makeEntry({ id: 's2', author: 'leader', value, saw, follows })

describe('two settlements that crossed', () => {
  it.each<[string, CellValue, CellValue]>([
    ['one for each candidate', absent, late],
    ['the first for a value of its own', exempt, late],
    ['the second for a value of its own', late, exempt],
    ['the second for what was seen before the conflict', late, absent],
    ['each for a value of its own', exempt, { code: 'late', minutes: 9 }],
  ])('bring both values before a person: %s', (_, one, other) => {
    const { cell, known } = settledBy(first(one))
    const decision = decide(cell, second(other), judgeOf(known))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell.candidates.map((each) => each.value)).toEqual([one, other])
    expect(decision.cell.candidates[1]?.entries).toEqual(['s2'])
    expect(decision.changes).toContainEqual({ entry: 's1', state: 'conflict' })
    expect(decision.changes).toContainEqual({ entry: 's2', state: 'conflict' })
  })

  it('agree where they chose alike', () => {
    const { cell, known } = settledBy(first(late))
    expect(decide(cell, second(late), judgeOf(known))).toMatchObject({
      cell: { value: late, holders: ['b', 's1', 's2'], candidates: [] },
    })
  })

  it('do not cross where the second saw the first', () => {
    const { cell, known } = settledBy(first(absent))
    const decision = decide(cell, second(late, ['a', 'b', 's1']), judgeOf(known))
    expect(decision).toMatchObject({ cell: { value: late, holders: ['s2'], candidates: [] } })
  })

  it('do not cross where one person made both on one tablet: the later is meant', () => {
    const { cell, known } = settledBy(first(absent))
    const again = makeEntry({ id: 's2', seq: 2, value: late, saw: absent, follows: ['a', 'b'] })
    const log = logKey(again.log)
    const decision = decide(cell, again, judgeOf({ ...known, s1: { ...known.s1, log, seq: 1 } }))
    expect(decision).toMatchObject({ cell: { value: late, holders: ['s2'], candidates: [] } })
  })

  it('are told from a correction of a value that others hold too', () => {
    const shared: CellState = { value: absent, holders: ['a', 'c'], candidates: [] }
    const known = { a: {}, c: { author: 'leader', follows: ['a'] } }
    const decision = decide(
      shared,
      makeEntry({ id: 'd', value: late, saw: absent, follows: ['a'] }),
      judgeOf(known),
    )
    expect(decision).toMatchObject({ cell: { value: late, holders: ['d'], candidates: [] } })
  })
})

describe('entries that follow each other in a ring', () => {
  const refused = { state: 'refused' } as const
  it.each<[string, Record<string, Partial<KnownEntry>>, string[]]>([
    ['one that follows itself', { x: { ...refused, follows: ['x'] } }, ['x']],
    ['two', { x: { ...refused, follows: ['y'] }, y: { ...refused, follows: ['x'] } }, ['x']],
    [
      'three, entered at two places',
      {
        x: { ...refused, follows: ['y', 'z'] },
        y: { ...refused, follows: ['z'] },
        z: { ...refused, follows: ['x'] },
      },
      ['x', 'y'],
    ],
  ])('are walked once: %s', (_, known, follows) => {
    const entry = makeEntry({ id: 'n', value: late, saw: exempt, follows })
    expect(decide(blankCell, entry, judgeOf(known)).kind).toBe('decided')
    const held: CellState = { value: absent, holders: ['h'], candidates: [] }
    expect(decide(held, entry, judgeOf({ ...known, h: {} }))).toMatchObject({
      cell: { candidates: [{ value: absent }, { value: late }] },
    })
  })

  it('lead on to what they stood on all the same', () => {
    const known = { x: { ...refused, follows: ['y'] }, y: { ...refused, follows: ['x', 'h'] }, h: {} }
    const entry = makeEntry({ id: 'n', value: late, saw: exempt, follows: ['x'] })
    const held: CellState = { value: absent, holders: ['h'], candidates: [] }
    expect(decide(held, entry, judgeOf(known))).toMatchObject({ cell: { value: late, holders: ['n'] } })
  })
})
