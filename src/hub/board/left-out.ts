// What no run carries: lessons that АИС keeps locked while entries wait for them, and acts over what is not carried.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { toInstant, toMs } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
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

/** By the acts of late and the entries they name: an index of states would lead through everything ever given up. */
const readGivenRows = async (db: Database, now: string) => {
  const acts = await db
    .selectFrom('not_carried')
    .selectAll()
    .where('at', '>=', toInstant(toMs(now) - shownForMs))
    .orderBy('at', 'desc')
    .execute()
  const entries = await inChunks(acts, (some) =>
    db
      .selectFrom('entry')
      .leftJoin('cell', 'cell.key', 'entry.cell_key')
      .select(['entry.id', 'entry.state', 'cell.lesson', 'cell.classes'])
      .where(
        'entry.id',
        'in',
        some.map((one) => one.entry),
      )
      .execute(),
  )
  const places = new Map(entries.filter((one) => one.state === 'notCarried').map((one) => [one.id, one]))
  return acts.flatMap((act) => {
    const place = places.get(act.entry)
    return place ? [{ ...act, lesson: place.lesson, classes: place.classes }] : []
  })
}

const readGiven = async (
  db: Database,
  school: School,
  names: Names,
  now: string,
): Promise<LeftOut['given']> => {
  const lines = new Map<string, LeftOut['given'][number]>()
  for (const { act, cause, note, who, at, lesson, classes } of await readGivenRows(db, now)) {
    const key = JSON.stringify([act, cause, note, who, at, lesson, classes])
    const known = lines.get(key)
    if (known) {
      known.count += 1
      continue
    }
    const [schoolClass] = lesson === null ? (classes ?? '').split(',').filter(Boolean) : []
    lines.set(key, {
      ...{ act, cause, note, by: names.person(who), at, count: 1 },
      ...{ lesson, place: placeIn(school, names, lesson) },
      ...(schoolClass !== undefined && { schoolClass: names.schoolClass(schoolClass) }),
    })
  }
  return [...lines.values()]
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
