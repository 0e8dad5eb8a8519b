// The shapes of cells and values on the wire. The domain owns the types; these only check them.
import * as z from 'zod/mini'
import type { Cell, CellKind } from '../domain/cell.ts'
import { type CellValue, longestText } from '../domain/value.ts'

const id = z.string().check(z.minLength(1), z.maxLength(120))
const text = z.string().check(z.maxLength(longestText))
const workType = z.enum([
  'oralAnswer',
  'controlTest',
  'independentWork',
  'labWork',
  'practicalWork',
  'essay',
  'retelling',
  'dictation',
])
const n = z.int().check(z.minimum(1), z.maximum(20))

export const cellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attendance'), lesson: id, pupil: id }),
  z.object({ kind: z.literal('absenceReason'), lesson: id, pupil: id }),
  z.object({ kind: z.literal('work'), lesson: id, workType, n }),
  z.object({ kind: z.literal('mark'), lesson: id, pupil: id, workType, n }),
  z.object({ kind: z.literal('topic'), lesson: id }),
  z.object({ kind: z.literal('homework'), lesson: id }),
  z.object({ kind: z.literal('individualHomework'), lesson: id, pupil: id }),
  z.object({ kind: z.literal('termMark'), term: id, subject: id, pupil: id }),
]) satisfies z.ZodMiniType<Cell>

/** Marks outside the scale pass here and are refused by the domain's rule, which can name them. */
const mark = z.string().check(z.maxLength(20))

const valueSchemas = {
  attendance: z.discriminatedUnion('code', [
    z.object({ code: z.literal('present') }),
    z.object({ code: z.literal('absent') }),
    z.object({ code: z.literal('late'), minutes: z.int().check(z.minimum(1), z.maximum(300)) }),
    z.object({ code: z.literal('exempt') }),
  ]),
  absenceReason: z.object({
    reason: z.enum(['illness', 'excused', 'unexcused']),
    documentReceived: z.optional(z.iso.date()),
    document: z.optional(
      z.object({
        kind: z.enum(['medical', 'guardian', 'order', 'other']),
        received: z.iso.date(),
        from: z.iso.date(),
        to: z.iso.date(),
      }),
    ),
  }),
  work: z.object({ title: text }),
  mark: z.object({ marks: z.array(mark).check(z.maxLength(2)), owed: z.boolean() }),
  topic: z.object({ planItem: z.nullable(z.int()), text }),
  homework: z.union([z.object({ none: z.literal(true) }), z.object({ text })]),
  individualHomework: z.object({ text }),
  termMark: z.object({ mark }),
} as const

/** A text of АИС of any length: what the hub has met there must never keep an answer from being read. */
const aisTextSchema = z.strictObject({ aisText: z.string() })

/** What a cell of each kind may hold, `null` for blank. */
export const heldSchemas = Object.fromEntries(
  Object.entries(valueSchemas).map(([kind, schema]) => [kind, z.nullable(z.union([schema, aisTextSchema]))]),
) as unknown as Record<CellKind, z.ZodMiniType<CellValue | null>>

/** Any value of any cell. Which value fits which cell is checked with the entry. */
export const cellValueSchema = z.union([
  valueSchemas.attendance,
  valueSchemas.absenceReason,
  valueSchemas.mark,
  valueSchemas.topic,
  valueSchemas.work,
  valueSchemas.homework,
  valueSchemas.termMark,
  aisTextSchema,
]) as z.ZodMiniType<CellValue>
