// A deadline of the regulation: what a person is told, when it turns amber, and after what moment it is late.
import { type Instant, toMs } from '../time.ts'

export const clauses = ['2.5', '2.6', '2.7', '2.8', '2.9', '3.2', '4.4'] as const
export type Clause = (typeof clauses)[number]

export interface Deadline {
  clause: Clause
  /** The moment a person is told. */
  due: Instant
  /** From here on it is urgent: the stricter reading of the clause, or the last part of the term. */
  amberAt: Instant
  /** What is done after this moment is late by the default reading. */
  redAt: Instant
}

export type Tone = 'open' | 'amber' | 'red'

export const toneAt = (deadline: Deadline, now: Instant): Tone =>
  now > deadline.redAt ? 'red' : now >= deadline.amberAt ? 'amber' : 'open'

const minuteMs = 60_000
/** Whole minutes past the deadline, a begun one counted; 0 while it isn't past. */
export const minutesLate = (deadline: Deadline, at: Instant): number =>
  Math.max(0, Math.ceil((toMs(at) - toMs(deadline.redAt)) / minuteMs))
