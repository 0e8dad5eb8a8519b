// What others wait for in vain, on the wire: the deputy's word that it is waited for no longer.
import * as z from 'zod/mini'
import { hubSays } from './hub-says.ts'

const id = z.string().check(z.minLength(1), z.maxLength(200))

/** `id` names the act: sent twice, it is one. `entries` are held, or have never come. */
export const setAsideSchema = z.object({
  id,
  entries: z.array(id).check(z.minLength(1), z.maxLength(1000)),
})
export type SetAside = z.infer<typeof setAsideSchema>

export const setAsideAnswerSchema = z.object({
  ...hubSays,
  /** One of them has come or been read meanwhile: nothing was changed. */
  moved: z.boolean(),
})
export type SetAsideAnswer = z.infer<typeof setAsideAnswerSchema>
