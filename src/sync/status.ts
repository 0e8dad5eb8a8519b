// What the engine knows about the way to the hub and beyond it, as one value for the lamps and the badge.
import type { HubFailure } from '../contract/hub-client.ts'
import type { ClockReading, EntryId } from '../domain/entry.ts'
import type { Probe } from '../domain/outage.ts'
import type { Instant } from '../domain/time.ts'

/**
 * `portal`: something answers in the hub's place. `updateNeeded`: the hub speaks another protocol. `full`: its disk is.
 */
export type HubReach = 'unknown' | 'answers' | 'silent' | 'portal' | 'busy' | 'full' | 'updateNeeded'

export interface SyncStatus {
  hub: HubReach
  /** When anybody last answered a request of ours, the hub or what stands in its place; by the hub's clock if known. */
  networkAt: Instant | null
  /** The hub's last whole answer, by its own clock. */
  hubAt: Instant | null
  /** What the hub last told of АИС СРО, and when that was. */
  ais: Probe | null
  /**
   * When this tablet last learnt that the hub had been restored from a backup or replaced, by the hub's clock; null
   * while it never was. What the hub had lost is sent again by itself; passwords and choices of others may be older.
   */
  hubRestoredAt: Instant | null
  /** How the last exchange failed; null when it did not. */
  failure: HubFailure | null
  signInNeeded: boolean
  sending: boolean
  /** The entries of the batch that is under way or was last. In memory only: after a crash they are simply unsent. */
  batch: readonly EntryId[]
  clock: ClockReading | null
  /** Entries that the hub can't take as they are; the others go past them. */
  held: readonly EntryId[]
  nextTryAt: Instant | null
}

export const firstStatus: SyncStatus = {
  hub: 'unknown',
  networkAt: null,
  hubAt: null,
  ais: null,
  hubRestoredAt: null,
  failure: null,
  signInNeeded: false,
  sending: false,
  batch: [],
  clock: null,
  held: [],
  nextTryAt: null,
}

/** What an exchange that did not succeed says of the way to the hub. */
export const reachAfter = (outcome: HubFailure): HubReach => {
  switch (outcome.kind) {
    case 'unreachable':
      return 'silent'
    case 'notHub':
      return 'portal'
    case 'busy':
      return outcome.status === 507 ? 'full' : 'busy'
    case 'tooLarge':
      return 'busy'
    case 'refused':
      return outcome.problem.error === 'otherProtocol' ? 'updateNeeded' : 'answers'
    default:
      return 'answers'
  }
}
