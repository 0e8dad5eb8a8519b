// One school day of a period: each duty and each transfer judged once, with what is to be said of those not met in time.
import type { PeriodLine } from '../../../contract/period-schema.ts'
import type { LessonPlace } from '../../../contract/protocol.ts'
import { type Verdict, verdictOf } from '../../../domain/control/tally.ts'
import type { Finding, Recorded } from '../../../domain/findings/finding.ts'
import { isMet } from '../../../domain/findings/kept-here.ts'
import { type LintedDuty, lintDuties } from '../../../domain/findings/lint-lesson.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { documentsIn } from '../../../domain/pupils/absence.ts'
import { lateTransfer, transferVerdict } from '../../../domain/register/late-transfer.ts'
import type { School } from '../../../domain/school.ts'
import { type Instant, momentOf, type SchoolDate, toMs } from '../../../domain/time.ts'
import type { Database } from '../../database/tables.ts'
import { aisAuthor } from '../../transfer/ais-author.ts'
import { readDocuments } from '../documents.ts'
import { placeOf } from '../lesson-strips.ts'
import { lintKnowing } from '../lint-knowing.ts'
import type { Names } from '../names.ts'
import { lessonsToLint, readOfLessons } from '../recorded.ts'
import type { PeriodRegister } from './period-register.ts'

/** What a period counts: `count` duties or entries of one verdict, and the line that tells of them, if any does. */
export interface Judged {
  line: PeriodLine
  count: number
  minutes: number
}

const outageIn = (found: readonly Finding[]): number | null =>
  found.reduce<number | null>((no, one) => no ?? one.outage, null)

const lateBy = (found: readonly Finding[]): number =>
  found.reduce((most, { problem }) => (problem.kind === 'late' ? Math.max(most, problem.minutes) : most), 0)

/** A duty is counted once; what is wrong beside its term is counted beside it. */
export const judgedDuty = ({ duty, isDone, found }: LintedDuty, place: PeriodLine['place']): Judged[] => {
  const { clause, person, classes } = duty
  const lesson = duty.lesson?.id ?? null
  const early = found.filter((one) => one.problem.kind === 'early')
  const own = found.filter((one) => one.problem.kind !== 'early')
  const line = (verdict: Verdict, findings: Finding[]): PeriodLine => ({
    ...{ clause, person, classes: [...classes], verdict, lesson, place },
    ...{ outage: outageIn(findings), findings },
  })
  return [
    { line: line(verdictOf(own, isDone), own), count: 1, minutes: lateBy(own) },
    ...(early.length > 0 ? [{ line: line('other', early), count: 1, minutes: 0 }] : []),
  ]
}

const judgedContent = (lesson: Lesson, place: PeriodLine['place'], found: Finding): Judged => ({
  line: {
    ...{ clause: found.clause, person: found.person, classes: [...lesson.classes], verdict: 'other' },
    ...{ lesson: lesson.id, place, outage: null, findings: [found] },
  },
  ...{ count: 1, minutes: 0 },
})

type Row = Awaited<ReturnType<typeof readOfLessons>>[number]

/** п. 3.2: one line a person, class, lesson, verdict and outage that moved the term. */
const judgedTransfers = (
  rows: readonly Row[],
  places: ReadonlyMap<string, LessonPlace>,
  register: PeriodRegister,
  now: Instant,
): Judged[] => {
  const lines = new Map<string, Judged>()
  for (const row of rows) {
    if (row.outage === null || row.person === aisAuthor) continue
    const term = register.of(row.outage)
    const verdict = transferVerdict(term, { state: row.state, transferredAt: row.transferred_at }, now)
    if (verdict === null) continue
    const late = row.transferred_at !== null && term ? lateTransfer(term, row.transferred_at) : null
    const overdueMs = verdict === 'missing' && term?.due ? toMs(now) - toMs(term.due) : 0
    const minutes = late?.minutes ?? Math.floor(overdueMs / 60_000)
    const outage = late?.outage ?? null
    const key = [row.lesson, row.person, row.school_class, verdict, outage].join(' ')
    const before = lines.get(key)
    const entries = (before?.count ?? 0) + 1
    const most = Math.max(before?.minutes ?? 0, minutes)
    lines.set(key, {
      line: {
        ...{ clause: '3.2', person: row.person, classes: row.school_class ? [row.school_class] : [] },
        ...{ verdict, lesson: row.lesson, place: places.get(row.lesson ?? '') ?? null, outage },
        ...{ findings: [], transfer: { entries, minutes: most } },
      },
      ...{ count: entries, minutes: most },
    })
  }
  // Minutes of what still waits grow by the hour: they are told in the line, and are no «late by».
  return [...lines.values()].map((one) => (one.line.verdict === 'late' ? one : { ...one, minutes: 0 }))
}

/** Everything of a date, with how many of its lessons have begun and are kept here. */
export const judgeDay = async (
  db: Database,
  school: School,
  names: Names,
  register: PeriodRegister,
  date: SchoolDate,
  now: Instant,
) => {
  const lessons = lessonsToLint(school, date)
  const rows = await readOfLessons(db, lessons)
  const recorded = rows.map((one) => one.recorded)
  const documents = [...documentsIn(recorded), ...(await readDocuments(db, school, date, recorded))]
  await register.upTo(momentOf(date, '24:00', school.zone))
  await register.knowing([...new Set(rows.flatMap((row) => row.outage ?? []))])
  const ofLesson = new Map<string | null, Recorded[]>()
  for (const { lesson, recorded: one } of rows) {
    const own = ofLesson.get(lesson)
    if (own) own.push(one)
    else ofLesson.set(lesson, [one])
  }
  const lint = () =>
    lessons.map((lesson) => {
      const own = ofLesson.get(lesson.id) ?? []
      const outages = register.all()
      const linted = lintDuties(school, lesson, { recorded: own, documents, outages, now })
      // Of today's lessons too: what АИС could take, and nobody recorded here, is АИС' own matter.
      const isOurs = own.length > 0 || isMet(school, lesson, outages)
      return isOurs ? { lesson, ...linted } : { lesson, ...linted, duties: [] }
    })
  const linted = await lintKnowing(register, lint)
  const places = new Map(lessons.map((lesson) => [lesson.id, placeOf(names, lesson)]))
  const judged = linted.flatMap(({ lesson, duties, content }) => {
    const place = places.get(lesson.id) ?? null
    return [
      ...duties.flatMap((one) => judgedDuty(one, place)),
      ...content.map((one) => judgedContent(lesson, place, one)),
    ]
  })
  const kept = linted.filter((one) => one.duties.length > 0).length
  const held = lessons.filter((one) => one.closed === null && one.begins <= now).length
  return { held, kept, judged: [...judged, ...judgedTransfers(rows, places, register, now)] }
}
