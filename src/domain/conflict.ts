// The clean rule: how a new entry meets what a cell already holds. One pure function for intake and transfer.
//
//   blank/held ──clean──▶ held by the new entry, the former holders superseded
//        │──same value──▶ held by both
//        └──otherwise───▶ open conflict ──equal value──▶ joins its candidate
//                              │──own follow-up──▶ leaves its candidate for the new one
//                              │──another value──▶ one more candidate
//                              └──follows ALL, by one who may──▶ settled, the others superseded
import type { Entry, EntryId } from './entry.ts'
import { authorOf, logKey } from './entry.ts'
import type { Refusal } from './role.ts'
import { isUnexplained } from './settle/unexplained.ts'
import { type Judge, walkBack } from './settle/walk-back.ts'
import { type CellValue, sameValue } from './value.ts'

/** A value that stands for choice, with every entry that holds it. */
export interface Candidate {
  value: CellValue | null
  entries: readonly EntryId[]
}

/** What a cell holds now. While candidates stand, `value` and `holders` are those before the conflict. */
export interface CellState {
  value: CellValue | null
  holders: readonly EntryId[]
  candidates: readonly Candidate[]
}

export const blankCell: CellState = { value: null, holders: [], candidates: [] }

export interface StateChange {
  entry: EntryId
  state: 'accepted' | 'conflict' | 'superseded'
}

export type Decision =
  | { kind: 'decided'; cell: CellState; changes: readonly StateChange[] }
  | { kind: 'waiting'; on: EntryId }
  /** By one who may only pick a candidate, and it picks none; or a colleague's value is changed without a word why. */
  | { kind: 'refused'; refusal: Extract<Refusal, 'adminReadOnly' | 'reasonNeeded'> }

/** Recorded before the new entry (`< 0`) or after it (`> 0`) on the same tablet by the same person; else 0. */
const inLog = (id: EntryId, entry: Entry, judge: Judge): number => {
  const known = judge.known(id)
  return known?.log === logKey(entry.log) ? known.seq - entry.seq : 0
}

const held = (entry: Entry, cell: CellState): Decision => ({
  kind: 'decided',
  cell: { value: entry.value, holders: [entry.id], candidates: [] },
  changes: [
    { entry: entry.id, state: 'accepted' },
    ...cell.holders.map((id): StateChange => ({ entry: id, state: 'superseded' })),
  ],
})

/**
 * Does another settlement stand here that the entry has not seen? It answered what the entry answers too, and what has
 * lost by it: then the values meet again, before a person.
 */
const hasCrossed = (cell: CellState, entry: Entry, judge: Judge): boolean => {
  const lost = entry.follows.filter((id) => !cell.holders.includes(id))
  return cell.holders.some(
    (id) =>
      !entry.follows.includes(id) &&
      inLog(id, entry, judge) >= 0 &&
      lost.some((one) => judge.known(id)?.follows.includes(one)),
  )
}

const intoFreeCell = (cell: CellState, entry: Entry, ends: readonly string[], judge: Judge): Decision => {
  if (sameValue(entry.value, cell.value)) {
    return {
      kind: 'decided',
      cell: { ...cell, holders: [...cell.holders, entry.id] },
      changes: [{ entry: entry.id, state: 'accepted' }],
    }
  }
  const colleagues = cell.holders.some((id) => judge.known(id)?.author !== authorOf(entry))
  const contested = (entry.cell.kind === 'termMark' || judge.replacesNobody === true) && colleagues
  const seen =
    ends.some((end) => cell.holders.includes(end)) ||
    (cell.holders.length > 0 && cell.holders.every((id) => inLog(id, entry, judge) < 0)) ||
    (ends.includes('nothing') && cell.value === null) ||
    (ends.includes('forgotten') && cell.value === null && cell.holders.length === 0) ||
    sameValue(entry.saw, cell.value)
  const clean = seen && !hasCrossed(cell, entry, judge)
  if (clean && !contested) return held(entry, cell)
  const candidates: Candidate[] = [
    { value: cell.value, entries: cell.holders },
    { value: entry.value, entries: [entry.id] },
  ]
  return {
    kind: 'decided',
    cell: { ...cell, candidates },
    changes: [...cell.holders, entry.id].map((id): StateChange => ({ entry: id, state: 'conflict' })),
  }
}

