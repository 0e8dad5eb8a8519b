// What changed for a person since a revision: verdicts on own entries, cells of own lessons and classes, outages.
import { type PullAnswer, protocolVersion } from '../../contract/protocol.ts'
import { type Cell, pupilOf } from '../../domain/cell.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { Probe } from '../../domain/outage.ts'
import type { Verdict, VerdictReason } from '../../domain/receipt.ts'
import { announcedFor } from '../../domain/register/announced.ts'
import { mayRead } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import { isListed } from '../cells/listed.ts'
import { reportCells } from '../cells/report.ts'
import { readRevision } from '../database/revision.ts'
import type { CellRow, Database, EntryRow } from '../database/tables.ts'
import { readAnnounced } from '../outages/announced.ts'
import { readRegisterOf } from '../outages/register.ts'
import { remindersFor } from '../reminders/reminders.ts'
import { withActs, withGivenUp } from '../transfer/given-up.ts'
import { referenceFor } from './reference.ts'

/** Rows of one kind in an answer; a revision is never cut in two, so a large one may bring more. */
const pageSize = 500

interface Span {
  above: number
  upTo: number
}

const ownEntries = (db: Database, person: PersonId, { above, upTo }: Span) =>
  db
    .selectFrom('entry')
    .select(['id', 'state', 'reason', 'rev'])
    .where('person', '=', person)
    .where('rev', '>', above)
    .where('rev', '<=', upTo)
    .orderBy('rev')

const ownCells = (db: Database, school: School, person: PersonId, { above, upTo }: Span) => {
  const led = school.classes.filter((one) => one.classTeacher === person)
  return db
    .selectFrom('cell')
    .selectAll()
    .where('rev', '>', above)
    .where('rev', '<=', upTo)
    .where((eb) =>
      eb.or([
        eb('teacher', '=', person),
        isListed(eb, 'co_teachers', person),
        ...led.map((one) => isListed(eb, 'classes', one.id)),
      ]),
    )
    .orderBy('rev')
}

/**
 * A lesson of several classes stands under all of them; of its pupils a class teacher is told their own, and goes on to
 * be told them when the lesson has left the timetable.
 */
const isToldTo =
  (school: School, person: PersonId) =>
  (row: CellRow): boolean => {
    const cell = JSON.parse(row.cell) as Cell
    const pupil = pupilOf(cell)
    if (row.teacher === person || pupil === null || mayRead(school, person, cell)) return true
    const led = school.classes.filter((one) => one.classTeacher === person).map((one) => one.id)
    const isGone = 'lesson' in cell && lessonById(school, cell.lesson) === null
    return isGone && school.enrolments.some((one) => one.pupil === pupil && led.includes(one.schoolClass))
  }

/**
 * The register as it concerns the person, whole as soon as one outage of it has changed: any may have moved the term of
 * another, or moves it no more.
 */
const changedOutages = async (
  db: Database,
  school: School,
  person: PersonId,
  { above, upTo }: Span,
  now: string,
): Promise<OutageReport[]> => {
  const rows = await db
    .selectFrom('outage')
    .select('no')
    .where('rev', '>', above)
    .where('rev', '<=', upTo)
    .where((eb) => eb.or([eb('person', 'is', null), eb('person', '=', person)]))
    .limit(1)
    .execute()
  if (rows.length === 0) return []
  return readRegisterOf(db, school, person, now)
}

/** Few rows, told whole each time: one that is over or withdrawn is missing from the next answer. */
const announcedHere = async (db: Database, school: School, person: PersonId, now: string) => {
  const announced = await readAnnounced(db, now)
  if (announced.length === 0) return []
  const part = referenceFor(school, person, dateAt(now, school.zone))
  return announcedFor(announced, part, person).map(({ who: _, ...rest }) => rest)
}

/** Rows in the order of their revisions; one more than a page where there are more. */
interface Page<Row> {
  rows: Row[]
  /** Up to which whole revision the page goes; null when it holds everything. */
  end: number | null
}

const pageOf = <Row extends { rev: number }>(rows: Row[]): Page<Row> => {
  const last = rows.at(-1)?.rev
  if (rows.length <= pageSize || last === undefined) return { rows, end: null }
  // The last revision may go on beyond the page: stop before it, unless it is all there is.
  return { rows, end: rows[0]?.rev === last ? last : last - 1 }
}

/** What changed in the span, up to the last revision that fits whole into a page of either kind. */
const changesIn = async (db: Database, school: School, person: PersonId, span: Span) => {
  if (span.above === span.upTo) return { upTo: span.upTo, entries: [], cells: [] }
  const entries = pageOf(
    await ownEntries(db, person, span)
      .limit(pageSize + 1)
      .execute(),
  )
  const cells = pageOf(
    await ownCells(db, school, person, span)
      .limit(pageSize + 1)
      .execute(),
  )
  if (entries.end === null && cells.end === null)
    return { upTo: span.upTo, entries: entries.rows, cells: cells.rows }
  // A single revision may be larger than a page: it is asked for once more, without a limit.
  const upTo = Math.min(span.upTo, entries.end ?? span.upTo, cells.end ?? span.upTo)
  const whole = { above: span.above, upTo }
  return {
    upTo,
    entries: await ownEntries(db, person, whole).execute(),
    cells: await ownCells(db, school, person, whole).execute(),
  }
}

const verdictOf = ({ id, state, reason }: Pick<EntryRow, 'id' | 'state' | 'reason'>): Verdict => {
  return { id, state, reason: reason as VerdictReason | null }
}

export const pull = async (
  db: Database,
  school: School,
  person: PersonId,
  asked: { since: number; incarnation: string },
  said: { now: string; ais: Probe | null; boot: string | null },
): Promise<PullAnswer> => {
  const { rev, incarnation } = await readRevision(db)
  const reset = asked.since > rev || (asked.incarnation !== '' && asked.incarnation !== incarnation)
  const above = reset ? 0 : asked.since
  const { upTo, entries, cells } = await changesIn(db, school, person, { above, upTo: rev })
  const outages = above === upTo ? [] : await changedOutages(db, school, person, { above, upTo }, said.now)
  return {
    serverTime: said.now,
    incarnation,
    ...(said.boot !== null && { boot: said.boot }),
    protocol: protocolVersion,
    rev: upTo,
    more: upTo < rev,
    reset,
    entries: await withGivenUp(db, school, entries.map(verdictOf)),
    cells: await withActs(db, school, await reportCells(db, cells.filter(isToldTo(school, person)))),
    outages,
    announced: await announcedHere(db, school, person, said.now),
    reminders: await remindersFor(db, school, person, said.now),
    refVersion: school.version,
    ais: said.ais,
  }
}
