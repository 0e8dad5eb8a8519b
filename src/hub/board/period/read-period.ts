// The board over a period (п. 2.10, 4.2): day by day, so that its cost is that of the days asked for and others get their turn.
import { setImmediate } from 'node:timers/promises'
import type { PeriodAnswer, PeriodLine, PeriodRow } from '../../../contract/period-schema.ts'
import { cellKey } from '../../../domain/cell.ts'
import { isWithin, type Period } from '../../../domain/control/period.ts'
import { noTally } from '../../../domain/control/tally.ts'
import type { Deadline } from '../../../domain/deadline/deadline.ts'
import { wasMet } from '../../../domain/findings/kept-here.ts'
import { inOrder } from '../../../domain/findings/lint.ts'
import { lintDuty } from '../../../domain/findings/lint-lesson.ts'
import type { Obligation } from '../../../domain/findings/obligation.ts'
import { termObligations } from '../../../domain/findings/term-obligation.ts'
import type { School } from '../../../domain/school.ts'
import { dateAt, type Instant, momentOf, plusDays, toInstant, toMs } from '../../../domain/time.ts'
import { readRevision } from '../../database/revision.ts'
import type { Database } from '../../database/tables.ts'
import { namesOf } from '../names.ts'
import { readOfTermMarks } from '../recorded.ts'
import { type Judged, judgeDay, judgedDuty } from './judge-day.ts'
import { readOutageTerms } from './outage-terms.ts'
import { createPeriodRegister, type PeriodRegister } from './period-register.ts'

type TermDuty = Obligation & { deadline: Deadline }

/** More than a person reads; the counts are whole all the same. */
const mostLines = 5000

/** Final marks whose window closes in the period (п. 2.6). */
const askedOfTerms = (school: School, period: Period, now: Instant): TermDuty[] =>
  school.terms
    .flatMap((term) => termObligations(school, term, null))
    .flatMap((one) => (one.deadline === null ? [] : { ...one, deadline: one.deadline }))
    .filter(({ deadline, opensAt }) => {
      return now >= opensAt && isWithin(period, dateAt(toInstant(toMs(deadline.redAt) - 1), school.zone))
    })

/** Those that nobody recorded here while АИС could be reached all their window long were set there. */
const judgeTermMarks = async (
  db: Database,
  school: School,
  register: PeriodRegister,
  asked: readonly TermDuty[],
  now: Instant,
): Promise<Judged[]> => {
  const cells = inOrder(
    await readOfTermMarks(
      db,
      asked.flatMap((one) => one.cells),
    ),
  )
  await register.upTo(
    asked.reduce((last, { deadline }) => (deadline.redAt > last ? deadline.redAt : last), ''),
  )
  const facts = { recorded: [], outages: register.all(), now }
  const isOurs = (one: TermDuty): boolean =>
    one.cells.some((cell) => cells.has(cellKey(cell))) ||
    wasMet(school, one, { from: one.opensAt, to: one.deadline.redAt }, facts.outages)
  return asked
    .filter(isOurs)
    .flatMap((one) => lintDuty(school, one, cells, facts) ?? [])
    .flatMap((one) => judgedDuty(one, null))
}

const keyOf = ({ clause, person, classes }: PeriodLine): string => [clause, person, ...classes].join(' ')

/** Lines by clause, person and classes, each counted into its row. */
const createRows = () => {
  const rows = new Map<string, PeriodRow>()
  return {
    add: ({ line, count, minutes }: Judged): void => {
      const { clause, person, classes, verdict, outage } = line
      const key = keyOf(line)
      const row = rows.get(key) ?? { clause, person, classes, ...noTally }
      row[verdict] += count
      if (outage !== null && (verdict === 'late' || verdict === 'missing')) row.explained += count
      row.worst = Math.max(row.worst, minutes)
      rows.set(key, row)
    },
    all: (): PeriodRow[] => [...rows.values()],
  }
}

const isTold = ({ line: { verdict } }: Judged): boolean => verdict !== 'inTime' && verdict !== 'open'

/** `period` has been checked; of its days those ahead ask for nothing yet. */
export const readPeriod = async (
  db: Database,
  school: School,
  period: Period,
  now: Instant,
): Promise<PeriodAnswer> => {
  const { incarnation } = await readRevision(db)
  const names = namesOf(school)
  const begins = momentOf(period.from, '00:00', school.zone)
  const ofTerms = askedOfTerms(school, period, now)
  const from = ofTerms.reduce((first, { opensAt }) => (opensAt < first ? opensAt : first), begins)
  const register = await createPeriodRegister(db, school, from, now)
  const rows = createRows()
  const lines: PeriodLine[] = []
  const lessons = { held: 0, kept: 0 }
  let linesLeft = 0
  const take = (judged: readonly Judged[]): void => {
    for (const one of judged) {
      rows.add(one)
      if (!isTold(one)) continue
      if (lines.length < mostLines) lines.push(one.line)
      else linesLeft += 1
    }
  }
  const today = dateAt(now, school.zone)
  const last = period.to < today ? period.to : today
  for (let date = period.from; date <= last; date = plusDays(date, 1)) {
    const { held, kept, judged } = await judgeDay(db, school, names, register, date, now)
    lessons.held += held
    lessons.kept += kept
    take(judged)
    await setImmediate()
  }
  await register.upTo(momentOf(period.to, '24:00', school.zone))
  take(await judgeTermMarks(db, school, register, ofTerms, now))
  const told = rows.all()
  const outages = await readOutageTerms(db, school, period, register.all(), now)
  const met = outages.flatMap(({ outage: { scope } }) => (scope.kind === 'teacher' ? [scope.person] : []))
  const people = new Set([...told.map((row) => row.person), ...met])
  const classes = new Set(told.flatMap((row) => row.classes))
  return {
    ...{ serverTime: now, incarnation, zone: school.zone, ...period, lessons },
    ...{ rows: told, lines, linesLeft },
    outages,
    people: Object.fromEntries([...people].map((id) => [id, names.person(id)])),
    classes: Object.fromEntries([...classes].map((id) => [id, names.schoolClass(id)])),
  }
}
