// What the linter says of one school day, and of the term while its last week goes on (п. 2.10, 4.2).
import type { FindingsAnswer } from '../../contract/finding-schema.ts'
import { termWeekAlerts } from '../../domain/deadline/term-mark-window.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Recorded } from '../../domain/findings/finding.ts'
import { lintLesson, lintTerm } from '../../domain/findings/lint-lesson.ts'
import { termsAsked } from '../../domain/findings/term-obligation.ts'
import { type Lesson, lessonById, lessonId, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { type SchoolDate, weekdayOf } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readRegister } from '../outages/register.ts'
import { readDocuments } from './documents.ts'
import { namesOf } from './names.ts'

interface EntryText {
  body: string
  received_at: string
}

const readRecorded = ({ body, received_at }: EntryText): Recorded => {
  const { cell, value, log, recordedAt, clock, reason } = JSON.parse(body) as Entry
  return {
    cell,
    value,
    author: log.person,
    recordedAt,
    clock,
    receivedAt: received_at,
    reason: reason ?? null,
  }
}

/** What never stood in a cell has no part in it. */
const aside = ['refused', 'held'] as const

const ofLessons = async (db: Database, lessons: readonly string[]): Promise<Recorded[]> => {
  const rows = await inChunks(lessons, (some) =>
    db
      .selectFrom('entry')
      .innerJoin('cell', 'cell.key', 'entry.cell_key')
      .select(['entry.body', 'entry.received_at'])
      .where('cell.lesson', 'in', some)
      .where('entry.state', 'not in', aside)
      .execute(),
  )
  return rows.map(readRecorded)
}

const termMarksOf = async (db: Database, columns: readonly string[]): Promise<Recorded[]> => {
  const rows = await db
    .selectFrom('entry')
    .select(['body', 'received_at'])
    .where((eb) => eb.or(columns.map((one) => eb('cell_key', 'like', `term:${one}/%`))))
    .where('state', 'not in', aside)
    .execute()
  return rows.map(readRecorded)
}

/** Held that day, and those of the timetable that were to be held: entries may stand in them. */
const lessonsToLint = (school: School, date: SchoolDate): Lesson[] => {
  const planned = school.timetable
    .filter((slot) => slot.weekday === weekdayOf(date))
    .flatMap((slot) => lessonById(school, lessonId(slot.id, date)) ?? [])
  const all = [...lessonsOn(school, date), ...planned.filter((one) => one.date === date)]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

export const readFindings = async (
  db: Database,
  school: School,
  date: SchoolDate,
  now: string,
): Promise<FindingsAnswer> => {
  const { incarnation } = await readRevision(db)
  const outages = await readRegister(db, school, now)
  const lessons = lessonsToLint(school, date)
  const recorded = await ofLessons(
    db,
    lessons.map((one) => one.id),
  )
  const terms = termsAsked(school, date)
  const documents = await readDocuments(db, school, date, recorded)
  const termMarks = await termMarksOf(db, [...terms.map((one) => one.id), 'year'])
  const names = namesOf(school)
  const ids = new Map(lessons.map((one) => [one.id, one]))
  const found = [
    ...lessons.flatMap((lesson) => lintLesson(school, lesson, { recorded, documents, outages, now })),
    ...terms.flatMap((term) => lintTerm(school, term, null, { recorded: termMarks, outages, now })),
  ]
  return {
    serverTime: now,
    incarnation,
    date,
    alerts: termWeekAlerts(school, outages, now),
    findings: found.map((finding) => {
      const lesson = finding.lesson === null ? undefined : ids.get(finding.lesson)
      return {
        finding,
        name: names.person(finding.person),
        place: lesson
          ? {
              period: lesson.period,
              target: names.target(lesson.target),
              subject: names.subject(lesson.subject),
            }
          : null,
      }
    }),
  }
}
