// What the linter says of one school day, and of the term while its last week goes on (п. 2.10, 4.2).
import type { FindingsAnswer } from '../../contract/finding-schema.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { termWeekAlerts, windowOfTermMark } from '../../domain/deadline/term-mark-window.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Recorded } from '../../domain/findings/finding.ts'
import { lintLesson, lintTerm } from '../../domain/findings/lint-lesson.ts'
import { termsAsked } from '../../domain/findings/term-obligation.ts'
import { type Lesson, lessonById, lessonId, lessonsOn } from '../../domain/lesson.ts'
import type { School, Term } from '../../domain/school.ts'
import { type Instant, momentOf, type SchoolDate, weekdayOf } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readRegister } from '../outages/register.ts'
import { readDocuments } from './documents.ts'
import { readLateTransfers } from './late-transfers.ts'
import { namesOf } from './names.ts'
import { beyondAll } from './open-backlog.ts'

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

/** Among the cells of no lesson: which range a prefix spans hangs on how a database sorts letters and signs. */
const termMarksOf = async (db: Database, column: string): Promise<Recorded[]> => {
  const rows = await db
    .selectFrom('cell')
    .innerJoin('entry', 'entry.cell_key', 'cell.key')
    .select(['entry.body', 'entry.received_at'])
    .where('cell.lesson', 'is', null)
    .where('cell.key', 'like', `term:${column}/%`)
    .where('entry.state', 'not in', aside)
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

/** The outages that can explain anything of what fell due from a moment on: none that was over before it. */
const outagesSince = async (
  db: Database,
  school: School,
  from: Instant,
  now: Instant,
): Promise<OutageReport[]> => {
  const back = await db.selectFrom('outage').select('no').where('restored_at', '>=', from).execute()
  return readRegister(
    db,
    school,
    now,
    back.reduce((least, { no }) => Math.min(least, no), beyondAll),
  )
}

/** When the first of what is judged fell due: the day's own duties, and term marks that were due before it. */
const firstDue = (school: School, date: SchoolDate, terms: readonly Term[]): Instant => {
  const windows = terms.flatMap((term) =>
    school.classes.flatMap((one) => windowOfTermMark(school, one, term.id) ?? []),
  )
  return windows.reduce(
    (least, { deadline }) => (deadline.redAt < least ? deadline.redAt : least),
    momentOf(date, '00:00', school.zone),
  )
}

export const readFindings = async (
  db: Database,
  school: School,
  date: SchoolDate,
  now: string,
): Promise<FindingsAnswer> => {
  const { incarnation } = await readRevision(db)
  const terms = termsAsked(school, date)
  const outages = await outagesSince(db, school, firstDue(school, date, terms), now)
  const lessons = lessonsToLint(school, date)
  const recorded = await ofLessons(
    db,
    lessons.map((one) => one.id),
  )
  const documents = await readDocuments(db, school, date, recorded)
  const columns = [...terms.map((one) => one.id), 'year']
  const termMarks = (await Promise.all(columns.map((one) => termMarksOf(db, one)))).flat()
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
    lateTransfers: await readLateTransfers(db, school, names, lessons, now),
  }
}
