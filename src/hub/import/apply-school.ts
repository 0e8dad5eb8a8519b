// Makes a built school the current one: its version, its accounts, and where each known cell belongs now.
import type { School } from '../../domain/school.ts'
import { firstYearOf } from '../../domain/term/year-column.ts'
import { writeAudit } from '../audit.ts'
import { lastLife } from '../database/life.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting, type Writing } from '../database/writing.ts'
import { closeTeacherOutages } from '../outages/register.ts'
import type { Login } from './build-school.ts'
import { moveCells } from './move-cells.ts'
import { settingsSet } from './settings-set.ts'

export interface ApplyPorts {
  db: Database
  now(): string
  newId(): string
}

/**
 * Accounts follow the staff list: new people come in without a password, people who left can't sign in. These open no
 * session of АИС either, so an outage of their own ends, and its term runs for whoever is left (п. 3.2).
 */
const applyLogins = async (
  { trx, rev }: Pick<Writing<unknown>, 'trx' | 'rev'>,
  logins: readonly Login[],
  at: string,
): Promise<void> => {
  const known = await trx.selectFrom('account').select(['person', 'login']).execute()
  const staying = new Set(logins.map((one) => one.person))
  for (const { person } of known) {
    if (staying.has(person)) continue
    await trx.deleteFrom('session').where('person', '=', person).execute()
    await trx.deleteFrom('account').where('person', '=', person).execute()
    await closeTeacherOutages(trx, person, at, rev)
  }
  const before = new Map(known.map((one) => [one.person, one.login]))
  const renamed = logins.filter((one) => before.get(one.person) !== one.login)
  // Two people may have swapped logins: the old ones go out of the way first.
  for (const { person } of renamed) {
    await trx
      .updateTable('account')
      .set({ login: `#${person}` })
      .where('person', '=', person)
      .execute()
  }
  for (const { person, login } of renamed) {
    if (before.has(person))
      await trx.updateTable('account').set({ login }).where('person', '=', person).execute()
    else await trx.insertInto('account').values({ person, login, password_hash: null }).execute()
  }
}

/** Who made the version; `after` says what of the lists changed, without a pupil's name. */
interface Authorship {
  who: string
  action: 'import' | 'schoolEdit'
  after(former: School | null): string
}

/** A hub that was put back from a copy has lost the newest numbers, and tablets still name them: it begins far above. */
const lostNumbers = 1000

const nextVersion = async (
  trx: Trx,
  last: { version: number; created_at: string } | undefined,
): Promise<number> => {
  if (!last) return 1
  const life = await lastLife(trx)
  return last.version + (life !== null && last.created_at <= life.at ? lostNumbers : 1)
}

/** Inside a transaction of the caller's. */
export const applySchoolIn = async (
  { trx, rev }: Pick<Writing<unknown>, 'trx' | 'rev'>,
  { now, newId }: Omit<ApplyPorts, 'db'>,
  school: School,
  logins: readonly Login[],
  { who, action, after }: Authorship,
): Promise<{ version: number; rev: number }> => {
  const last = await trx
    .selectFrom('school_version')
    .select(['version', 'document', 'created_at'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const version = await nextVersion(trx, last)
  const former = last ? (JSON.parse(last.document) as School) : null
  // Marks of the year are kept under ids that hang on it, so it is decided once and goes from version to version.
  const firstYear = firstYearOf(former ?? school)
  const lists: School = { ...school, version, ...(firstYear !== undefined && { firstYear }) }
  const document = JSON.stringify(lists)
  await trx
    .insertInto('school_version')
    .values({ version, created_at: now(), created_by: who, document })
    .execute()
  await applyLogins({ trx, rev }, logins, now())
  await moveCells(trx, former, lists, rev)
  await writeAudit(trx, {
    ...{ id: newId(), at: now(), who, device: null, action, after: after(former) },
    subject: `school version ${version}`,
    before: last ? String(last.version) : null,
  })
  return { version, rev }
}

/** The lists of a folder; inside a transaction of the caller's. Returns the new version. */
export const importIn = async (
  writing: Pick<Writing<unknown>, 'trx' | 'rev'>,
  ports: Omit<ApplyPorts, 'db'>,
  school: School,
  logins: readonly Login[],
): Promise<number> => {
  const counts = `${school.classes.length} classes, ${school.pupils.length} pupils, ${school.staff.length} staff`
  const after = (former: School | null): string =>
    JSON.stringify({ counts, set: settingsSet(former, school) })
  const by = { who: 'import', action: 'import', after } as const
  return (await applySchoolIn(writing, ports, school, logins, by)).version
}

/** One transaction: afterwards the school is this one, or the former one. Returns the new version. */
export const applySchool = (
  { db, ...ports }: ApplyPorts,
  school: School,
  logins: readonly Login[],
): Promise<number> => inWriting(db, (writing) => importIn(writing, ports, school, logins))
