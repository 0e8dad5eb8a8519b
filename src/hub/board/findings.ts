// What the linter says of one school day, and of the term while its last week goes on (п. 2.10, 4.2).
import type { FindingsAnswer } from '../../contract/finding-schema.ts'
import { movedFrom, movedOnFrom } from '../../domain/calendar/lesson-change.ts'
import { termWeekAlerts, windowOfTermMark } from '../../domain/deadline/term-mark-window.ts'
import { lintDuties, lintMovedOn, lintTerm } from '../../domain/findings/lint-lesson.ts'
import { termObligations, termsAsked } from '../../domain/findings/term-obligation.ts'
import type { Outage } from '../../domain/outage.ts'
import type { School, Term } from '../../domain/school.ts'
import { momentOf, type SchoolDate } from '../../domain/time.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readOutage } from '../outages/register.ts'
import { readDocuments } from './documents.ts'
import { readLateTransfers } from './late-transfers.ts'
import { lintKnowing } from './lint-knowing.ts'
import { namesOf } from './names.ts'
import { createPeriodRegister } from './period/period-register.ts'
import { lessonsToLint, readOfLessons, readOfTermMarks } from './recorded.ts'

/** Those that have not ended, for the alarm of a term's last week. */
const lastingOutages = async (db: Database): Promise<Outage[]> =>
  (await db.selectFrom('outage').selectAll().where('restored_at', 'is', null).execute()).map(readOutage)

/** Between which moments what is judged falls due: the day itself, and the term marks of these terms. */
const spanOfDues = (school: School, date: SchoolDate, terms: readonly Term[]) => {
  const windows = terms.flatMap((term) =>
    school.classes.flatMap((one) => windowOfTermMark(school, one, term.id) ?? []),
  )
  const day = ['00:00', '24:00'].map((time) => momentOf(date, time, school.zone))
  const dues = [...day, ...windows.map(({ deadline }) => deadline.redAt)].sort()
  return { first: dues[0] ?? '', last: dues.at(-1) ?? '' }
}

export const readFindings = async (
  db: Database,
  school: School,
  date: SchoolDate,
  now: string,
): Promise<FindingsAnswer> => {
  const { incarnation } = await readRevision(db)
  const terms = termsAsked(school, date)
  const dues = spanOfDues(school, date, terms)
  const register = await createPeriodRegister(db, school, dues.first, now)
  await register.upTo(dues.last)
  const lessons = lessonsToLint(school, date)
  const movedOn = movedOnFrom(school, date)
  const read = await readOfLessons(db, [...lessons, ...movedOn])
  const recorded = read.map((one) => one.recorded)
  const documents = await readDocuments(db, school, date, recorded)
  const asked = terms.flatMap((term) => termObligations(school, term, null))
  const termMarks = await readOfTermMarks(
    db,
    asked.filter((one) => one.opensAt <= now).flatMap((one) => one.cells),
  )
  const names = namesOf(school)
  // On its former day a lesson is named by its former place.
  const formerly = movedOn.map((one) => ({ ...one, period: movedFrom(school, one)?.period ?? one.period }))
  const ids = new Map([...lessons, ...formerly].map((one) => [one.id, one]))
  const linted = await lintKnowing(register, () => {
    const facts = { recorded, documents, outages: register.all(), now }
    return lessons.map((lesson) => lintDuties(school, lesson, facts))
  })
  const outages = register.all()
  const found = [
    ...linted.flatMap(({ duties, content }) => [...duties.flatMap((one) => one.found), ...content]),
    ...movedOn.flatMap((lesson) => lintMovedOn(school, lesson, recorded)),
    ...terms.flatMap((term) => lintTerm(school, term, null, { recorded: termMarks, outages, now })),
  ]
  return {
    serverTime: now,
    incarnation,
    date,
    alerts: termWeekAlerts(school, await lastingOutages(db), now),
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
    lateTransfers: await readLateTransfers(db, register, names, lessons),
  }
}