const settled = (cell: CellState, entry: Entry): Decision => {
  const agreeing = cell.candidates
    .filter((one) => sameValue(one.value, entry.value))
    .flatMap((one) => one.entries)
  const others = cell.candidates.flatMap((one) => one.entries).filter((id) => !agreeing.includes(id))
  const holders = [...agreeing, entry.id]
  return {
    kind: 'decided',
    cell: { value: entry.value, holders, candidates: [] },
    changes: [
      ...holders.map((id): StateChange => ({ entry: id, state: 'accepted' })),
      ...others.map((id): StateChange => ({ entry: id, state: 'superseded' })),
    ],
  }
}

/** A blank candidate has no entries to follow, so it asks for none. */
const followsAll = (cell: CellState, ends: readonly string[]): boolean =>
  cell.candidates.every((one) => one.entries.length === 0 || one.entries.some((id) => ends.includes(id)))

const intoConflict = (cell: CellState, entry: Entry, ends: readonly string[], judge: Judge): Decision => {
  if (followsAll(cell, ends) && judge.maySettle) return settled(cell, entry)

  // Who follows the own entry of a candidate leaves that candidate; colleagues who say the same stay.
  const isOwn = (id: EntryId) => judge.known(id)?.author === authorOf(entry)
  const followed = cell.candidates.filter((one) => one.entries.some((id) => isOwn(id) && ends.includes(id)))
  const left = cell.candidates.flatMap((one) =>
    one.entries.filter((id) => inLog(id, entry, judge) < 0 || (isOwn(id) && followed.includes(one))),
  )
  const rest = cell.candidates
    .map((one) => ({ ...one, entries: one.entries.filter((id) => !left.includes(id)), was: one.entries }))
    .filter((one) => one.entries.length > 0 || one.was.length === 0)
    .map(({ value, entries }): Candidate => ({ value, entries }))
  const joins = rest.some((one) => sameValue(one.value, entry.value))
  const candidates = joins
    ? rest.map((one) =>
        sameValue(one.value, entry.value) ? { ...one, entries: [...one.entries, entry.id] } : one,
      )
    : [...rest, { value: entry.value, entries: [entry.id] }]
  const superseded = left.map((id): StateChange => ({ entry: id, state: 'superseded' }))

  const [only, ...more] = candidates
  if (only && more.length === 0) {
    const agreed = only.entries.map((id): StateChange => ({ entry: id, state: 'accepted' }))
    return {
      kind: 'decided',
      cell: { value: only.value, holders: only.entries, candidates: [] },
      changes: [...agreed, ...superseded],
    }
  }
  return {
    kind: 'decided',
    cell: { ...cell, candidates },
    changes: [{ entry: entry.id, state: 'conflict' }, ...superseded],
  }
}

/**
 * It comes to a hub that had forgotten it: whoever holds the cell had it before their eyes, or its own author has
 * recorded something else after it.
 */
const isAnswered = (cell: CellState, entry: Entry, judge: Judge): boolean => {
  const standing = [...cell.holders, ...cell.candidates.flatMap((one) => one.entries)]
  if (standing.some((id) => inLog(id, entry, judge) > 0)) return !sameValue(entry.value, cell.value)
  return (
    cell.candidates.length === 0 &&
    !sameValue(entry.value, cell.value) &&
    cell.holders.some((id) => judge.known(id)?.follows.includes(entry.id))
  )
}

/** Decides one entry against its cell. Never loses a value: what is replaced stays in its entry. */
export const decide = (cell: CellState, entry: Entry, judge: Judge): Decision => {
  const ends = walkBack(entry.follows, authorOf(entry), judge)
  // Before the comparison of values: an entry that came ahead of its predecessor must not be undone by it later.
  const waiting = ends.find((end): end is { at: 'waiting'; on: EntryId } => end.at === 'waiting')
  if (waiting) return { kind: 'waiting', on: waiting.on }
  const places = ends.map((end) => end.at)
  if (
    judge.onlyPicks &&
    !(followsAll(cell, places) && cell.candidates.some((one) => sameValue(one.value, entry.value)))
  )
    return { kind: 'refused', refusal: 'adminReadOnly' }
  if (isAnswered(cell, entry, judge))
    return { kind: 'decided', cell, changes: [{ entry: entry.id, state: 'superseded' }] }
  if (isUnexplained(cell, entry, places, judge)) return { kind: 'refused', refusal: 'reasonNeeded' }
  return cell.candidates.length === 0
    ? intoFreeCell(cell, entry, places, judge)
    : intoConflict(cell, entry, places, judge)
}
