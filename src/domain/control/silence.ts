// Is a teacher's tablet silent? Timetable × received lessons × what the tablets last said.
import type { Lesson } from '../lesson.ts'
import { type Instant, toMs } from '../time.ts'

/** What one tablet of a person said when it last spoke. */
export interface LastWord {
  seenAt: Instant
  /** Entries it held unsent. */
  unsent: number
}

/** So long a tablet that holds unsent entries may be out of the network before somebody should look for it. */
const silentAfterMs = 60 * 60_000

/**
 * The last contact of the tablet that holds unsent entries and has not been heard for an hour; of several the one that
 * is silent longest. Null where there is none: what another tablet of the same person says proves nothing of it.
 */
export const quietSince = (words: readonly LastWord[], now: Instant): Instant | null =>
  words
    .filter(({ seenAt, unsent }) => unsent > 0 && toMs(now) - toMs(seenAt) >= silentAfterMs)
    .reduce<Instant | null>((first, { seenAt }) => (first === null || seenAt < first ? seenAt : first), null)

/**
 * Silent: a lesson was over after the last contact of any tablet and nothing of it came; or a tablet with unsent entries
 * is quiet. Who was heard after a lesson without entries is not silent: they have not recorded it.
 */
export const isSilent = (missing: readonly Lesson[], words: readonly LastWord[], now: Instant): boolean =>
  quietSince(words, now) !== null ||
  missing.some((lesson) => words.every(({ seenAt }) => seenAt < lesson.ends))
