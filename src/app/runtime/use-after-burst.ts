// For what stands around the cells that a person is writing: drawn at the first key of a burst and when it is over.
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { createCalm } from '../../store/watch-tables.ts'

/**
 * A snapshot of what `listen` tells of; both must stay the same functions while they mean the same. The second of the
 * pair draws what waits at once, for a hand that comes to it.
 */
export const useAfterBurst = <T>(
  listen: (listener: () => void) => () => void,
  snapshot: () => T,
): [T, () => void] => {
  const hurry = useRef<() => void>(() => {})
  const subscribe = useCallback(
    (draw: () => void) => {
      const calm = createCalm(draw, { first: true })
      const stop = listen(calm.note)
      hurry.current = calm.hurry
      return () => {
        stop()
        calm.cancel()
      }
    },
    [listen],
  )
  return [useSyncExternalStore(subscribe, snapshot), useCallback(() => hurry.current(), [])]
}
