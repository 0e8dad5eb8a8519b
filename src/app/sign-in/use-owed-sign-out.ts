// Ends at the hub the session of whoever has left this tablet: at once, or when the hub can be reached again. Until then
// the browser still holds it, and with it what its person may read.
import { useEffect, useRef } from 'react'
import { readSignOutOwed, settleSignOut } from '../../store/device.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

const tryAgainMs = 15_000

/** `left`: nobody works here. Returns what resolves once no attempt is under way. */
export const useOwedSignOut = (left: boolean): (() => Promise<void>) => {
  const { db, hub } = useRuntime()
  const attempt = useRef(Promise.resolve())
  useEffect(() => {
    if (!left) return
    const settle = async (): Promise<void> => {
      if (!(await readSignOutOwed(db))) return
      const { kind } = await hub.signOut()
      // A hub that knows of no such session is owed nothing.
      if (kind === 'ok' || kind === 'signInNeeded') await settleSignOut(db)
    }
    const look = (): void => {
      attempt.current = attempt.current.then(settle).catch(() => undefined)
    }
    look()
    const timer = setInterval(look, tryAgainMs)
    return () => clearInterval(timer)
  }, [db, hub, left])
  return () => attempt.current
}
