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
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null || a < b ? a : b

const emptyRow = (key: string): BacklogRow => ({
  key,
  waiting: 0,
  conflicts: 0,
  refused: 0,
  carried: 0,
  verified: 0,
  due: null,
  strict: null,
  oldest: null,
})

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
  }
}

/** Rows by author or by class; least time first, then most waiting. Rows with nothing waiting come last. */
export const backlogBy = (groups: readonly BacklogGroup[], by: 'author' | 'schoolClass'): BacklogRow[] => {
  const rows = new Map<string, BacklogRow>()
  for (const group of groups) {
    const key = group[by]
    rows.set(key, added(rows.get(key) ?? emptyRow(key), group))
  }
  const urgency = (row: BacklogRow) => (row.waiting === 0 ? '~~' : (row.due ?? '~'))
  return [...rows.values()].sort((a, b) => {
    const first = urgency(a)
    const second = urgency(b)
    if (first !== second) return first < second ? -1 : 1
    return b.waiting - a.waiting || (a.key < b.key ? -1 : 1)
  })
}
