// The clean rule as a table: what a cell holds, what arrives, what becomes of everybody.
import { describe, expect, it } from 'vitest'
import { entrySchema } from '../../src/contract/entry-schema.ts'
import { blankCell, type CellState, decide, type StateChange } from '../../src/domain/conflict.ts'
import { logKey } from '../../src/domain/entry.ts'
import { paperEntryId } from '../../src/domain/register/loss.ts'
import type { Judge, KnownEntry } from '../../src/domain/settle/walk-back.ts'
import { aisWordId } from '../../src/domain/transfer/ais-word.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { attendanceOfP1, makeEntry } from './entries.ts'

const absent: CellValue = { code: 'absent' }
const late: CellValue = { code: 'late', minutes: 5 }
const exempt: CellValue = { code: 'exempt' }

const judge = (known: Record<string, Partial<KnownEntry>>, maySettle = true): Judge => ({
  maySettle,
  known: (id) => {
    const one = known[id]
    const plain = { author: 'algebraist', state: 'accepted', follows: [], value: null } as const
    return one && { ...plain, log: 'another', seq: 1, ...one }
  },
})
const held = (value: CellValue, ...holders: string[]): CellState => ({ value, holders, candidates: [] })
const clash: CellState = {
  value: absent,
  holders: ['a'],
  candidates: [
    { value: absent, entries: ['a'] },
    { value: late, entries: ['b'] },
  ],
}
const states = (changes: readonly StateChange[]) =>
  Object.fromEntries(changes.map((change) => [change.entry, change.state]))

describe('a cell that nobody disputes', () => {
  it('takes the first value', () => {
    const decision = decide(blankCell, makeEntry({ id: 'a' }), judge({}))
    expect(decision).toEqual({
      kind: 'decided',
      cell: held(absent, 'a'),
      changes: [{ entry: 'a', state: 'accepted' }],
    })
  })

  it('keeps both authors of the same value', () => {
    const decision = decide(held(absent, 'a'), makeEntry({ id: 'b', author: 'leader' }), judge({ a: {} }))
    expect(decision).toMatchObject({
      cell: held(absent, 'a', 'b'),
      changes: [{ entry: 'b', state: 'accepted' }],
    })
  })

  it('lets an author who saw the holder replace it', () => {
    const correction = makeEntry({ id: 'b', value: late, follows: ['a'], saw: absent })
    const decision = decide(held(absent, 'a'), correction, judge({ a: {} }))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell).toEqual(held(late, 'b'))
    expect(states(decision.changes)).toEqual({ a: 'superseded', b: 'accepted' })
  })

  it('lets an author who saw the present value replace it, whoever holds it', () => {
    const correction = makeEntry({ id: 'b', value: late, follows: ['x'], saw: absent })
    const decision = decide(held(absent, 'a'), correction, judge({ a: {}, x: {} }))
    expect(decision).toMatchObject({ cell: held(late, 'b') })
  })

  it('opens one conflict when the author saw something else', () => {
    const decision = decide(
      held(absent, 'a'),
      makeEntry({ id: 'b', value: late, author: 'leader' }),
      judge({ a: {} }),
    )
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell.candidates).toEqual(clash.candidates)
    expect(states(decision.changes)).toEqual({ a: 'conflict', b: 'conflict' })
  })

  it('opens a conflict over a blank that somebody made by withdrawing', () => {
    const withdrawn: CellState = { value: null, holders: ['w'], candidates: [] }
    const unaware = makeEntry({ id: 'b', value: late, follows: ['a'], saw: absent })
    expect(decide(withdrawn, unaware, judge({ a: { state: 'superseded' }, w: {} }))).toMatchObject({
      cell: { candidates: [{ value: null }, { value: late }] },
    })
  })

  it('waits for the entry that it follows', () => {
    const early = makeEntry({ id: 'b', value: late, follows: ['a'], saw: absent })
    expect(decide(blankCell, early, judge({}))).toEqual({ kind: 'waiting', on: 'a' })
    for (const state of ['held', 'waiting'] as const)
      expect(decide(blankCell, early, judge({ a: { state } }))).toEqual({ kind: 'waiting', on: 'a' })
  })

  it('lets an entry that overtook its predecessor win in the end', () => {
    // 5 stands; the author changed it to late and back. The second entry arrives first.
    const back = makeEntry({ id: 'c', value: absent, follows: ['b'], saw: late })
    const change = makeEntry({ id: 'b', value: late, follows: ['a'], saw: absent })
    const before = held(absent, 'a')
    expect(decide(before, back, judge({ a: {} }))).toEqual({ kind: 'waiting', on: 'b' })
    const changed = decide(before, change, judge({ a: {} }))
    if (changed.kind !== 'decided') throw new Error('must be decided')
    expect(decide(changed.cell, back, judge({ a: { state: 'superseded' }, b: {} }))).toMatchObject({
      cell: held(absent, 'c'),
    })
  })

  it('walks back through the own refused entries to the holder', () => {
    const third = makeEntry({ id: 'c', value: late, follows: ['b'], saw: exempt })
    const known = { a: {}, b: { state: 'refused', follows: ['a'] } } as const
    expect(decide(held(absent, 'a'), third, judge(known))).toMatchObject({ cell: held(late, 'c') })
  })

  it('does not walk through a refused entry of somebody else', () => {
    const third = makeEntry({ id: 'c', value: late, follows: ['b'], saw: exempt })
    const known = { a: {}, b: { state: 'refused', author: 'leader', follows: ['a'] } } as const
    const decision = decide(held(absent, 'a'), third, judge(known))
    expect(decision).toMatchObject({ cell: { candidates: [{ value: absent }, { value: late }] } })
  })

  it('never lets one person overwrite the final mark of another (п. 2.4, 4.4)', () => {
    const cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' } as const
    const four = makeEntry({
      id: 'b',
      author: 'leader',
      cell,
      value: { mark: '4' },
      saw: { mark: '5' },
      follows: ['a'],
    })
    const decision = decide(held({ mark: '5' }, 'a'), four, judge({ a: {} }))
    expect(decision).toMatchObject({
      cell: { value: { mark: '5' }, candidates: [{}, { value: { mark: '4' } }] },
    })
  })
})

