// An entry's recording by the hub's clock.
import type { Entry } from '../../domain/entry.ts'
import { toInstant, toMs } from '../../domain/time.ts'

/** When an entry was recorded, by the hub's clock as well as the tablet knew it, and never later than now. */
export const recordedAtHub = (entry: Entry | null, now: string): string => {
  if (entry === null) return now
  const corrected = toInstant(toMs(entry.recordedAt) + (entry.clock?.offsetMs ?? 0))
  return corrected < now ? corrected : now
}
