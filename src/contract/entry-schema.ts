// The shape of an entry on the wire, and of the envelope that even an unreadable entry must have.
import * as z from 'zod/mini'
import { type Entry, oldestEntrySchema, entrySchema as supportedSchema } from '../domain/entry.ts'
import { sameJson } from '../domain/value.ts'
import { cellSchema, cellValueSchema, heldSchemas } from './value-schema.ts'

const id = z.string().check(z.minLength(1), z.maxLength(120))

export const logSchema = z.object({ device: id, person: id, epoch: z.int().check(z.minimum(0)) })

/** Enough to keep an entry safe and give a receipt for it, whatever else it says. */
export const envelopeSchema = z.looseObject({
  schema: z.int().check(z.minimum(1)),
  id,
  log: z.looseObject({ ...logSchema.shape }),
  seq: z.int().check(z.minimum(1)),
})
export type Envelope = z.infer<typeof envelopeSchema>

/** No clock is a century off, and what is added to a time must leave one. */
const clockMs = z.number().check(z.refine((ms) => Math.abs(ms) < 100 * 366 * 86_400_000))

export const entrySchema = z.object({
  schema: z.int().check(z.minimum(oldestEntrySchema), z.maximum(supportedSchema)),
  id,
  log: logSchema,
  seq: z.int().check(z.minimum(1)),
  prevHash: z.optional(z.string().check(z.maxLength(64))),
  role: z.enum(['subjectTeacher', 'classTeacher', 'deputyHead', 'head']),
  cell: cellSchema,
  value: z.nullable(cellValueSchema),
  saw: z.nullable(cellValueSchema),
  follows: z.array(id).check(z.maxLength(20)),
  reason: z.optional(z.string().check(z.maxLength(500))),
  recordedAt: z.iso.datetime({ precision: 3 }),
  clock: z.nullable(z.object({ offsetMs: clockMs, doubtMs: clockMs })),
  appBuild: z.string().check(z.maxLength(60)),
  refVersion: z.int(),
  source: z.enum(['device', 'paper', 'file', 'ais']),
})

/** All but the values, which are held to what their cell holds. */
const frameSchema = z.object({ ...entrySchema.shape, value: z.unknown(), saw: z.unknown() })

/** Reads what may be no entry at all. */
export const readEnvelope = (json: unknown): ReadEntry => {
  const envelope = envelopeSchema.safeParse(json)
  return envelope.success ? readEntry(envelope.data) : { ok: false, why: 'malformed' }
}

export type ReadEntry = { ok: true; entry: Entry } | { ok: false; why: 'malformed' | 'newerSchema' }

/** Reads one entry: its shape, and that value and seen value fit its cell and say nothing beside it. */
export const readEntry = (envelope: Envelope): ReadEntry => {
  if (envelope.schema > supportedSchema) return { ok: false, why: 'newerSchema' }
  const parsed = frameSchema.safeParse(envelope)
  if (!parsed.success) return { ok: false, why: 'malformed' }
  const chained = parsed.data.prevHash !== undefined
  if (chained !== parsed.data.schema >= 2) return { ok: false, why: 'malformed' }
  const held = heldSchemas[parsed.data.cell.kind]
  const value = held.safeParse(envelope.value)
  const saw = held.safeParse(envelope.saw)
  if (!value.success || !saw.success) return { ok: false, why: 'malformed' }
  const entry = { ...parsed.data, value: value.data, saw: saw.data } as Entry
  // A field this build does not know must not be dropped in silence: the entry is kept raw instead.
  return sameJson(entry, envelope) ? { ok: true, entry } : { ok: false, why: 'newerSchema' }
}
