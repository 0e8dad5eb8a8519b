// The outages of a period with what became of their terms (п. 3.2): whatever was recorded in them, of whichever lesson.
import type { PeriodOutage } from '../../../contract/period-schema.ts'
import type { OutageReport } from '../../../domain/cell-report.ts'
import type { Period } from '../../../domain/control/period.ts'
import { isBacklog } from '../../../domain/entry-state.ts'
import { lateAfter, termMet } from '../../../domain/register/term-met.ts'
import type { School } from '../../../domain/school.ts'
import { type Instant, momentOf } from '../../../domain/time.ts'
import type { Database } from '../../database/tables.ts'
import { aisAuthor } from '../../transfer/ais-author.ts'

const readStates = (db: Database, outage: OutageReport) =>
  db
    .selectFrom('entry')
    .select((eb) => [
      'state',
      eb.fn.countAll<number | string>().as('count'),
      eb.fn.count<number | string>('transferred_at').as('moved'),
      eb.fn
        .sum<number | string>(
          eb
            .case()
            .when('transferred_at', '>', lateAfter(outage) ?? '~')
            .then(1)
            .else(0)
            .end(),
        )
        .as('late'),
    ])
    .where('outage', '=', outage.no)
    .where('person', '!=', aisAuthor)
    .where('state', '!=', 'refused')
    .groupBy('state')
    .execute()

/** Those that went on at some moment of the period, the first ones first. */
export const readOutageTerms = async (
  db: Database,
  school: School,
  { from, to }: Period,
  outages: readonly OutageReport[],
  now: Instant,
): Promise<PeriodOutage[]> => {
  const [begins, ends] = [momentOf(from, '00:00', school.zone), momentOf(to, '24:00', school.zone)]
  const met = outages
    .filter((one) => one.openedAt < ends && (one.restoredAt === null || begins < one.restoredAt))
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
  const told: PeriodOutage[] = []
  for (const outage of met) {
    const rows = await readStates(db, outage)
    const of = (count: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + count(row), 0)
    const entries = of((row) => Number(row.count))
    const late = of((row) => Number(row.late))
    const waiting = of((row) => (isBacklog(row.state) ? Number(row.count) - Number(row.moved) : 0))
    const inTime = of((row) => Number(row.moved)) - late
    const term = termMet(outage.due, { entries, late, waiting }, now)
    told.push({ outage, entries, inTime, late, waiting, term })
  }
  return told
}
