// Reading down to a cell on the wire: a lesson with its cells, and everything that was ever recorded in one of them.
import * as z from 'zod/mini'
import { count, hubSays, instant } from './hub-says.ts'
import { notCarriedSchema } from './not-carried-schema.ts'
import { hubCellSchema, hubStateSchema, lessonPlaceSchema, verdictReasonSchema } from './protocol.ts'
import { cellSchema, cellValueSchema } from './value-schema.ts'

/** The cells of a lesson that somebody has written and the reader may see. */
export const lessonCellsSchema = z.object({
  ...hubSays,
  zone: z.string(),
  lesson: z.string(),
  place: lessonPlaceSchema,
  begins: instant,
  cells: z.array(z.object({ cell: hubCellSchema, pupil: z.nullable(z.string()) })),
  /** Names of those who hold or dispute them, by id. */
  authors: z.record(z.string(), z.string()),
  /** The acts by which entries of the lesson are not carried into АИС, by the entry. */
  notCarried: z.exactOptional(z.record(z.string(), notCarriedSchema)),
  /** The reader may say so of an entry that still waits. */
  mayGiveUp: z.exactOptional(z.boolean()),
})
export type LessonCells = z.infer<typeof lessonCellsSchema>

/** Final marks of one class that wait for a person to enter them into АИС: no door carries them. A line a column. */
export const waitingTermMarksSchema = z.object({
  ...hubSays,
  zone: z.string(),
  /** Every class of which some wait, in the order of the lists. */
  classes: z.array(z.object({ id: z.string(), name: z.string(), count })),
  /** Whose sheets these are: the asked one, or the first; null where none wait. */
  schoolClass: z.nullable(z.string()),
  sheets: z.array(
    z.object({
      subject: z.string(),
      column: z.string(),
      /** «2-я четверть»; null of the year, examination and final marks. */
      columnName: z.nullable(z.string()),
      cells: z.array(z.object({ cell: hubCellSchema, pupil: z.string(), author: z.string() })),
    }),
  ),
  /** The reader may say of them that they were entered by hand. */
  maySay: z.boolean(),
})
export type WaitingTermMarks = z.infer<typeof waitingTermMarksSchema>

export const cellHistorySchema = z.object({
  ...hubSays,
  zone: z.string(),
  cell: cellSchema,
  /** In the order in which the hub took them. */
  entries: z.array(
    z.object({
      id: z.string(),
      author: z.string(),
      name: z.string(),
      /** Null for what was found in АИС or typed from paper. */
      device: z.nullable(z.string()),
      source: z.enum(['device', 'paper', 'file', 'ais']),
      value: z.nullable(cellValueSchema),
      saw: z.nullable(cellValueSchema),
      /** Why a colleague's or an earlier value was changed, or a candidate picked. */
      note: z.nullable(z.string()),
      state: hubStateSchema,
      verdict: z.nullable(verdictReasonSchema),
      recordedAt: instant,
      receivedAt: instant,
      transferredAt: z.nullable(instant),
      verifiedAt: z.nullable(instant),
      notCarried: z.exactOptional(notCarriedSchema),
    }),
  ),
})
export type CellHistory = z.infer<typeof cellHistorySchema>
