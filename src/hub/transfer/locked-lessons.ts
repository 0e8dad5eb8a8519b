// Lessons that АИС would not let a run change: remembered, so that a person hears of them who may decide.
import type { LessonId } from '../../domain/cell.ts'
import type { Instant } from '../../domain/time.ts'
import type { Database } from '../database/tables.ts'

export const noteLocked = async (db: Database, lesson: LessonId, at: Instant): Promise<void> => {
  await db
    .insertInto('locked_lesson')
    .values({ lesson, since: at, until: null })
    .onConflict((oc) => oc.column('lesson').doNothing())
    .execute()
  const again = { since: at, until: null }
  await db
    .updateTable('locked_lesson')
    .set(again)
    .where('lesson', '=', lesson)
    .where('until', 'is not', null)
    .execute()
}

/** АИС has taken a write of it. */
export const noteUnlocked = async (db: Database, lesson: LessonId, at: Instant): Promise<void> => {
  await db
    .updateTable('locked_lesson')
    .set({ until: at })
    .where('lesson', '=', lesson)
    .where('until', 'is', null)
    .execute()
}
