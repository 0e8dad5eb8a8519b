// Lessons that АИС would not let a run change: remembered, so that a person hears of them who may decide.
import type { LessonId } from '../../domain/cell.ts'
import type { Instant } from '../../domain/time.ts'
import type { Database } from '../database/tables.ts'

export const noteLocked = async (db: Database, lesson: LessonId, at: Instant): Promise<void> => {
  await db
    .insertInto('locked_lesson')
    .values({ lesson, since: at })
    .onConflict((oc) => oc.column('lesson').doNothing())
    .execute()
}

/** АИС has taken a write of it. */
export const forgetLocked = async (db: Database, lesson: LessonId): Promise<void> => {
  await db.deleteFrom('locked_lesson').where('lesson', '=', lesson).execute()
}
