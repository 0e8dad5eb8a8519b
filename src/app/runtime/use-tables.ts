// What stands around a lesson and no tap of it changes: the counts of the navigation, half-done texts, former lessons.
import { useEffect, useRef, useState } from 'react'
import { type Following, followTables, type Watched } from '../../store/watch-tables.ts'
import { useRuntime } from './use-runtime.ts'

interface TablesOptions<T> extends Following {
  /** What is read the same is not drawn again. */
  same?(a: T, b: T): boolean
}

/**
 * Read when its `deps` change, and after each change of what is watched. Undefined while it is read for the first time;
 * what was read last stays where a later reading fails.
 */
export const useTables = <T>(
  query: () => Promise<T>,
  watched: readonly Watched[],
  deps: readonly unknown[],
  { same = Object.is, ...following }: TablesOptions<T> = {},
): T | undefined => {
  const { db } = useRuntime()
  const [result, setResult] = useState<T>()
  const [failure, setFailure] = useState<unknown>(null)
  const newest = useRef(query)
  newest.current = query
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on
  useEffect(() => {
    const found = (now: T): void =>
      setResult((before) => (before !== undefined && same(before, now) ? before : now))
    return followTables(db, watched, () => newest.current(), { found, failed: setFailure }, following)
  }, [db, ...deps])
  // A screen that could never read says so.
  if (result === undefined && failure !== null) throw failure
  return result
}