describe('two entries of one log', () => {
  const log = logKey(makeEntry({ id: 'x' }).log)

  it('the later takes the place of the earlier, whatever it says it followed', () => {
    const later = makeEntry({ id: 'b', seq: 5, value: late, follows: ['gone'], saw: exempt })
    const decision = decide(held(absent, 'a'), later, judge({ a: { log, seq: 2 }, gone: {} }))
    expect(decision).toMatchObject({ kind: 'decided', cell: held(late, 'b') })
  })

  it('the earlier, when it comes after the later, is replaced from the start', () => {
    const earlier = makeEntry({ id: 'a', seq: 2, value: late })
    const decision = decide(held(absent, 'b'), earlier, judge({ b: { log, seq: 5 } }))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell).toEqual(held(absent, 'b'))
    expect(states(decision.changes)).toEqual({ a: 'superseded' })
  })

  it('but a log says nothing about another person, or another tablet of the same one', () => {
    const later = makeEntry({ id: 'b', seq: 5, value: late, follows: ['gone'], saw: exempt })
    const decision = decide(held(absent, 'a'), later, judge({ a: { seq: 2 }, gone: {} }))
    expect(decision).toMatchObject({ cell: { candidates: [{}, {}] } })
  })
})

describe('a cell in conflict', () => {
  const known = { a: { state: 'conflict' }, b: { author: 'leader', state: 'conflict' } } as const

  it('is settled by an entry that follows every candidate', () => {
    const pick = makeEntry({ id: 's', value: late, follows: ['a', 'b'], saw: absent })
    const decision = decide(clash, pick, judge(known))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell).toEqual(held(late, 'b', 's'))
    expect(states(decision.changes)).toEqual({ a: 'superseded', b: 'accepted', s: 'accepted' })
  })

  it('is not settled by one who may not', () => {
    const pick = makeEntry({ id: 's', author: 'stranger', value: exempt, follows: ['a', 'b'] })
    const decision = decide(clash, pick, judge(known, false))
    expect(decision).toMatchObject({ cell: { candidates: [{}, {}, { value: exempt, entries: ['s'] }] } })
  })

  it('takes a follow-up of the own candidate in its place', () => {
    const follow = makeEntry({ id: 'b2', author: 'leader', value: exempt, follows: ['b'] })
    const decision = decide(clash, follow, judge(known))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell.candidates).toEqual([
      { value: absent, entries: ['a'] },
      { value: exempt, entries: ['b2'] },
    ])
    expect(states(decision.changes)).toEqual({ b: 'superseded', b2: 'conflict' })
  })

  it('leaves colleagues their candidate when one of those who shared it goes on', () => {
    const shared = {
      ...clash,
      candidates: [{ value: absent, entries: ['a', 'c'] }, ...clash.candidates.slice(1)],
    }
    const follow = makeEntry({ id: 'a2', value: exempt, follows: ['c'] })
    const own = { ...known, c: { state: 'conflict' }, a: { author: 'leader', state: 'conflict' } } as const
    const decision = decide(shared, follow, judge(own))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell.candidates.map((one) => one.entries)).toEqual([['a'], ['b'], ['a2']])
    expect(states(decision.changes)).toEqual({ c: 'superseded', a2: 'conflict' })
  })

  it('closes when the dissenter comes round to the other value', () => {
    const agree = makeEntry({ id: 'b2', author: 'leader', value: absent, follows: ['b'] })
    const decision = decide(clash, agree, judge(known))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell).toEqual(held(absent, 'a', 'b2'))
    expect(states(decision.changes)).toEqual({ a: 'accepted', b2: 'accepted', b: 'superseded' })
  })

  it('lets an equal value join its candidate, and another value stand beside them', () => {
    const same = makeEntry({ id: 'c', author: 'stranger', value: late })
    expect(decide(clash, same, judge(known))).toMatchObject({
      cell: { candidates: [{}, { entries: ['b', 'c'] }] },
    })
    const third = makeEntry({ id: 'd', author: 'stranger', value: exempt })
    expect(decide(clash, third, judge(known))).toMatchObject({
      cell: { candidates: [{}, {}, { entries: ['d'] }] },
    })
  })
})

