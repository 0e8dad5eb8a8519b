// The register of outages in the database. A row's moments are filled in as they happen; what they were goes to the audit.
import type { WorkTerms } from '../../domain/calendar/transfer-due.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { dueOf, type Outage, type OutageScope, type Probe } from '../../domain/outage.ts'
import type { Database, OutageRow, Trx } from '../database/tables.ts'

const parseProbe = (text: string | null): Probe | null => (text === null ? null : (JSON.parse(text) as Probe))

const scopeOf = (row: OutageRow): OutageScope =>
  row.person === null ? { kind: 'school' } : { kind: 'teacher', person: row.person }

export const readOutage = (row: OutageRow): Outage => ({
  no: row.no,
  scope: scopeOf(row),
  openedAt: row.opened_at,
  openedBy: parseProbe(row.opened_by),
  restoredAt: row.restored_at,
  restoredBy: parseProbe(row.restored_by),
  closedAt: row.closed_at,
})

export const reportOutage = (row: OutageRow, school: WorkTerms): OutageReport => {
  const outage = readOutage(row)
  const due = dueOf(outage, school)
  return {
    no: outage.no,
    scope: outage.scope,
    openedAt: outage.openedAt,
    restoredAt: outage.restoredAt,
    closedAt: outage.closedAt,
    due: due?.due ?? null,
    strict: due?.strict ?? null,
  }
}

const openQuery = (db: Database | Trx) => db.selectFrom('outage').selectAll().where('closed_at', 'is', null)

/** The school-wide outage that is not closed yet, or null. */
export const openSchoolOutage = async (db: Database | Trx): Promise<OutageRow | null> =>
  (await openQuery(db).where('person', 'is', null).orderBy('no', 'desc').executeTakeFirst()) ?? null

/** Opens the next number. */
export const openOutage = async (
  trx: Trx,
  wanted: { person: string | null; at: string; probe: Probe | null; rev: number },
): Promise<number> => {
  const last = await trx
    .selectFrom('outage')
    .select((eb) => eb.fn.max('no').as('no'))
    .executeTakeFirst()
  const no = (last?.no ?? 0) + 1
  await trx
    .insertInto('outage')
    .values({
      no,
      person: wanted.person,
      opened_at: wanted.at,
      opened_by: wanted.probe === null ? null : JSON.stringify(wanted.probe),
      restored_at: null,
      restored_by: null,
      closed_at: null,
      rev: wanted.rev,
    })
    .execute()
  return no
}

/** The closed school-wide outages of late: a tablet that had no hub either brings entries of them afterwards. */
const closedSchoolOutages = (trx: Trx): Promise<OutageRow[]> =>
  trx
    .selectFrom('outage')
    .selectAll()
    .where('person', 'is', null)
    .where('closed_at', 'is not', null)
    .orderBy('no', 'desc')
    .limit(50)
    .execute()

/**
 * The outages that arriving entries belong to, by when they were recorded: the school's while one is open; else the
 * closed one they were recorded in; else the author's own, opened when there is none, whose term starts once the
 * author proves access by opening a session.
 */
export const outagesFor = async (
  trx: Trx,
  author: string,
  recordedAt: readonly string[],
  at: string,
  rev: number,
): Promise<number[]> => {
  const ofSchool = await openSchoolOutage(trx)
  if (ofSchool) return recordedAt.map(() => ofSchool.no)
  const closed = await closedSchoolOutages(trx)
  const during = recordedAt.map(
    (moment) => closed.find((one) => one.opened_at <= moment && moment <= (one.closed_at ?? ''))?.no ?? null,
  )
  if (!during.includes(null)) return during.map(Number)
  const own = await openQuery(trx).where('person', '=', author).orderBy('no', 'desc').executeTakeFirst()
  const no = own?.no ?? (await openOutage(trx, { person: author, at, probe: null, rev }))
  return during.map((one) => one ?? no)
}

/** The author has a session of АИС, so access is back for them: their own open outages end now. */
export const closeTeacherOutages = async (
  trx: Trx,
  person: string,
  at: string,
  rev: number,
): Promise<void> => {
  await trx
    .updateTable('outage')
    .set({ restored_at: at, closed_at: at, rev })
    .where('person', '=', person)
    .where('closed_at', 'is', null)
    .execute()
}
