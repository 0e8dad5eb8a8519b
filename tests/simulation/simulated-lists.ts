// The school's lists in the simulated hub: they come by the real import, and are put back with the database.
import { lintMovedOn } from '../../src/domain/findings/lint-lesson.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { readOfLessons } from '../../src/hub/board/recorded.ts'
import { createCurrentSchool } from '../../src/hub/database/current-school.ts'
import type { Database } from '../../src/hub/database/tables.ts'

/** `first` is one object for all schedules, so that what is looked up of it is looked up once. */
export const createSimulatedLists = (db: Database, first: School) => {
  let school = first
  return {
    now: (): School => school,
    /** As the rooms of the hub ask for them: without a statement, for no import comes while anything else is under way. */
    current: async (): Promise<School> => school,
    /** Reads them anew, after an import or with another database. */
    read: async (): Promise<void> => {
      const newest = await createCurrentSchool(db)()
      if (newest) school = newest.version === first.version ? first : newest
    },
    /** What the board tells of the entries that a lesson has of its former hour. */
    movedLater: async (id: string) => {
      const lesson = lessonById(school, id)
      if (!lesson) return []
      const read = await readOfLessons(db, [lesson])
      return lintMovedOn(
        school,
        lesson,
        read.map((one) => one.recorded),
      )
    },
  }
}
