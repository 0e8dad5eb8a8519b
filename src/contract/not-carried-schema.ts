// «В АИС не вносится» and «внесено вручную» on the wire: the act, and what is told of it wherever an entry is shown.
import * as z from 'zod/mini'
import { type NotCarried, notCarriedCauses } from '../domain/transfer/not-carried.ts'
import { count, hubSays, instant } from './hub-says.ts'

const id = z.string().check(z.minLength(1), z.maxLength(200))
const cause = z.enum(notCarriedCauses)
const note = z.string().check(z.maxLength(300))

export const notCarriedSchema = z.object({
  ...{ cause, note },
  by: z.string(),
  at: instant,
}) satisfies z.ZodMiniType<NotCarried>

/** `id` names the act: sent twice, it is one. Each cell with the holders that the person saw it with. */
export const giveUpActSchema = z.object({
  id,
  cells: z
    .array(
      z.object({
        key: z.string().check(z.minLength(1), z.maxLength(500)),
        holders: z.array(id).check(z.minLength(1), z.maxLength(100)),
      }),
    )
    .check(z.minLength(1), z.maxLength(400)),
  ...{ cause, note },
})
export type GiveUpAct = z.infer<typeof giveUpActSchema>

export const giveUpAnswerSchema = z.object({
  ...hubSays,
  /** So many entries are not carried by this act; none of them where the cells have `moved` since they were shown. */
  entries: count,
  moved: z.boolean(),
})
export type GiveUpAnswer = z.infer<typeof giveUpAnswerSchema>
