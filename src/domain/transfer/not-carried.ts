// «В АИС не вносится»: a deputy's act over entries that АИС has no place for or keeps locked. It is final.
import type { EntryState } from '../entry-state.ts'
import type { Instant } from '../time.ts'

export const notCarriedCauses = ['locked', 'noPlace'] as const
export type NotCarriedCause = (typeof notCarriedCauses)[number]

/** What is told of the act wherever the entry is shown. */
export interface NotCarried {
  cause: NotCarriedCause
  /** In the deputy's words; '' where the cause says all. */
  note: string
  /** «Завьялова Т. В.» */
  by: string
  at: Instant
}

/**
 * Only what the hub holds and АИС has not taken can be given up. `carrying` is one whose end nobody has seen: АИС may
 * hold it, which the word denies nowhere.
 */
export const mayBeGivenUp = (state: EntryState): boolean => state === 'accepted' || state === 'carrying'
