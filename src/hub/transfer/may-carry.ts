// How much of a person's a run may carry now. Final marks have no lesson, and no door takes them.
import type { Cell, LessonId } from '../../domain/cell.ts'
import { lessonById } from '../../domain/lesson.ts'
import { isTooEarly } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import type { Instant } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'

const waitingOf = (db: Database, person: PersonId) =>
  db
    .selectFrom('entry')
    .innerJoin('cell', 'cell.key', 'entry.cell_key')
    .where('entry.person', '=', person)
    .where('entry.state', 'in', ['accepted', 'carrying', 'transferred'])

/** What was recorded of a lesson that was moved on is not counted before it has begun, as it is not carried either. */
export const countToCarry = async (
  db: Database,
  school: School | null,
  person: PersonId,
  now: Instant,
): Promise<number> => {
  const lessons = await waitingOf(db, person)
    .select((eb) => ['cell.lesson', eb.fn.countAll<number | string>().as('count')])
    .where('cell.lesson', 'is not', null)
    .groupBy('cell.lesson')
    .execute()
  const begins = (id: LessonId): Instant => (school && lessonById(school, id)?.begins) ?? ''
  const ahead = lessons.flatMap(({ lesson }) => (lesson !== null && begins(lesson) > now ? [lesson] : []))
  const cells = await inChunks(ahead, (some) =>
    waitingOf(db, person).select('cell.cell').where('cell.lesson', 'in', some).execute(),
  )
  const early = cells
    .map((row) => JSON.parse(row.cell) as Exclude<Cell, { kind: 'termMark' }>)
    .filter((cell) => isTooEarly(begins(cell.lesson), cell.kind, now))
  return lessons.reduce((sum, one) => sum + Number(one.count), 0) - early.length
}
