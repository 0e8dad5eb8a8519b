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
