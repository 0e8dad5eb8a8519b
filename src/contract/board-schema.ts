// The deputy's board on the wire: what is not yet transferred, whose tablet is silent, which lesson has no entry.
import * as z from 'zod/mini'
import { lessonSigns } from '../domain/control/lesson-sign.ts'
import { settleClauses } from '../domain/settle/proposal.ts'
import { termWeekAlertSchema } from './finding-schema.ts'
import { count, hubSays, instant } from './hub-says.ts'
import { openIncidentSchema } from './loss-schema.ts'
import { notCarriedSchema } from './not-carried-schema.ts'
import { outageViewSchema } from './outage-schema.ts'
import { probeSchema } from './probe-schema.ts'
import {
  hubCellSchema,
  hubStateSchema,
  incidentSchema,
  lessonPlaceSchema,
  logGapSchema,
  verdictReasonSchema,
} from './protocol.ts'
import { workYearsSchema } from './school-schema.ts'

const backlogFields = {
  key: z.string(),
  name: z.string(),
  waiting: count,
  conflicts: count,
  refused: count,
  carried: count,
  verified: count,
  due: z.nullable(instant),
  strict: z.nullable(instant),
  oldest: z.nullable(instant),
  /** What waits, by the term it must be transferred in; `due` is null while access is not back. */
  terms: z.array(z.object({ due: z.nullable(instant), strict: z.nullable(instant), waiting: count })),
}
const backlogRow = z.object(backlogFields)
export type BoardRow = z.infer<typeof backlogRow>

const stripLesson = z.object({
  id: z.string(),
  date: z.iso.date(),
  period: count,
  sign: z.enum(lessonSigns),
})

const teacherRow = z.object({
  ...backlogFields,
  subjects: z.array(z.string()),
  /** What the person's tablets said that they hold unsent, when they last spoke. */
  onTablet: count,
  oldestUnsentAt: z.nullable(instant),
  /** The last contact of any tablet of the person; null when none ever spoke. */
  seenAt: z.nullable(instant),
  silent: z.boolean(),
  /** The last contact of the tablet that holds unsent entries and has been silent longest; null where there is none. */
  quietSince: z.exactOptional(z.nullable(instant)),
  /** Lessons that an outage has met and that are over, and those of them without a single entry. */
  expected: count,
  missing: count,
  /** Those of the days of the strips, and before them those without an entry. */
  lessons: z.array(stripLesson),
})
export type TeacherRow = z.infer<typeof teacherRow>

const boardConflict = z.object({
  cell: hubCellSchema,
  lesson: z.nullable(lessonPlaceSchema),
  pupil: z.nullable(z.string()),
  openedAt: instant,
  /** Which candidate the clause proposes, by its place in `cell.candidates`. */
  proposal: z.nullable(z.object({ candidate: count, clause: z.enum(settleClauses) })),
  /** How whoever reads the board may settle it. */
  may: z.enum(['any', 'pick', 'none']),
  /** Names of the candidates' authors, by their ids. */
  authors: z.record(z.string(), z.string()),
})
export type BoardConflict = z.infer<typeof boardConflict>

const waitingPlace = z.object({ count, oldest: z.nullable(instant) })

export const boardAnswerSchema = z.object({
  ...hubSays,
  workWeek: z.union([z.literal(5), z.literal(6)]),
  zone: z.string(),
  /** «confirmed» when the Government's transfers of the year are known for sure. */
  calendar: z.enum(['confirmed', 'unconfirmed']),
  /** The years of the working calendar that the school has brought itself: what is left of a term is counted by them. */
  workYears: z.exactOptional(workYearsSchema),
  ais: z.nullable(probeSchema),
  /** The data were put back from a copy of late; `noticed` by what a tablet remembers. A hub of before says nothing. */
  restored: z.exactOptional(z.object({ at: instant, noticed: z.boolean() })),
  /** Which terms' last weeks an outage goes on in (п. 2.6): told above everything. */
  alerts: z.exactOptional(z.array(termWeekAlertSchema)),
  /** Those that are open, whose term goes on, or of which something waits; then the last ones. */
  outages: z.array(outageViewSchema),
  /** Of the outages that are not over and done with: `recorded` is every entry of them. */
  /** `termMarks`: those of the waiting that no door carries; a person enters them in АИС. */
  totals: z.object({
    ...{ recorded: count, waiting: count, conflicts: count, verified: count },
    termMarks: z.exactOptional(count),
  }),
  /** What waits where: on tablets as they last said, on the hub, in АИС and not read back. */
  places: z.object({ tablets: waitingPlace, hub: waitingPlace, ais: waitingPlace }),
  /** The days of the strips, oldest first: the last ones of the outages, and today. */
  days: z.array(z.object({ date: z.iso.date(), periods: count })),
  /** Silent first, then least time, then most waiting. */
  teachers: z.array(teacherRow),
  classes: z.array(backlogRow),
  devices: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      device: z.string(),
      unsent: count,
      oldestUnsentAt: z.nullable(instant),
      seenAt: instant,
      incident: incidentSchema,
      /** Numbers that the tablet has lost and said so; a hub of before says nothing. */
      gaps: z.optional(z.array(logGapSchema)),
      /** When of late its log met another history under the same numbers: a copied tablet, or one put back from a copy. */
      forked: z.exactOptional(instant),
    }),
  ),
  /** Every loss that a tablet has told of and nobody has dealt with; a hub of before says nothing. */
  incidents: z.exactOptional(z.array(openIncidentSchema)),
  /** Lessons that have begun in an outage, or have entries, and whose attendance is not complete (п. 2.5). */
  unmarked: z.array(
    z.object({ id: z.string(), place: lessonPlaceSchema, goesOn: z.boolean(), filled: count, pupils: count }),
  ),
  conflicts: z.array(boardConflict),
  stuck: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      state: hubStateSchema,
      reason: z.nullable(verdictReasonSchema),
      lesson: z.nullable(z.string()),
      place: z.nullable(lessonPlaceSchema),
      count,
      oldest: instant,
      /** What can be set aside so that it goes on: held entries, and those that never came. */
      blockers: z.exactOptional(z.array(z.string())),
    }),
  ),
  /** What АИС does not take; a hub of before says nothing. */
  leftOut: z.exactOptional(
    z.object({
      /** Lessons that it would not let a run change, while entries wait for them. */
      locked: z.array(
        z.object({
          lesson: z.string(),
          place: z.nullable(lessonPlaceSchema),
          since: instant,
          count,
        }),
      ),
      /** What of late was given up or entered by hand, a line an act and lesson, newest first. */
      given: z.array(
        z.object({
          ...notCarriedSchema.shape,
          act: z.string(),
          lesson: z.nullable(z.string()),
          place: z.nullable(lessonPlaceSchema),
          /** Of final marks, which have no lesson: «7А». */
          schoolClass: z.exactOptional(z.string()),
          count,
        }),
      ),
    }),
  ),
  substitutions: z.array(z.object({ id: z.string(), place: lessonPlaceSchema, insteadOf: z.string() })),
  absent: z.array(
    z.object({ schoolClass: z.string(), name: z.string(), pupils: count, absent: z.array(z.string()) }),
  ),
})
export type BoardAnswer = z.infer<typeof boardAnswerSchema>

/** The backlog of the outages that are not over and done with, as a step line. */
export const backlogHistorySchema = z.object({
  ...hubSays,
  zone: z.string(),
  outages: z.array(outageViewSchema),
  steps: z.array(z.object({ at: instant, recorded: count, carried: count, verified: count, waiting: count })),
})
export type BacklogHistory = z.infer<typeof backlogHistorySchema>
