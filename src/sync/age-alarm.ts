// When the age of what is unsent asks for a person's eyes, whatever the connection says of itself.
import type { SyncStatus } from './status.ts'

export type AgeAlarm = 'none' | 'old' | 'stuck'

const stuckMs = 2 * 60_000

/**
 * `stuck`: the hub answers and nothing is in the way, yet an entry has waited two minutes: the sending itself hangs.
 * `old`: it has waited `oldMs`, a setting of the school, for a reason that the lamps show. `ageMs` is the oldest
 * unsent entry's.
 */
export const ageAlarm = (status: SyncStatus, unsent: number, ageMs: number, oldMs: number): AgeAlarm => {
  if (unsent === 0) return 'none'
  const free = status.hub === 'answers' && !status.signInNeeded
  if (free && ageMs >= stuckMs) return 'stuck'
  return ageMs >= oldMs ? 'old' : 'none'
}
