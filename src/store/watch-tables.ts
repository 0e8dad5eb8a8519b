// Hears that tables of the journal have changed, in this tab or in another one; and says so of what was not written
// through Dexie.
import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'
import type { JournalDatabase, LogHead, LogRow } from './database.ts'

/** While what this tab has appended itself is being told: its rows. */
let ownRows: readonly LogRow[] | null = null

/**
 * Returns what stops the listening. What has changed is not told: whoever hears reads anew. `own`: the rows that this tab
 * has just appended, and nothing else has changed; null after any other change.
 */
export const watchTables = (
  db: JournalDatabase,
  tables: readonly string[],
  onChange: (own: readonly LogRow[] | null) => void,
): (() => void) => {
  const places = tables.map((table) => `idb://${db.name}/${table}/`)
  const heard = (parts: ObservabilitySet): void => {
    const changed = Object.keys(parts)
    if (changed.some((part) => part === 'all' || places.some((place) => part.startsWith(place))))
      onChange(ownRows)
  }
  Dexie.on('storagemutated', heard)
  return () => Dexie.on.storagemutated.unsubscribe(heard)
}

/** Tells every tab of new rows of a log, by their keys alone: only what has asked for one of them is read anew. */
export const tellAppended = (db: JournalDatabase, rows: readonly LogRow[], head: LogHead): void => {
  const keys = (of: (row: LogRow) => string | [string, string | number]): RangeSet =>
    new RangeSet().addKeys(rows.map(of))
  const log = `idb://${db.name}/log/`
  ownRows = rows
  try {
    Dexie.on.storagemutated.fire({
      [log]: keys((row) => [row.logKey, row.seq]),
      [`${log}id`]: keys((row) => row.id),
      [`${log}cellKey`]: keys((row) => row.cellKey),
      [`${log}lesson`]: keys((row) => row.lesson),
      [`${log}[logKey+act]`]: keys((row) => [row.logKey, row.act]),
      [`idb://${db.name}/logHead/`]: new RangeSet(head.logKey),
    })
  } finally {
    ownRows = null
  }
}

const quietMs = 500
const longestMs = 3_000
/** Who would be told so soon after another is told with it: what they draw is drawn once. */
const togetherMs = 50

/** Looks whether its burst is over. Returns when to look again; null once nothing is waited for. */
type Look = (now: number) => number | null

/** Who waits for the end of a burst, all by one timer: a key gives news to a dozen of them. */
const waiting = new Set<Look>()
let timer: ReturnType<typeof setTimeout> | undefined

const lookAtAll = (): void => {
  const now = performance.now()
  let next = now + quietMs
  try {
    for (const look of waiting) {
      const again = look(now)
      if (again === null) waiting.delete(look)
      else next = Math.min(next, again)
    }
  } finally {
    clearTimeout(timer)
    timer = waiting.size > 0 ? setTimeout(lookAtAll, next - now) : undefined
  }
}

const waitFor = (look: Look): void => {
  waiting.add(look)
  // One that runs already ends sooner than this burst can.
  timer ??= setTimeout(lookAtAll, quietMs)
}

/**
 * Merges a burst of news into one: `onCalm` follows half a second of quiet, or three seconds of a burst that does not
 * end. With `first` the first of a burst is heard at once too. A note costs next to nothing: one may come with each key.
 */
export const createCalm = (onCalm: () => void, { first = false } = {}) => {
  let told = 0
  let last = 0
  let unheard = false
  const tell = (): void => {
    told = performance.now()
    unheard = false
    onCalm()
  }
  const end = (): number => (unheard ? Math.min(last + quietMs, told + longestMs) : last + quietMs)
  const look: Look = (now) => {
    if (unheard && now >= end() - togetherMs) tell()
    return now < end() - togetherMs ? end() : null
  }
  return {
    note: (): void => {
      last = performance.now()
      unheard = true
      if (waiting.has(look)) return
      told = last
      if (first) tell()
      waitFor(look)
    },
    /** What waits is heard now. */
    hurry: (): void => {
      if (unheard) tell()
    },
    cancel: (): void => void waiting.delete(look),
  }
}
