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

interface Waiting {
  /** Whether anything has come since it was told. */
  unheard: boolean
  told: number
  tell(): void
}

/**
 * Who waits for the end of a burst. It is one for all: a key gives news to a dozen of them, to some as it is pressed and
 * to the others once it is saved, and what they draw is drawn once.
 */
const waiting = new Set<Waiting>()
/** When the newest news of all came. */
let last = 0
let timer: ReturnType<typeof setTimeout> | undefined

const lookAtAll = (): void => {
  const now = performance.now()
  const over = now >= last + quietMs
  try {
    for (const one of [...waiting]) {
      if (over) waiting.delete(one)
      if (one.unheard && (over || now >= one.told + longestMs)) one.tell()
    }
  } finally {
    const ends = [...waiting].map((one) => (one.unheard ? one.told + longestMs : Number.POSITIVE_INFINITY))
    timer = waiting.size > 0 ? setTimeout(lookAtAll, Math.min(last + quietMs, ...ends) - now) : undefined
  }
}

/**
 * Merges a burst of news into one: `onCalm` follows half a second of quiet, or three seconds of a burst that does not
 * end. With `first` the first of a burst is heard at once too. A note costs next to nothing: one may come with each key.
 */
export const createCalm = (onCalm: () => void, { first = false } = {}) => {
  const own: Waiting = {
    unheard: false,
    told: 0,
    tell: () => {
      own.told = performance.now()
      own.unheard = false
      onCalm()
    },
  }
  return {
    note: (): void => {
      last = performance.now()
      own.unheard = true
      if (waiting.has(own)) return
      waiting.add(own)
      own.told = last
      if (first) own.tell()
      // One that runs already looks sooner than this burst can end.
      if (timer === undefined) timer = setTimeout(lookAtAll, quietMs)
    },
    /** What waits is heard now. */
    hurry: (): void => {
      if (own.unheard) own.tell()
    },
    cancel: (): void => void waiting.delete(own),
  }
}
