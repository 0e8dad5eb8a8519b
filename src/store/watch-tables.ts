// Hears that tables of the journal have changed, in this tab or in another one; and says so of what was not written
// through Dexie.
import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'
import type { JournalDatabase, LogHead, LogRow } from './database.ts'

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

/** Tells every tab of new rows of a log, by their keys alone: only what has asked for one of them is read anew. */
export const tellAppended = (db: JournalDatabase, rows: readonly LogRow[], head: LogHead): void => {
  const keys = (of: (row: LogRow) => string | [string, string | number]): RangeSet =>
    new RangeSet().addKeys(rows.map(of))
  const log = `idb://${db.name}/log/`
  Dexie.on.storagemutated.fire({
    [log]: keys((row) => [row.logKey, row.seq]),
    [`${log}id`]: keys((row) => row.id),
    [`${log}cellKey`]: keys((row) => row.cellKey),
    [`${log}lesson`]: keys((row) => row.lesson),
    [`${log}[logKey+act]`]: keys((row) => [row.logKey, row.act]),
    [`idb://${db.name}/logHead/`]: new RangeSet(head.logKey),
  })
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
