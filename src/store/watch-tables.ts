// Hears that tables of the journal have changed, in this tab or in another one.
import { Dexie, type ObservabilitySet } from 'dexie'
import type { JournalDatabase } from './database.ts'

/** Returns what stops the listening. What has changed is not told: whoever hears reads anew. */
export const watchTables = (
  db: JournalDatabase,
  tables: readonly string[],
  onChange: () => void,
): (() => void) => {
  const places = tables.map((table) => `idb://${db.name}/${table}/`)
  const heard = (parts: ObservabilitySet): void => {
    const changed = Object.keys(parts)
    if (changed.some((part) => part === 'all' || places.some((place) => part.startsWith(place)))) onChange()
  }
  Dexie.on('storagemutated', heard)
  return () => Dexie.on.storagemutated.unsubscribe(heard)
}

const quietMs = 500
const longestMs = 3_000

/**
 * Merges a burst of news into one: `onCalm` follows half a second of quiet, or three seconds of a burst that does not
 * end. With `first` the first of a burst is heard at once too.
 */
export const createCalm = (onCalm: () => void, first = false) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  let unheard = false
  const end = (): void => {
    timer = undefined
    if (unheard) onCalm()
    unheard = false
  }
  return {
    note: (): void => {
      const now = Date.now()
      if (timer !== undefined) unheard = true
      else {
        since = now
        unheard = !first
        if (first) onCalm()
      }
      clearTimeout(timer)
      timer = setTimeout(end, Math.max(0, Math.min(quietMs, since + longestMs - now)))
    },
    cancel: (): void => clearTimeout(timer),
  }
}
