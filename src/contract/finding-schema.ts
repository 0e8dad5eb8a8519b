// The shape of the linter's findings on the wire. The domain owns the types; these only check them.
import * as z from 'zod/mini'
import { clauses } from '../domain/deadline/deadline.ts'
import { doubts } from '../domain/deadline/recorded-time.ts'
import type { TermWeekAlert } from '../domain/deadline/term-mark-window.ts'
import type { Finding } from '../domain/findings/finding.ts'
import { count, hubSays, instant } from './hub-says.ts'
import { lessonPlaceSchema } from './protocol.ts'

const lessonHour = z.object({ date: z.iso.date(), period: count })

const problem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing'), minutes: count }),
  z.object({ kind: z.literal('late'), minutes: count }),
  z.object({ kind: z.literal('unproven'), why: z.exactOptional(z.enum(doubts)) }),
  z.object({ kind: z.literal('early') }),
  z.object({ kind: z.literal('deviation'), planned: count, recorded: z.nullable(z.int()) }),
  z.object({ kind: z.literal('unexplained'), by: z.string() }),
  z.object({
    kind: z.literal('closedCell'),
    why: z.enum([
      'dayOff',
      'vacation',
      'frost',
      'quarantine',
      'cancelled',
      'merged',
      'notInClass',
      'notInGroup',
      'individualPlan',
      'homeSchooled',
      'notInTimetable',
    ]),
  }),
  z.object({ kind: z.literal('movedLater'), from: lessonHour, to: lessonHour }),
])

export const findingSchema = z.object({
  clause: z.enum(clauses),
  what: z.enum(['attendance', 'topic', 'homework', 'marks', 'absenceReason', 'termMarks']),
  problem,
  lesson: z.nullable(z.string()),
  work: z.nullable(
    z.object({
      workType: z.enum([
        'oralAnswer',
        'controlTest',
        'independentWork',
        'labWork',
        'practicalWork',
        'essay',
        'retelling',
        'dictation',
      ]),
      n: count,
    }),
  ),
  person: z.string(),
  cells: count,
  outage: z.nullable(count),
}) satisfies z.ZodMiniType<Finding>

export const termWeekAlertSchema = z.object({
  term: z.string(),
  name: z.string(),
  until: instant,
  outage: count,
  classes: z.array(z.string()),
  classNames: z.array(z.string()),
}) satisfies z.ZodMiniType<TermWeekAlert>

/** Entries of a lesson that came to АИС after their term (п. 3.2): `minutes` after it, the last of them. */
const lateTransfers = z.array(
  z.object({
    ...{ person: z.string(), name: z.string(), lesson: z.string(), place: lessonPlaceSchema },
    ...{ entries: count, minutes: count, outage: z.nullable(count) },
  }),
)
export type LateTransfers = z.infer<typeof lateTransfers>

/** What the linter says of one school day, and which terms' last weeks an outage has met (п. 2.6). */
export const findingsAnswerSchema = z.object({
  ...hubSays,
  date: z.iso.date(),
  alerts: z.array(termWeekAlertSchema),
  findings: z.array(
    z.object({
      finding: findingSchema,
      /** Who is to be asked. */
      name: z.string(),
      place: z.nullable(z.object({ period: count, target: z.string(), subject: z.string() })),
    }),
  ),
  /** Of the day's lessons, whenever they were moved over; a hub of before says nothing. */
  lateTransfers: z.exactOptional(lateTransfers),
})
export type FindingsAnswer = z.infer<typeof findingsAnswerSchema>
