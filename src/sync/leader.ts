// One tab of a browser sends. Two would do no harm, for the hub knows every entry by its id; they would only waste.
import type { Engine } from './engine.ts'

/** Runs `held` while this tab holds the lock; resolves when it has been given up. Web Locks fit this shape. */
export type Lock = (held: () => Promise<void>) => Promise<void>

export const leadWith = (engine: Engine, lock: Lock): { resign(): Promise<void> } => {
  let resign: () => void = () => {}
  const resigned = new Promise<void>((resolve) => {
    resign = resolve
  })
  const led = lock(async () => {
    engine.start()
    await resigned
    await engine.stop()
  })
  return {
    resign: async () => {
      resign()
      await led
    },
  }
}
