// How a screen gets at the device: the runtime, who works here, live queries, the school's time.
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { LogOwner } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import { type Instant, toInstant } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { createCalm } from '../../store/reading/calm.ts'
import { watchTables } from '../../store/watch-tables.ts'
import { useKept, useKeptOffset } from './kept-facts.ts'
import type { Runtime } from './runtime.ts'
import { useSyncState } from './sync-state.ts'

export const RuntimeContext = createContext<Runtime | null>(null)

export const useRuntime = (): Runtime => {
  const runtime = useContext(RuntimeContext)
  if (!runtime) throw new Error('no runtime around this screen')
  return runtime
}

interface CalmOptions<T> {
  /** What is read the same is not drawn again. */
  same?(a: T, b: T): boolean
  /** False where nothing that this tab records can change it. */
  ownToo?: boolean
}

/**
 * Read when its `deps` change, and anew when a burst of changes of those tables is over: for what stands around the
 * cell that a person is writing. Undefined while it is read for the first time.
 */
export const useCalmQuery = <T>(
  query: () => Promise<T>,
  tables: readonly string[],
  deps: readonly unknown[],
  { same = Object.is, ownToo = true }: CalmOptions<T> = {},
): T | undefined => {
  const { db } = useRuntime()
  const [result, setResult] = useState<T>()
  const [failure, setFailure] = useState<unknown>(null)
  const newest = useRef(query)
  newest.current = query
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on
  useEffect(() => {
    let gone = false
    const read = (): void =>
      void newest.current().then(
        (found) => {
          if (!gone) setResult((before) => (before !== undefined && same(before, found) ? before : found))
        },
        (error: unknown) => {
          if (!gone) setFailure(error)
        },
      )
    const calm = createCalm(read)
    const stop = watchTables(db, tables, (own) => {
      if (ownToo || !own) calm.note()
    })
    read()
    return () => {
      gone = true
      stop()
      calm.cancel()
    }
  }, [db, ...deps])
  // What was read last stays; a screen that could never read says so.
  if (result === undefined && failure !== null) throw failure
  return result
}

/** Undefined while it is being read, null when nobody is signed in. */
export const useSignedIn = (): SignedIn | null | undefined => useKept('signedIn')

/** Undefined while it is being read, null before the first download. */
export const useSchool = (): School | null | undefined => useKept('school')

/** Whose logs the screens below the shell read and write. */
export const useLog = (person: string): LogOwner => ({ device: useRuntime().device, person })

const useOffsetMs = (): number => useKeptOffset(useSyncState((state) => state.status.clock?.offsetMs))

const renewMs = 20_000

/** The hub's time as the tablet knows it, renewed every `everyMs`. */
export const useNow = (everyMs = renewMs): Instant => {
  const offsetMs = useOffsetMs()
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return toInstant(nowMs + offsetMs)
}

const everySoOften = (look: () => void): (() => void) => {
  const timer = setInterval(look, renewMs)
  return () => clearInterval(timer)
}

/** The hub's time, asked when it is needed: for who shows no clock. */
export const useHubClock = (): (() => Instant) => {
  const offsetMs = useOffsetMs()
  return () => toInstant(Date.now() + offsetMs)
}

/** What that time says, such as whether a lesson has begun: drawn anew only when it says something else. */
export const useByNow = <T extends string | boolean>(say: (now: Instant) => T): T => {
  const now = useHubClock()
  return useSyncExternalStore(everySoOften, () => say(now()))
}
