// When an entry was recorded, as far as that can be known: 2.5–2.8 are judged by the tablet's time, corrected.
import type { ClockReading } from '../entry.ts'
import { type Instant, toInstant, toMs } from '../time.ts'
import type { Deadline } from './deadline.ts'
import { minutesLate } from './deadline.ts'

export interface RecordedTime {
  /** By the tablet's clock. */
  recordedAt: Instant
  /** How that clock stood to the hub's; null when it had not been measured. */
  clock: ClockReading | null
  /** When the hub took it, by its own clock; null while it hasn't: an entry is no younger than that. */
  receivedAt: Instant | null
}

/** The corrected moment, for lists and order of reading; never later than the receipt. */
export const correctedAt = ({ recordedAt, clock, receivedAt }: RecordedTime): Instant => {
  const corrected = toInstant(toMs(recordedAt) + (clock?.offsetMs ?? 0))
  return receivedAt !== null && receivedAt < corrected ? receivedAt : corrected
}

/**
 * `unmeasured`: nobody had compared the tablet's clock with the hub's since it was last set, or at all; `doubt`: the
 * deadline lies within what the comparison leaves open.
 */
export const doubts = ['unmeasured', 'doubt'] as const
export type Doubt = (typeof doubts)[number]

export type Judged = { kind: 'inTime' } | { kind: 'late'; minutes: number } | { kind: 'unproven'; why: Doubt }

/**
 * Late only when it is late for sure. What falls due inside the clock's doubt, or was recorded by a clock that
 * nobody has measured, is «время не подтверждено».
 */
export const judgeTime = (time: RecordedTime, deadline: Deadline): Judged => {
  const red = toMs(deadline.redAt)
  const { clock, receivedAt } = time
  if (receivedAt !== null && toMs(receivedAt) <= red) return { kind: 'inTime' }
  if (clock === null) return { kind: 'unproven', why: 'unmeasured' }
  const recorded = toMs(time.recordedAt) + clock.offsetMs
  if (recorded + clock.doubtMs <= red) return { kind: 'inTime' }
  if (recorded - clock.doubtMs <= red) return { kind: 'unproven', why: 'doubt' }
  return { kind: 'late', minutes: minutesLate(deadline, correctedAt(time)) }
}
