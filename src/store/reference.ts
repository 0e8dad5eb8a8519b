// The part of the school that this person works with, as one version.
import type { School } from '../domain/school.ts'
import type { JournalDatabase } from './database.ts'

export const saveReference = async (db: JournalDatabase, school: School): Promise<void> => {
  await db.reference.put({ id: 'school', school })
}

export const readReference = async (db: JournalDatabase): Promise<School | null> =>
  (await db.reference.get('school'))?.school ?? null
