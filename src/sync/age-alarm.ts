// When the age of what is unsent asks for a person's eyes, whatever the connection says of itself.
import type { SyncStatus } from './status.ts'

export type AgeAlarm = 'none' | 'old' | 'stuck'

const oldMs = 15 * 60_000
const stuckMs = 2 * 60_000

/**
 * `stuck`: the hub answers and nothing is in the way, yet an entry has waited two minutes: the sending itself hangs.
 * `old`: it has waited a quarter of an hour for a reason that the lamps show. `ageMs` is the oldest unsent entry's.
 */
export const ageAlarm = (status: SyncStatus, unsent: number, ageMs: number): AgeAlarm => {
  if (unsent === 0) return 'none'
  const free = status.hub === 'answers' && !status.signInNeeded
  if (free && ageMs >= stuckMs) return 'stuck'
  return ageMs >= oldMs ? 'old' : 'none'
}
