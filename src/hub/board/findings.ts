// What the linter says of one school day, and of the term while its last week goes on (п. 2.10, 4.2).
import type { FindingsAnswer } from '../../contract/finding-schema.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { termWeekAlerts, windowOfTermMark } from '../../domain/deadline/term-mark-window.ts'
import { lintLesson, lintTerm } from '../../domain/findings/lint-lesson.ts'
import { termObligations, termsAsked } from '../../domain/findings/term-obligation.ts'
import type { School, Term } from '../../domain/school.ts'
import { type Instant, momentOf, type SchoolDate } from '../../domain/time.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readRegister } from '../outages/register.ts'
import { readDocuments } from './documents.ts'
import { readLateTransfers } from './late-transfers.ts'
import { namesOf } from './names.ts'
import { beyondAll } from './open-backlog.ts'
import { lessonsToLint, readOfLessons, readOfTermMarks } from './recorded.ts'

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
  const recorded = (await readOfLessons(db, lessons)).map((one) => one.recorded)
  const documents = await readDocuments(db, school, date, recorded)
  const asked = terms.flatMap((term) => termObligations(school, term, null))
  const termMarks = await readOfTermMarks(
    db,
    asked.filter((one) => one.opensAt <= now).flatMap((one) => one.cells),
  )
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
