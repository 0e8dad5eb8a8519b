// A period on the wire: how duties were met by clause, by whom and in which classes, and the outages of those days.
import * as z from 'zod/mini'
import { verdicts } from '../domain/control/tally.ts'
import { clauses } from '../domain/deadline/deadline.ts'
import { findingSchema } from './finding-schema.ts'
import { count, hubSays } from './hub-says.ts'
import { outageViewSchema } from './outage-schema.ts'
import { lessonPlaceSchema } from './protocol.ts'

/** Duties of lessons and final marks, a duty once; of п. 3.2 entries. */
const tally = {
  ...{ inTime: count, late: count, unproven: count, missing: count, open: count, other: count },
  /** Of the late and the missing: those that an outage explains. */
  explained: count,
  /** Minutes by which the latest of the late ones was late. */
  worst: count,
}

/** Whom it concerns, by ids: a lesson of a group has several classes. */
const whose = { clause: z.enum(clauses), person: z.string(), classes: z.array(z.string()) }

const tallyRow = z.object({ ...whose, ...tally })
export type PeriodRow = z.infer<typeof tallyRow>

/** One duty that was not met in time, or one transfer: a person, lesson and outage. */
const line = z.object({
  ...whose,
  verdict: z.enum(verdicts),
  lesson: z.nullable(z.string()),
  place: z.nullable(lessonPlaceSchema),
  outage: z.nullable(count),
  findings: z.array(findingSchema),
  /** Of п. 3.2: how many entries, and by how many minutes the last of them is late. */
  transfer: z.exactOptional(z.object({ entries: count, minutes: count })),
})
export type PeriodLine = z.infer<typeof line>

/** How an outage's entries came to АИС: `term` is what became of its term of п. 3.2. */
const periodOutage = z.object({
  outage: outageViewSchema,
  entries: count,
  inTime: count,
  late: count,
  waiting: count,
  term: z.enum(['met', 'missed', 'goesOn', 'notBegun', 'noEntries']),
})
export type PeriodOutage = z.infer<typeof periodOutage>

export const periodAnswerSchema = z.object({
  ...hubSays,
  zone: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** Lessons by the timetable that have begun, and those of them that are kept here and not in АИС. */
  lessons: z.object({ held: count, kept: count }),
  rows: z.array(tallyRow),
  lines: z.array(line),
  /** How many lines the answer has no room for. */
  linesLeft: count,
  outages: z.array(periodOutage),
  /** Names by the ids of the rows. */
  people: z.record(z.string(), z.string()),
  classes: z.record(z.string(), z.string()),
})
export type PeriodAnswer = z.infer<typeof periodAnswerSchema>
