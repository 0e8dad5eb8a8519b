// For what stands around the cells that a person is writing: drawn when a burst of keys is over, or at its first one too.
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { createCalm } from '../../store/reading/calm.ts'

/**
 * A snapshot of what `listen` tells of; both must stay the same functions while they mean the same. The second of the
 * pair draws what waits at once, for a hand that comes to it. `first`: what must answer the first key of a burst at once.
 */
export const useAfterBurst = <T>(
  listen: (listener: () => void) => () => void,
  snapshot: () => T,
  first = false,
): [T, () => void] => {
  const hurry = useRef<() => void>(() => {})
  const subscribe = useCallback(
    (draw: () => void) => {
      const calm = createCalm(draw, { first })
      const stop = listen(calm.note)
      hurry.current = calm.hurry
      return () => {
        stop()
        calm.cancel()
      }
    },
    [listen, first],
  )
  return [useSyncExternalStore(subscribe, snapshot), useCallback(() => hurry.current(), [])]
}
