// A remark of the linter, as a value: what was recorded too late, not at all, or against the plan.
import type { LessonHour } from '../calendar/lesson-change.ts'
import type { Cell, LessonId, WorkRef } from '../cell.ts'
import type { Clause } from '../deadline/deadline.ts'
import type { Doubt, RecordedTime } from '../deadline/recorded-time.ts'
import type { PupilDocument } from '../pupils/absence.ts'
import type { ClosedCell } from '../pupils/open-cell.ts'
import type { PersonId } from '../school.ts'
import type { Instant } from '../time.ts'
import type { CellValue } from '../value.ts'
import type { KnownOutage } from './explained.ts'
import type { Duty } from './obligation.ts'

/** An entry as the linter needs it. */
export interface Recorded extends RecordedTime {
  cell: Cell
  value: CellValue | null
  author: PersonId
  /** What its author saw in the cell; null where it was blank, or where nobody here knows. */
  saw: CellValue | null
  /** Why a colleague's value was changed; null where nobody said. */
  reason: string | null
}

export interface Finding {
  clause: Clause
  what: Duty
  problem:
    | { kind: 'missing'; minutes: number }
    | { kind: 'late'; minutes: number }
    /** The deadline lies within what is not known of the tablet's clock; a hub of before did not say why. */
    | { kind: 'unproven'; why?: Doubt }
    /** Before the window of term marks. */
    | { kind: 'early' }
    /** The topic is not the one of the КТП; null when none of it was named. */
    | { kind: 'deviation'; planned: number; recorded: number | null }
    /** A colleague's value was changed and nobody said why. */
    | { kind: 'unexplained'; by: PersonId }
    /** Kept, though the lists say that the lesson has no such cell. */
    | { kind: 'closedCell'; why: ClosedCell }
    /** Recorded before the lesson begins: it was moved on, and this is of its former hour or was written too early. */
    | { kind: 'movedLater'; from: LessonHour; to: LessonHour }
  lesson: LessonId | null
  work: WorkRef | null
  /** Who is to be asked. */
  person: PersonId
  /** How many cells it is about. */
  cells: number
  /** «Перерыв в доступе № …», or null. */
  outage: number | null
}

export interface LintFacts {
  recorded: readonly Recorded[]
  /** Named in reasons of other days: a document may cover a later absence (п. 2.9). */
  documents?: readonly PupilDocument[]
  outages: readonly KnownOutage[]
  now: Instant
}
