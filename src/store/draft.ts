// Typed text on its way to an entry: kept while it is being typed, so that a closed tab loses none of it.
import type { JournalDatabase } from './database.ts'

export const saveDraft = async (db: JournalDatabase, key: string, text: string): Promise<void> => {
  await db.draft.put({ key, text })
}

export const readDraft = async (db: JournalDatabase, key: string): Promise<string | null> =>
  (await db.draft.get(key))?.text ?? null

export const dropDraft = (db: JournalDatabase, key: string): Promise<void> => db.draft.delete(key)
