// A tablet that will not speak again. A deputy declares its gap lost; what was on paper is recorded in the author's name.
import { type Cell, lessonOf } from '../cell.ts'
import type { EntryId, LogId } from '../entry.ts'
import { lessonById } from '../lesson.ts'
import type { PersonId, School } from '../school.ts'
import { dateAt, type Instant, plusDays, type SchoolDate } from '../time.ts'

export const lossCauses = ['broken', 'gone', 'erased'] as const
export type LossCause = (typeof lossCauses)[number]

export interface Loss {
  id: string
  device: string
  person: PersonId
  /** What the tablet last said of its queue: so many at least, the oldest of that moment. */
  unsent: number
  oldestUnsentAt: Instant | null
  seenAt: Instant
  cause: LossCause
  declaredAt: Instant
  declaredBy: PersonId
}

/** A week is the longest that a mark may follow its lesson by (п. 2.6). */
const daysBefore = 7

/** The first and the last day whose lessons the gap may hold. */
export const lossDays = (loss: Loss, zone: string): { from: SchoolDate; to: SchoolDate } => {
  const oldest =
    loss.oldestUnsentAt !== null && loss.oldestUnsentAt < loss.seenAt ? loss.oldestUnsentAt : loss.seenAt
  return { from: plusDays(dateAt(oldest, zone), -daysBefore), to: dateAt(loss.declaredAt, zone) }
}

/** Whether a cell may be recorded from paper under the loss: of a lesson of those days. */
export const isOfLoss = (school: School, loss: Loss, cell: Cell): boolean => {
  const id = lessonOf(cell)
  const lesson = id === null ? null : lessonById(school, id)
  const { from, to } = lossDays(loss, school.zone)
  return lesson !== null && from <= lesson.date && lesson.date <= to
}

const prefix = 'paper-'

/** The log that paper fills in the place of the lost one: the author's, on no tablet. */
export const paperLog = (loss: Pick<Loss, 'id' | 'person'>): LogId => ({
  device: `${prefix}${loss.id}`,
  person: loss.person,
  epoch: 1,
})
export const isPaperLog = (log: Pick<LogId, 'device'>): boolean => log.device.startsWith(prefix)

/** `asked` is the id that the form gave: the same form sent twice makes one entry. */
export const paperEntryId = (asked: string): EntryId => `${prefix}${asked}`

/** Made on the hub alone, like a word of АИС: a restored hub that lacks it can't wait for a tablet to bring it. */
export const isPaperEntry = (id: EntryId): boolean => id.startsWith(prefix)
