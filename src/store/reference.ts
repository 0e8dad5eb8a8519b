// The part of the school that this person works with, as one version.
import type { School } from '../domain/school.ts'
import { dateAt, type Instant, type SchoolDate } from '../domain/time.ts'
import type { JournalDatabase } from './database.ts'

/** `day` is the hub's school date: lessons given for others come and go with the days. */
export const saveReference = async (db: JournalDatabase, school: School, day: SchoolDate): Promise<void> => {
  await db.reference.put({ id: 'school', school, day })
}

/** Is it of this version, and of the day of this moment? */
export const isCurrent = async (db: JournalDatabase, version: number, now: Instant): Promise<boolean> => {
  const row = await db.reference.get('school')
  return row?.school.version === version && row.day === dateAt(now, row.school.zone)
}

export const readReference = async (db: JournalDatabase): Promise<School | null> =>
  (await db.reference.get('school'))?.school ?? null
