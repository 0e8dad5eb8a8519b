// Zod's shapes with its own compiled objects in the place of the plain ones, which a page without `eval` must do with.
import { $ZodObjectJIT } from 'zod/v4/core'
import * as plain from 'zod/v4/mini'

export * from 'zod/v4/mini'

const compiled = <T extends plain.ZodMiniObject>(schema: T): T => {
  const { parse } = new $ZodObjectJIT(schema._zod.def)._zod
  Object.assign(schema._zod, { parse, run: parse })
  return schema
}

export const object: typeof plain.object = (...asked) => compiled(plain.object(...asked))
export const looseObject: typeof plain.looseObject = (...asked) => compiled(plain.looseObject(...asked))
export const strictObject: typeof plain.strictObject = (...asked) => compiled(plain.strictObject(...asked))
