// The timetable of the last days against what has come: a sign for each lesson, and whose attendance is not complete.
import type { LessonPlace } from '../../contract/protocol.ts'
import { cellKey } from '../../domain/cell.ts'
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

interface Kept {
  /** Cells that anybody has written, be it only to take a value back. */
  any: number
  /** Keys of attendances with a value, or with values to choose from. */
  filled: ReadonlySet<string>
}

const nothingKept: Kept = { any: 0, filled: new Set() }

/** What stands in each lesson, by its cells alone. */
const readKept = async (db: Database, lessons: readonly string[]): Promise<Map<string, Kept>> => {
  const written = await inChunks(lessons, (some) =>
    db
      .selectFrom('cell')
      .select((eb) => ['lesson', eb.fn.countAll<number | string>().as('any')])
      .where('lesson', 'in', some)
      .groupBy('lesson')
      .execute(),
  )
  const filled = await inChunks(lessons, (some) =>
    db
      .selectFrom('cell')
      .select(['lesson', 'key'])
      .where('lesson', 'in', some)
      .where('key', 'like', '%/attendance/%')
      .where((eb) => eb.or([eb('value', '!=', 'null'), eb('conflict_opened_at', 'is not', null)]))
      .execute(),
  )
  const kept = new Map(
    written.map(({ lesson, any }) => [lesson ?? '', { any: Number(any), filled: new Set<string>() }]),
  )
  for (const { lesson, key } of filled) kept.get(lesson ?? '')?.filled.add(key)
  return kept
}

/** Pupils of the lesson who are marked; one who has left, or stands in no list, is none of them. */
const countMarked = (school: School, lesson: Lesson, filled: ReadonlySet<string>): number =>
  [...pupilsOf(school, lesson)].filter((pupil) =>
    filled.has(cellKey({ kind: 'attendance', lesson: lesson.id, pupil })),
  ).length

export const placeOf = (names: Names, lesson: Lesson): LessonPlace => ({
  date: lesson.date,
  period: lesson.period,
  target: names.target(lesson.target),
  subject: names.subject(lesson.subject),
  teacher: names.person(lesson.teacher),
})

export interface SignedLesson {
  lesson: Lesson
  /** Null for a lesson with entries on a day that is not shown. */
  sign: LessonSign | null
  /** АИС could not be reached in it, or on a shown day somebody recorded it all the same. */
  expected: boolean
  filled: number
  pupils: number
}

interface CountedDays {
  /** Every day that is counted, oldest first. */
  days: readonly SchoolDate[]
  /** Those of them that are shown lesson by lesson. */
  shown: readonly SchoolDate[]
}

/**
 * Lessons in the order of time: on the shown days all of them, with the states of their entries; on the days before,
 * only those that met an expecting outage, and of these no more than how much stands in them. So an outage of one
 * teacher that has lasted for months costs that teacher's lessons, not the school's.
 */
export const readLessons = async (
  db: Database,
  school: School,
  { days, shown }: CountedDays,
  expecting: readonly OutageReport[],
  now: string,
): Promise<SignedLesson[]> => {
  const lessons = days.flatMap((day) =>
    lessonsOn(school, day)
      .map((lesson) => ({ lesson, met: isMet(school, lesson, expecting), isShown: shown.includes(day) }))
      .filter(({ met, isShown }) => met || isShown),
  )
  const idsOf = (some: typeof lessons): string[] => some.map((one) => one.lesson.id)
  const states = await readStates(db, idsOf(lessons.filter((one) => one.isShown)))
  const kept = await readKept(db, idsOf(lessons))
  return lessons.map(({ lesson, met, isShown }) => {
    const { any, filled } = kept.get(lesson.id) ?? nothingKept
    const own = states.get(lesson.id) ?? []
    const sign = isShown || any === 0 ? signOf(lesson, own, met, now) : null
    const expected = met || (sign !== null && !['ahead', 'apart'].includes(sign))
    const marked = filled.size === 0 ? 0 : countMarked(school, lesson, filled)
    return { lesson, sign, expected, filled: marked, pupils: pupilsOf(school, lesson).size }
  })
}
