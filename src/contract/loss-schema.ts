// Tablets that will not speak again, on the wire: the deputy's act, and what is recorded from paper in the author's name.
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
