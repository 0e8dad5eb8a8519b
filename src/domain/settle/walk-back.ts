// What an entry stood on: the walk back through its author's own refused entries, and what is known of each.
import type { EntryId } from '../entry.ts'
import type { EntryState } from '../entry-state.ts'
import { isPaperEntry } from '../register/loss.ts'
import type { PersonId } from '../school.ts'
import { isAisWord } from '../transfer/ais-word.ts'
import type { CellValue } from '../value.ts'

/** What the judge remembers of an earlier entry. */
export interface KnownEntry {
  author: PersonId
  state: EntryState
  follows: readonly EntryId[]
  value: CellValue | null
  /** Its place: within one log the order is the person's own. */
  log: string
  seq: number
}

export interface Judge {
  known(id: EntryId): KnownEntry | undefined
  /** Has a person said that nobody will bring it any more? */
  isForgotten?(id: EntryId): boolean
  /** May the author of the new entry settle a conflict of this cell? */
  maySettle: boolean
  /** The author settles with a candidate that stands there, and does nothing else (п. 4.2). */
  onlyPicks?: boolean
  /** Somebody else brings it (п. 4.2): it meets what others hold in a conflict, whatever its author had seen. */
  replacesNobody?: boolean
  /** Does the author say why, changing what these people recorded in the cell (п. 4.4)? Absent: never. */
  asksReason?(holders: readonly PersonId[]): boolean
}

/**
 * `forgotten`: a word of АИС or from paper that a restored hub does not know any more, or an entry that a person has said
 * is lost: no tablet will bring it.
 */
export type WalkEnd =
  | { at: 'waiting'; on: EntryId }
  | { at: 'nothing' }
  | { at: 'forgotten' }
  | { at: EntryId }

/**
 * Walks back through the author's own refused entries to what they stood on. `walked` holds those it has been through:
 * a tablet may send entries that follow each other in a ring.
 */
export const walkBack = (
  follows: readonly EntryId[],
  author: PersonId,
  judge: Judge,
  walked = new Set<EntryId>(),
): WalkEnd[] =>
  follows.length === 0
    ? [{ at: 'nothing' }]
    : follows.flatMap((id): WalkEnd[] => {
        if (walked.has(id)) return []
        const known = judge.known(id)
        if (!known && (isAisWord(id) || isPaperEntry(id) || judge.isForgotten?.(id)))
          return [{ at: 'forgotten' }]
        if (!known || known.state === 'held' || known.state === 'waiting') return [{ at: 'waiting', on: id }]
        if (known.state === 'refused' && known.author === author) {
          walked.add(id)
          return walkBack(known.follows, author, judge, walked)
        }
        return [{ at: id }]
      })
