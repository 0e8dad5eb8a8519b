// Tablets that will not speak again, on the wire: the deputy's act, and what is recorded from paper in the author's name;
// and what the memories of those that do speak have lost.
import * as z from 'zod/mini'
import { type Loss, lossCauses } from '../domain/register/loss.ts'
import { count, hubSays, instant } from './hub-says.ts'
import { hubCellSchema, hubVerdictSchema } from './protocol.ts'
import { cellSchema, cellValueSchema } from './value-schema.ts'

const id = z.string().check(z.minLength(1), z.maxLength(120))

const lossSchema = z.object({
  id,
  device: id,
  person: id,
  unsent: count,
  oldestUnsentAt: z.nullable(instant),
  seenAt: instant,
  cause: z.enum(lossCauses),
  declaredAt: instant,
  declaredBy: id,
}) satisfies z.ZodMiniType<Loss>

/** `id` names the act: sent twice, it is one. */
export const declareLossSchema = z.object({ id, device: id, person: id, cause: z.enum(lossCauses) })
export type DeclareLoss = z.infer<typeof declareLossSchema>

export const lossesAnswerSchema = z.object({
  ...hubSays,
  zone: z.string(),
  /** Every tablet that ever spoke, the longest silent first, and nobody has declared lost since it spoke. */
  devices: z.array(
    z.object({
      device: id,
      person: id,
      name: z.string(),
      unsent: count,
      oldestUnsentAt: z.nullable(instant),
      seenAt: instant,
    }),
  ),
  losses: z.array(
    z.object({
      loss: lossSchema,
      name: z.string(),
      declaredByName: z.string(),
      from: z.iso.date(),
      to: z.iso.date(),
      /** Entries recorded from paper so far. */
      fromPaper: count,
      /** When the tablet has spoken after all. */
      returnedAt: z.nullable(instant),
    }),
  ),
})
export type LossesAnswer = z.infer<typeof lossesAnswerSchema>

/** The author's lessons of one day, with what the hub has of them. */
export const paperSheetSchema = z.object({
  ...hubSays,
  lessons: z.array(
    z.object({
      id,
      period: count,
      target: z.string(),
      subject: z.string(),
      pupils: z.array(z.object({ id, name: z.string() })),
      cells: z.array(hubCellSchema),
    }),
  ),
})
export type PaperSheet = z.infer<typeof paperSheetSchema>

/** `saw` and `follows` are what the form showed, as with any entry. */
export const paperRequestSchema = z.object({
  entries: z
    .array(
      z.object({
        id,
        cell: cellSchema,
        value: z.nullable(cellValueSchema),
        saw: z.nullable(cellValueSchema),
        follows: z.array(id).check(z.maxLength(20)),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
})
export type PaperRequest = z.infer<typeof paperRequestSchema>

export const paperAnswerSchema = z.object({ ...hubSays, entries: z.array(hubVerdictSchema) })
export type PaperAnswer = z.infer<typeof paperAnswerSchema>

/** A loss is known by its tablet, its person and the moment that the tablet gave it. */
const which = {
  device: z.string().check(z.minLength(1), z.maxLength(200)),
  person: z.string().check(z.minLength(1), z.maxLength(200)),
  at: instant,
}

/** Told once and not dealt with since; a later one of the same tablet stands beside it. */
export const openIncidentSchema = z.object({
  ...which,
  name: z.string(),
  restored: count,
  lost: count,
  altered: count,
  /** When the hub first heard of it. */
  heardAt: instant,
})
export type OpenIncident = z.infer<typeof openIncidentSchema>

/** Sent twice, it is one act. */
export const dealtIncidentSchema = z.object(which)
export type DealtIncident = z.infer<typeof dealtIncidentSchema>

export const dealtIncidentAnswerSchema = z.object({
  ...hubSays,
  /** No tablet has told of such a loss: nothing was changed. */
  moved: z.boolean(),
})
export type DealtIncidentAnswer = z.infer<typeof dealtIncidentAnswerSchema>
