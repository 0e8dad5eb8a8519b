// How a screen gets at the device: the runtime, who works here, the school's time.
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { LogOwner } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import { type Instant, toInstant } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { useKept, useKeptOffset } from './kept-facts.ts'
import type { Runtime } from './runtime.ts'
import { useSyncState } from './sync-state.ts'

export const RuntimeContext = createContext<Runtime | null>(null)

export const useRuntime = (): Runtime => {
  const runtime = useContext(RuntimeContext)
  if (!runtime) throw new Error('no runtime around this screen')
  return runtime
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
