// Losses of a tablet's memory on the wire: what was told, and a deputy's word that it has been dealt with.
import * as z from 'zod/mini'
import { count, hubSays, instant } from './hub-says.ts'

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
