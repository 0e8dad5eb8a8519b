// Ends at the hub the session of whoever has left this tablet: at once, or when the hub can be reached again. Until then
// the browser still holds it, and with it what its person may read.
import { useEffect } from 'react'
import { readSignOutOwed, settleSignOut } from '../../store/device.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

const tryAgainMs = 15_000

/** One after another in all tabs: the end of a former session must not come over a new one. */
export const inSessionTurn = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('session', work)

export const useOwedSignOut = (): void => {
  const { db, hub } = useRuntime()
  useEffect(() => {
    const settle = async (): Promise<void> => {
      if (!(await readSignOutOwed(db))) return
      const { kind } = await hub.signOut()
      // A hub that knows of no such session is owed nothing.
      if (kind === 'ok' || kind === 'signInNeeded') await settleSignOut(db)
    }
    const look = (): void => void inSessionTurn(settle).catch(() => undefined)
    look()
    const timer = setInterval(look, tryAgainMs)
    return () => clearInterval(timer)
  }, [db, hub])
}
