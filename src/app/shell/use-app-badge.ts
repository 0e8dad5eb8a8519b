// The number on the app's icon, where the system shows one: what waits for this person, unsent or asked of them.
import { useEffect } from 'react'
import { readReminders } from '../../store/reminders.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { useTables } from '../runtime/use-tables.ts'

/** The Badging API is missing in some browsers, and may refuse where the app is not installed: nothing depends on it. */
const show = (count: number): void => {
  if (!('setAppBadge' in navigator)) return
  const done = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()
  done.catch(() => undefined)
}

/** `unsent` entries and `conflicts` are counted with the reminders that stand open. */
export const useAppBadge = (unsent: number, conflicts: number): void => {
  const { db } = useRuntime()
  const told = [{ meta: 'reminders' }, { meta: 'dismissedReminders' }]
  const reminders = useTables(() => readReminders(db), told, [])?.length ?? 0
  const count = unsent + conflicts + reminders
  useEffect(() => show(count), [count])
}
