// Acts that end an entry's way before АИС: a deputy gives it up, or a person has entered the mark there by hand. Final.
import { type EntryState, entryStates } from '../entry-state.ts'
import type { Instant } from '../time.ts'

/** «В АИС не вносится»: what АИС keeps locked or has no place for, by a deputy's word (п. 4.2). */
export const givenUpCauses = ['locked', 'noPlace'] as const
export type GivenUpCause = (typeof givenUpCauses)[number]

/** `byHand`: no door carries final marks; whoever answers for one says that it stands in АИС (п. 3.2). */
export const notCarriedCauses = [...givenUpCauses, 'byHand'] as const
export type NotCarriedCause = (typeof notCarriedCauses)[number]

/** What is told of the act wherever the entry is shown. */
export interface NotCarried {
  cause: NotCarriedCause
  /** In the words of whoever said it; '' where the cause says all. */
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

/** What a person is shown of an entry: «внесено вручную» is no state of the way, yet has a word and a sign of its own. */
export const shownStates = [...entryStates, 'byHand'] as const
export type ShownState = (typeof shownStates)[number]

interface Standing<State> {
  state: State
  notCarried?: NotCarried | undefined
}

export const shownState = <State extends EntryState | null>({
  state,
  notCarried,
}: Standing<State>): State | 'byHand' =>
  state === 'notCarried' && notCarried?.cause === 'byHand' ? 'byHand' : state
