// The hub's word about an entry, as the device keeps it.
import type { EntryId } from './entry.ts'
import type { HubState } from './entry-state.ts'
import type { Refusal } from './role.ts'
import type { NotCarried } from './transfer/not-carried.ts'

/** Why an entry is refused or held, as a code; the sentence is the app's. */
export type VerdictReason = Refusal | 'malformed' | 'newerSchema' | 'forked' | 'notBound' | 'setAside'

export interface Verdict {
  id: EntryId
  state: HubState
  reason: VerdictReason | null
  /** Why it is not carried, and who said so; of that state alone. */
  notCarried?: NotCarried
}

/** `hash` is that of the entry the hub committed: a receipt for anything else proves nothing. */
export interface Receipt extends Verdict {
  seq: number
  hash: string
}
