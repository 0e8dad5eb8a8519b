// The outages that a period of former days asks about, with their terms: read by when they were, never the whole register.
import type { OutageReport } from '../../../domain/cell-report.ts'
import type { Outage } from '../../../domain/outage.ts'
import { reportOf } from '../../../domain/register/outage-report.ts'
import { countsAsOutage, covers, ownTerm } from '../../../domain/register/outage-term.ts'
import type { School } from '../../../domain/school.ts'
import type { Instant } from '../../../domain/time.ts'
import { inChunks } from '../../database/in-chunks.ts'
import type { Database } from '../../database/tables.ts'
import { readOutage } from '../../outages/register.ts'

/** Whom an outage may be of, as its row says it. */
const scopesOf = ({ classes, staff }: School) => [
  { person: null, building: null },
  ...[...new Set(classes.flatMap((one) => one.building ?? []))].map((building) => ({
    ...{ person: null, building },
  })),
  ...staff.map((one) => ({ person: one.id, building: null })),
]

/** Outages of the same people never overlap: of each scope the last one opened by then is the only one that can span it. */
const openAround = async (db: Database, school: School, at: Instant): Promise<Outage[]> => {
  const found: Outage[] = []
  for (const { person, building } of scopesOf(school)) {
    const row = await db
      .selectFrom('outage')
      .selectAll()
      .where('person', person === null ? 'is' : '=', person)
      .where('building', building === null ? 'is' : '=', building)
      .where('opened_at', '<=', at)
      .orderBy('opened_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (row && (row.restored_at === null || row.restored_at >= at)) found.push(readOutage(row))
  }
  return found
}

const openedBetween = async (db: Database, after: Instant, until: Instant): Promise<Outage[]> => {
  const rows = await db
    .selectFrom('outage')
    .selectAll()
    .where('opened_at', '>', after)
    .where('opened_at', '<=', until)
    .execute()
  return rows.map(readOutage)
}

const numbered = async (db: Database, numbers: readonly number[]): Promise<Outage[]> => {
  const rows = await inChunks(numbers, (some) =>
    db.selectFrom('outage').selectAll().where('no', 'in', some).execute(),
  )
  return rows.map(readOutage)
}

/** Grows as the days are read: `upTo` a moment, `knowing` numbers that entries name. */
export const createPeriodRegister = async (db: Database, school: School, from: Instant, now: Instant) => {
  const known = new Map<number, Outage>()
  let reports: ReadonlyMap<number, OutageReport> = new Map()
  let reached = from

  /** What began inside the term of the outage and moves it (п. 3.2). */
  const movers = async (outage: Outage): Promise<Outage[]> => {
    const due = ownTerm(outage, school)?.due
    if (!due || !outage.restoredAt) return []
    const inside = await openedBetween(db, outage.restoredAt, due)
    return inside.filter((one) => covers(one.scope, outage.scope) && countsAsOutage(one, school, now))
  }

  const add = async (some: readonly Outage[]): Promise<void> => {
    for (let fresh = some; fresh.length > 0; ) {
      fresh = fresh.filter((one) => !known.has(one.no))
      for (const one of fresh) known.set(one.no, one)
      const next: Outage[] = []
      for (const one of fresh) next.push(...(await movers(one)))
      fresh = next
    }
    // Newest first, as everywhere: where two explain one thing, each screen names the same.
    const register = [...known.values()].sort((a, b) => b.no - a.no)
    reports = new Map(register.map((one) => [one.no, reportOf(one, register, school, now)]))
  }
  await add(await openAround(db, school, from))

  return {
    /** Every outage that went on between the period's beginning and this moment is known from here on; false where none is new. */
    upTo: async (until: Instant): Promise<boolean> => {
      if (until <= reached) return false
      const after = reached
      reached = until
      const opened = await openedBetween(db, after, until)
      if (opened.length > 0) await add(opened)
      return opened.length > 0
    },
    knowing: async (numbers: readonly number[]): Promise<void> => {
      const missing = numbers.filter((no) => !known.has(no))
      if (missing.length > 0) await add(await numbered(db, missing))
    },
    all: (): OutageReport[] => [...reports.values()],
    of: (no: number | null): OutageReport | undefined => (no === null ? undefined : reports.get(no)),
  }
}

export type PeriodRegister = Awaited<ReturnType<typeof createPeriodRegister>>
