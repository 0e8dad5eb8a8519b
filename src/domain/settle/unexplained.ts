// A class teacher who changes a colleague's value says why (п. 4.4). Asked of what the author had seen, and of nothing else.
import type { Entry, EntryId } from '../entry.ts'
import type { PersonId } from '../school.ts'
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

/** What one person's entry says in the cell. */
interface Said {
  author: PersonId
  value: CellValue | null
}

/** The values that give way to another one, each with its authors. A blank gives way without a word. */
const givingWay = (stood: readonly Said[], value: CellValue | null): PersonId[][] => {
  const ways: { value: CellValue; authors: PersonId[] }[] = []
  for (const one of stood) {
    if (one.value === null || sameValue(one.value, value)) continue
    const known = ways.find((way) => sameValue(way.value, one.value))
    if (known) known.authors.push(one.author)
    else ways.push({ value: one.value, authors: [one.author] })
  }
  return ways.map((way) => way.authors)
}

/**
 * Must whoever puts the value say why over what stands, by `asks` of the authors of one value (п. 4.4)? Each value is
 * judged by its own authors: keeping the own one against a colleague's changes the colleague's.
 */
export const owesReason = (
  stood: readonly Said[],
  value: CellValue | null,
  asks: (authors: readonly PersonId[]) => boolean,
): boolean => givingWay(stood, value).some(asks)

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
  return owesReason(seen, entry.value, judge.asksReason)
}
