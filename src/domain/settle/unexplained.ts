// A class teacher who changes a colleague's value says why (п. 4.4). Asked of what the author had seen, and of nothing else.
import type { Entry, EntryId } from '../entry.ts'
import { type CellValue, sameValue } from '../value.ts'
import type { Judge, WalkEnd } from './walk-back.ts'

interface Met {
  value: CellValue | null
  holders: readonly EntryId[]
  candidates: readonly unknown[]
}

/**
 * What stood before the author's eyes: what the entry ends at, or, where it names nothing, what it says to have seen. A
 * colleague's value that came in meanwhile is none of it: that one is met in a conflict.
 */
const seenBy = (
  cell: Met,
  entry: Entry,
  ends: readonly WalkEnd['at'][],
  judge: Judge,
): readonly EntryId[] => {
  const named = ends.filter((end) => judge.known(end) !== undefined)
  if (named.length > 0) return named
  return sameValue(entry.saw, cell.value) ? cell.holders : []
}

/** Does the entry change what colleagues recorded without the reason that its author owes? Who agrees changes nothing. */
export const isUnexplained = (
  cell: Met,
  entry: Entry,
  ends: readonly WalkEnd['at'][],
  judge: Judge,
): boolean => {
  if (!judge.asksReason || entry.reason?.trim()) return false
  if (cell.candidates.length === 0 && sameValue(entry.value, cell.value)) return false
  const seen = seenBy(cell, entry, ends, judge).flatMap((id) => judge.known(id) ?? [])
  const changes = seen.some((one) => one.value !== null && !sameValue(one.value, entry.value))
  return changes && judge.asksReason(seen.map((one) => one.author))
}
