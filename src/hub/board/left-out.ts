// What no run carries: lessons that АИС keeps locked while entries wait for them, and acts over what is not carried.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { toInstant, toMs } from '../../domain/time.ts'
import type { Database } from '../database/tables.ts'
import { placeOf } from './lesson-strips.ts'
import type { Names } from './names.ts'

type LeftOut = NonNullable<BoardAnswer['leftOut']>

/** So long an act stands on the board; the cell's history tells it for good. */
const shownForMs = 14 * 86_400_000

const placeIn = (school: School, names: Names, id: string | null) => {
  const lesson = id === null ? null : lessonById(school, id)
  return lesson && placeOf(names, lesson)
}

const readLocked = async (db: Database, school: School, names: Names): Promise<LeftOut['locked']> => {
  const rows = await db
    .selectFrom('locked_lesson')
    .innerJoin('cell', 'cell.lesson', 'locked_lesson.lesson')
    .innerJoin('entry', 'entry.cell_key', 'cell.key')
    .select((eb) => [
      'locked_lesson.lesson',
      'locked_lesson.since',
      eb.fn.countAll<number | string>().as('count'),
    ])
    .where('locked_lesson.until', 'is', null)
    .where('entry.state', 'in', ['accepted', 'carrying'])
    .groupBy(['locked_lesson.lesson', 'locked_lesson.since'])
    .orderBy('locked_lesson.since')
    .execute()
  return rows.map(({ lesson, since, count }) => ({
    ...{ lesson, since, count: Number(count), place: placeIn(school, names, lesson) },
  }))
}

const readGiven = async (
  db: Database,
  school: School,
  names: Names,
  now: string,
): Promise<LeftOut['given']> => {
  const rows = await db
    .selectFrom('not_carried')
    .innerJoin('entry', 'entry.id', 'not_carried.entry')
    .leftJoin('cell', 'cell.key', 'entry.cell_key')
    .select((eb) => [
      ...(['act', 'cause', 'note', 'who', 'at', 'cell.lesson', 'cell.classes'] as const),
      eb.fn.countAll<number | string>().as('count'),
    ])
    .where('not_carried.at', '>=', toInstant(toMs(now) - shownForMs))
    .where('entry.state', '=', 'notCarried')
    .groupBy(['act', 'cause', 'note', 'who', 'at', 'cell.lesson', 'cell.classes'])
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ act, cause, note, who, at, lesson, classes, count }) => {
    const [schoolClass] = lesson === null ? (classes ?? '').split(',').filter(Boolean) : []
    return {
      ...{ act, cause, note, by: names.person(who), at, count: Number(count) },
      ...{ lesson, place: placeIn(school, names, lesson) },
      ...(schoolClass !== undefined && { schoolClass: names.schoolClass(schoolClass) }),
    }
  })
}

export const readLeftOut = async (
  db: Database,
  school: School,
  names: Names,
  now: string,
): Promise<LeftOut> => ({
  locked: await readLocked(db, school, names),
  given: await readGiven(db, school, names, now),
})
