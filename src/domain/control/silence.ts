// Is a teacher's tablet silent? Timetable × received lessons × what the tablets last said.
import type { Lesson } from '../lesson.ts'
import { type Instant, toMs } from '../time.ts'

/** What the tablets of a person said when they last spoke. */
export interface LastWord {
  /** The last contact of any of them; null when none ever spoke. */
  seenAt: Instant | null
  /** Entries they held unsent. */
  unsent: number
}

/** So long a tablet that holds unsent entries may be out of the network before somebody should look for it. */
const silentAfterMs = 60 * 60_000

/**
 * Silent: a lesson was over after the last contact and nothing of it came; or entries were unsent, and the tablet has
 * not been heard for an hour. Who was heard after a lesson without entries is not silent: they have not recorded it.
 */
export const isSilent = (missing: readonly Lesson[], word: LastWord, now: Instant): boolean => {
  const { seenAt, unsent } = word
  if (missing.some((lesson) => seenAt === null || seenAt < lesson.ends)) return true
  return unsent > 0 && seenAt !== null && toMs(now) - toMs(seenAt) >= silentAfterMs
}
