// Reading down to a cell on the wire: a lesson with its cells, and everything that was ever recorded in one of them.
import * as z from 'zod/mini'
import { hubSays, instant } from './hub-says.ts'
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
