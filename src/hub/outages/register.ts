// The register of outages in the database: what is open, what it tells people, which outage an entry belongs to.
import type { WorkTerms } from '../../domain/calendar/transfer-due.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import type { Outage, OutageScope, Probe } from '../../domain/outage.ts'
import { outageOf, type Recording, recordedIn } from '../../domain/register/outage-of.ts'
import { reportOf } from '../../domain/register/outage-report.ts'
import type { PersonId } from '../../domain/school.ts'
import { toInstant, toMs } from '../../domain/time.ts'
import type { Database, OutageRow, Trx } from '../database/tables.ts'
import { followOutage, openOutage } from './follow.ts'

const parseProbe = (text: string | null): Probe | null => (text === null ? null : (JSON.parse(text) as Probe))

const scopeOf = (row: OutageRow): OutageScope => {
  if (row.person !== null) return { kind: 'teacher', person: row.person }
  return row.building === null ? { kind: 'school' } : { kind: 'building', building: row.building }
}

export const readOutage = (row: OutageRow): Outage => ({
  no: row.no,
  scope: scopeOf(row),
  openedAt: row.opened_at,
  openedBy: parseProbe(row.opened_by),
  restoredAt: row.restored_at,
  restoredBy: parseProbe(row.restored_by),
  closedAt: row.closed_at,
  confirmedAt: row.confirmed_at,
})

/** The outages from a number on, and whatever is still open; newest first. */
const rowsFrom = async (db: Database | Trx, from: number): Promise<OutageRow[]> => {
  const of = () => db.selectFrom('outage').selectAll().orderBy('no', 'desc')
  const recent = await of().where('no', '>=', from).execute()
  const open = await of().where('closed_at', 'is', null).execute()
  const known = new Set(recent.map((row) => row.no))
  return [...recent, ...open.filter((row) => !known.has(row.no))]
}

/** Each with its term. A person's own move nobody else's: of the many that intake opens, each is held against few. */
const reportsOf = (register: readonly Outage[], school: WorkTerms, now: string): OutageReport[] => {
  const shared = register.filter(({ scope }) => scope.kind !== 'teacher')
  const around = new Map<string, Outage[]>()
  for (const one of register) {
    if (one.scope.kind !== 'teacher') continue
    const known = around.get(one.scope.person)
    if (known) known.push(one)
    else around.set(one.scope.person, [...shared, one])
  }
  return register.map((outage) => {
    const { scope } = outage
    const near = scope.kind === 'teacher' ? (around.get(scope.person) ?? shared) : shared
    return reportOf(outage, near, school, now)
  })
}

/**
 * The outages from a number on, and those that are open, with their terms as of now, newest first: one inside a term
 * moves that term. One that has been open for months brings none of the others since.
 */
export const readRegister = async (
  db: Database | Trx,
  school: WorkTerms,
  now: string,
  from = 0,
): Promise<OutageReport[]> => reportsOf((await rowsFrom(db, from)).map(readOutage), school, now)

/** The same of those that concern a person, however long ago: the school's, its buildings' and their own. */
export const readRegisterOf = async (
  db: Database | Trx,
  school: WorkTerms,
  person: PersonId,
  now: string,
): Promise<OutageReport[]> => {
  const rows = await db
    .selectFrom('outage')
    .selectAll()
    .where((eb) => eb.or([eb('person', 'is', null), eb('person', '=', person)]))
    .orderBy('no', 'desc')
    .execute()
  return reportsOf(rows.map(readOutage), school, now)
}

const openQuery = (db: Database | Trx) => db.selectFrom('outage').selectAll().where('closed_at', 'is', null)

/** The school-wide outage that is not closed yet, or null. */
export const openSchoolOutage = async (db: Database | Trx): Promise<OutageRow | null> =>
  (await openQuery(db)
    .where('person', 'is', null)
    .where('building', 'is', null)
    .orderBy('no', 'desc')
    .executeTakeFirst()) ?? null

/** The moment before which none of these was recorded, by the hub's clock and its doubt. */
const earliestOf = (recordings: readonly Recording[]): string =>
  recordings
    .map(({ at, clock }) => toInstant(toMs(at) - (clock?.doubtMs ?? 0)))
    .reduce((least, one) => (one < least ? one : least))

/**
 * The outages that may have met the author's recordings, open or closed since: a tablet without a hub brings entries long
 * afterwards, and a flickering access leaves many in a day.
 */
const outagesSince = async (
  trx: Trx,
  author: string,
  recordings: readonly Recording[],
): Promise<Outage[]> => {
  const rows = await trx
    .selectFrom('outage')
    .selectAll()
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>=', earliestOf(recordings))]))
    .where((eb) => eb.or([eb('person', 'is', null), eb('person', '=', author)]))
    .execute()
  return rows.map(readOutage)
}

/** The author has a session of АИС, or will need none any more: their own open outages end now. */
export const closeTeacherOutages = async (
  trx: Trx,
  person: string,
  at: string,
  rev: number,
): Promise<void> => {
  for (const { no } of await openQuery(trx).where('person', '=', person).execute()) {
    await followOutage(trx, no, { kind: 'restored', at, who: person, probe: null }, rev)
    await followOutage(trx, no, { kind: 'closed', at, who: person }, rev)
  }
}

interface Arriving {
  author: PersonId
  /** The author stands on the lists no more, and will open no session of АИС. */
  hasLeft: boolean
  recordings: readonly Recording[]
}

/**
 * The outages that arriving entries of one author belong to. Those of none belong to the author's own, opened when
 * there is none, whose term starts once the author proves access by opening a session; of one who has left, at once, for
 * the duty is others' from then on (п. 3.2).
 */
export const outagesFor = async (
  trx: Trx,
  { author, hasLeft, recordings }: Arriving,
  at: string,
  rev: number,
): Promise<number[]> => {
  const outages = await outagesSince(trx, author, recordings)
  const known = recordings.map((one) => outageOf(outages, one))
  const opening = { scope: { kind: 'teacher', person: author } as const, at, who: author, probe: null }
  const own = known.includes(null) ? await openOutage(trx, { ...opening, reason: null }, rev) : null
  if (hasLeft) await closeTeacherOutages(trx, author, at, rev)
  return known.map((one) => Number(one ?? own))
}

/** The outage of a building in which an entry was recorded whose class is known only now, or null. */
export const outageOfBuilding = async (trx: Trx, recording: Recording): Promise<number | null> => {
  const outages = await outagesSince(trx, recording.author, [recording])
  return recordedIn(
    outages.filter((one) => one.scope.kind === 'building'),
    recording,
  )
}
