// The timetable of the last days against what has come: a sign for each lesson, and whose attendance is not complete.
import type { LessonPlace } from '../../contract/protocol.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { type LessonSign, signOf } from '../../domain/control/lesson-sign.ts'
import type { HubState } from '../../domain/entry-state.ts'
import { isMet } from '../../domain/findings/kept-here.ts'
import { type Lesson, lessonsOn, pupilsOf } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { SchoolDate } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import type { Names } from './names.ts'

const readStates = async (db: Database, lessons: readonly string[]): Promise<Map<string, HubState[]>> => {
  const rows = await inChunks(lessons, (some) =>
    db
      .selectFrom('cell')
      .innerJoin('entry', 'entry.cell_key', 'cell.key')
      .select(['cell.lesson', 'entry.state'])
      .distinct()
      .where('cell.lesson', 'in', some)
      .where('entry.person', '!=', aisAuthor)
      .execute(),
  )
  const states = new Map<string, HubState[]>()
  for (const { lesson, state } of rows) {
    if (lesson !== null) states.set(lesson, [...(states.get(lesson) ?? []), state])
  }
  return states
}

/** How many attendances of a lesson have a value, or values to choose from. */
const readFilled = async (db: Database, lessons: readonly string[]): Promise<Map<string, number>> => {
  const rows = await inChunks(lessons, (some) =>
    db
      .selectFrom('cell')
      .select((eb) => ['lesson', eb.fn.countAll<number | string>().as('count')])
      .where('lesson', 'in', some)
      .where('key', 'like', '%/attendance/%')
      .where((eb) => eb.or([eb('value', '!=', 'null'), eb('conflict_opened_at', 'is not', null)]))
      .groupBy('lesson')
      .execute(),
  )
  return new Map(rows.map((row) => [row.lesson ?? '', Number(row.count)]))
}

export const placeOf = (names: Names, lesson: Lesson): LessonPlace => ({
  date: lesson.date,
  period: lesson.period,
  target: names.target(lesson.target),
  subject: names.subject(lesson.subject),
  teacher: names.person(lesson.teacher),
})

export interface SignedLesson {
  lesson: Lesson
  sign: LessonSign
  /** АИС could not be reached in it, or somebody recorded it all the same. */
  expected: boolean
  filled: number
  pupils: number
}

/** Every lesson of the days, in the order of time; those that met an expecting outage were to be recorded here. */
export const readLessons = async (
  db: Database,
  school: School,
  days: readonly SchoolDate[],
  expecting: readonly OutageReport[],
  now: string,
): Promise<SignedLesson[]> => {
  const lessons = days.flatMap((day) => lessonsOn(school, day))
  const ids = lessons.map((one) => one.id)
  const states = await readStates(db, ids)
  const filled = await readFilled(db, ids)
  return lessons.map((lesson) => {
    const met = isMet(school, lesson, expecting)
    const own = states.get(lesson.id) ?? []
    const sign = signOf(lesson, own, met, now)
    return {
      ...{ lesson, sign, filled: filled.get(lesson.id) ?? 0, pupils: pupilsOf(school, lesson).size },
      expected: met || !['ahead', 'apart'].includes(sign),
    }
  })
}
