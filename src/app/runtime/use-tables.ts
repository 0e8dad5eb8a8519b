// What stands around a lesson and no tap of it changes: the counts of the navigation, half-done texts, reminders.
import { useEffect, useRef, useState } from 'react'
import { followTables, type Watched } from '../../store/watch-tables.ts'
import { useRuntime } from './use-runtime.ts'

/**
 * Read when its `deps` change, and at once after each change of what is watched. Undefined while it is read for the
 * first time; what was read last stays where a later reading fails.
 */
export const useTables = <T>(
  query: () => Promise<T>,
  watched: readonly Watched[],
  deps: readonly unknown[],
): T | undefined => {
  const { db } = useRuntime()
  const [result, setResult] = useState<T>()
  const [failure, setFailure] = useState<unknown>(null)
  const newest = useRef(query)
  newest.current = query
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on
  useEffect(
    () =>
      followTables(db, watched, () => newest.current(), {
        found: (found) => setResult(() => found),
        failed: setFailure,
      }),
    [db, ...deps],
  )
  if (result === undefined && failure !== null) throw failure
  return result
}