describe('a word of АИС or of paper that a restored hub has forgotten', () => {
  const word = aisWordId(attendanceOfP1, 1, late)
  const choice = (value: CellValue | null, saw: CellValue | null, ...also: string[]) =>
    makeEntry({ id: 's', value, saw, follows: [...also, word] })

  it('keeps nobody waiting: nobody will ever deliver it', () => {
    expect(decide(held(absent, 'a'), choice(exempt, late), judge({ a: {} })).kind).toBe('decided')
    expect(decide(blankCell, makeEntry({ id: 'b', follows: [paperEntryId('x')] }), judge({})).kind).toBe(
      'decided',
    )
    expect(decide(blankCell, makeEntry({ id: 'b', follows: ['lost'] }), judge({})).kind).toBe('waiting')
  })

  it('makes what followed it a candidate beside a value that its author may not have seen', () => {
    const decision = decide(held(absent, 'a'), choice(exempt, late), judge({ a: {} }))
    if (decision.kind !== 'decided') throw new Error('must be decided')
    expect(decision.cell.candidates).toEqual([
      { value: absent, entries: ['a'] },
      { value: exempt, entries: ['s'] },
    ])
    expect(states(decision.changes)).toEqual({ a: 'conflict', s: 'conflict' })
  })

  it.each<[string, CellState, CellValue, string[], CellState]>([
    ['fills a cell in which nobody has ever written', blankCell, late, [], held(exempt, 's')],
    ['gives way to who saw the present value', held(absent, 'a'), absent, [], held(exempt, 's')],
    ['gives way to who also followed the holder', held(absent, 'a'), late, ['a'], held(exempt, 's')],
  ])('%s', (_, before, saw, also, after) => {
    expect(decide(before, choice(exempt, saw, ...also), judge({ a: {} }))).toMatchObject({ cell: after })
  })

  it('is no leave to fill a blank that somebody made by withdrawing', () => {
    const withdrawn: CellState = { value: null, holders: ['w'], candidates: [] }
    expect(decide(withdrawn, choice(exempt, late), judge({ w: {} }))).toMatchObject({
      cell: { candidates: [{ value: null }, { value: exempt }] },
    })
  })

  it('settles no conflict in its stead', () => {
    const decision = decide(clash, choice(exempt, late), judge({ a: {}, b: {} }))
    expect(decision).toMatchObject({ cell: { candidates: [{}, {}, { entries: ['s'] }] } })
  })

  it('comes back under the same id and finds itself answered', () => {
    const again = makeEntry({ id: aisWordId(attendanceOfP1, 1, late), author: 'ais', value: late })
    const after = held(exempt, 's')
    const known = { s: { follows: ['a', word] } }
    expect(decide(after, again, judge(known))).toEqual({
      kind: 'decided',
      cell: after,
      changes: [{ entry: word, state: 'superseded' }],
    })
    // Another word than the one that was seen is a candidate as ever.
    const other = makeEntry({ id: aisWordId(attendanceOfP1, 2, late), author: 'ais', value: late })
    expect(decide(after, other, judge(known))).toMatchObject({ cell: { candidates: [{}, {}] } })
  })

  it('has an id that tells cell, order and value apart, and that the wire takes', () => {
    const other = { ...attendanceOfP1, pupil: 'p2' } as typeof attendanceOfP1
    const ids = [
      word,
      aisWordId(other, 1, late),
      aisWordId(attendanceOfP1, 2, late),
      aisWordId(attendanceOfP1, 1, absent),
      aisWordId(attendanceOfP1, 1, null),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids)
      expect(entrySchema.safeParse({ ...makeEntry({ id }), follows: [id] }).success).toBe(true)
  })
})
