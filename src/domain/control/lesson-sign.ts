// One sign for a lesson of a teacher's strip: how far its entries have come, or why there are none.
import type { EntryState } from '../entry-state.ts'
import type { Lesson } from '../lesson.ts'
import type { Instant } from '../time.ts'

/** `apart`: АИС could be reached, so nothing is expected here; `missing`: over, met by an outage, and no entry came. */
export const lessonSigns = [
  'conflict',
  'waiting',
  'accepted',
  'carrying',
  'transferred',
  'verified',
  'notCarried',
  'missing',
  'going',
  'ahead',
  'apart',
] as const
export type LessonSign = (typeof lessonSigns)[number]

/** In this order the least advanced state of a lesson's entries is found; a conflict outweighs them all. */
const shown = lessonSigns.slice(0, 7) as readonly EntryState[]

/** `states` are those of the lesson's entries; an entry that was replaced or refused says nothing of it. */
export const signOf = (
  lesson: Lesson,
  states: readonly EntryState[],
  met: boolean,
  now: Instant,
): LessonSign => {
  const state = shown.find((one) => states.includes(one))
  if (state) return state as LessonSign
  if (now < lesson.begins) return 'ahead'
  if (!met) return 'apart'
  return now < lesson.ends ? 'going' : 'missing'
}
