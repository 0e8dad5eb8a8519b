// What every answer of the hub carries, and the shapes that all messages share.
import * as z from 'zod/mini'

export const instant = z.iso.datetime({ precision: 3 })
export const count = z.int().check(z.minimum(0))

export const hubSays = {
  serverTime: instant,
  /** Names one life of the hub's database: another name means it was restored or replaced. */
  incarnation: z.string(),
}
