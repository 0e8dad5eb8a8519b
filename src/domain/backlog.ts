// What is not yet transferred, by whom and how long is left (п. 3.2): a fold over entries.
import type { EntryState } from './entry-state.ts'
import { isBacklog } from './entry-state.ts'
import type { ClassId, PersonId } from './school.ts'
import type { Instant } from './time.ts'

/** One group of entries that share author, class, state and outage. */
export interface BacklogGroup {
  author: PersonId
  schoolClass: ClassId
  state: EntryState
  due: Instant | null
  strict: Instant | null
  count: number
  oldest: Instant
}

export interface BacklogRow {
  key: string
  waiting: number
  conflicts: number
  refused: number
  carried: number
  verified: number
  due: Instant | null
  strict: Instant | null
  oldest: Instant | null
  /** What waits, by its term, the nearest first; a term that hasn't begun (`due` null) comes last. */
  terms: readonly BacklogTerm[]
}

export interface BacklogTerm {
  due: Instant | null
  strict: Instant | null
  waiting: number
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null || a < b ? a : b

export const emptyRow = (key: string): BacklogRow => ({
  key,
  waiting: 0,
  conflicts: 0,
  refused: 0,
  carried: 0,
  verified: 0,
  due: null,
  strict: null,
  oldest: null,
  terms: [],
})

const withTerm = (terms: readonly BacklogTerm[], { due, strict, count }: BacklogGroup): BacklogTerm[] => {
  const known = terms.find((one) => one.due === due)
  const others = terms.filter((one) => one !== known)
  const term = { due, strict: known?.strict ?? strict, waiting: (known?.waiting ?? 0) + count }
  return [...others, term].sort((a, b) => ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1))
}

const added = (row: BacklogRow, group: BacklogGroup): BacklogRow => {
  const pending = isBacklog(group.state)
  return {
    ...row,
    waiting: row.waiting + (pending ? group.count : 0),
    conflicts: row.conflicts + (group.state === 'conflict' ? group.count : 0),
    refused: row.refused + (group.state === 'refused' ? group.count : 0),
    carried: row.carried + (group.state === 'transferred' ? group.count : 0),
    verified: row.verified + (group.state === 'verified' ? group.count : 0),
    due: pending ? earliest(row.due, group.due) : row.due,
    strict: pending ? earliest(row.strict, group.strict) : row.strict,
    oldest: pending ? earliest(row.oldest, group.oldest) : row.oldest,
    terms: pending ? withTerm(row.terms, group) : row.terms,
  }
}

/** Less is sooner: the due date of what waits, then a term that hasn't begun, then rows where nothing waits. */
const urgency = (row: BacklogRow): string => (row.waiting === 0 ? '~~' : (row.due ?? '~'))

/** Least time first, then most waiting; 0 for rows that differ in neither. */
export const byUrgency = (a: BacklogRow, b: BacklogRow): number => {
  const [first, second] = [urgency(a), urgency(b)]
  if (first !== second) return first < second ? -1 : 1
  return b.waiting - a.waiting
}

/** Rows by author or by class, in no order of their own. */
export const backlogBy = (groups: readonly BacklogGroup[], by: 'author' | 'schoolClass'): BacklogRow[] => {
  const rows = new Map<string, BacklogRow>()
  for (const group of groups) {
    const key = group[by]
    rows.set(key, added(rows.get(key) ?? emptyRow(key), group))
  }
  return [...rows.values()]
}
