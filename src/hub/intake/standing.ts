// What an author may do in a cell that holds something already, by the lists of today and those of the tablet.
import { authorOf, type Entry } from '../../domain/entry.ts'
import { checkEntry } from '../../domain/entry-rule.ts'
import { asksReason, hasLeft, settling } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import type { Standing } from '../cells/cell-book.ts'
import type { Former } from './former-lists.ts'

/**
 * A colleague's value asks for a reason (п. 4.4) unless the lists that the entry names gave its author the lesson: whoever
 * was its substitute by them was asked for none. What comes of an author who has left a deputy brings, and a deputy edits
 * no lesson (п. 4.2): it replaces nobody's value, whenever it is decided.
 */
export const standingOf = (school: School, former: Former, entry: Entry, now: string): Standing => {
  const author = authorOf(entry)
  const asks = (lists: School, holders: readonly PersonId[]): boolean =>
    asksReason(lists, author, entry.cell, holders)
  const then = (holders: readonly PersonId[]): boolean => {
    const lists = former.listsOf(entry)
    if (!lists) return true
    const check = checkEntry(lists, entry, now)
    // Of a lesson that was moved on they say «not begun»: the right was there.
    return check.ok || check.refusal === 'lessonNotBegun' ? asks(lists, holders) : true
  }
  return {
    settles: settling(school, author, entry.cell),
    replacesNobody: hasLeft(school, author),
    asksReason: (holders) => asks(school, holders) && then(holders),
  }
}
