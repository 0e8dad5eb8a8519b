// Reminders to the person who works here, as the hub last told them: they are read without a network too.
import type { Instant } from '../domain/time.ts'
import type { JournalDatabase } from './database.ts'

export interface ToldReminder {
  id: string
  /** Who sent it, by name. */
  sender: string
  text: string
  at: Instant
}

/** Ids of dismissed ones are remembered so long that the hub tells of none of them any more. */
const mostDismissed = 500

const readMeta = async <T>(db: JournalDatabase, name: string): Promise<readonly T[]> =>
  ((await db.meta.get(name))?.value as T[] | undefined) ?? []

/** Inside the transaction of a pull: the whole list takes the former one's place. */
export const keepReminders = async (db: JournalDatabase, told: readonly ToldReminder[]): Promise<void> => {
  await db.meta.put({ name: 'reminders', value: told })
}

/** Those that the person has not put aside, oldest first. */
export const readReminders = async (db: JournalDatabase): Promise<ToldReminder[]> => {
  const dismissed = await readMeta<string>(db, 'dismissedReminders')
  return (await readMeta<ToldReminder>(db, 'reminders')).filter((one) => !dismissed.includes(one.id))
}

/** Puts one aside on this tablet, for good. */
export const dismissReminder = (db: JournalDatabase, id: string): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const dismissed = await readMeta<string>(db, 'dismissedReminders')
    await db.meta.put({ name: 'dismissedReminders', value: [...dismissed, id].slice(-mostDismissed) })
  })
