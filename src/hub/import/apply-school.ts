// Makes a built school the current one: its version, its accounts, and where each known cell belongs now.
import { type Cell, type CellKey, pupilOf } from '../../domain/cell.ts'
import type { PupilId, School } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import { placeEntries, placeNow } from '../cells/place-anew.ts'
import { lastLife } from '../database/life.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting, type Writing } from '../database/writing.ts'
import type { Login } from './build-school.ts'
import { settingsSet } from './settings-set.ts'

export interface ApplyPorts {
  db: Database
  now(): string
  newId(): string
}

/** Accounts follow the staff list: new people come in without a password, people who left can't sign in. */
const applyLogins = async (trx: Trx, logins: readonly Login[]): Promise<void> => {
  const known = await trx.selectFrom('account').select(['person', 'login']).execute()
  const staying = new Set(logins.map((one) => one.person))
  for (const { person } of known) {
    if (staying.has(person)) continue
    await trx.deleteFrom('session').where('person', '=', person).execute()
    await trx.deleteFrom('account').where('person', '=', person).execute()
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

/** Classes whose class teacher wasn't theirs before: that person hasn't been told their cells yet. */
const newlyLed = (former: School | null, school: School): string[] => {
  const leaders = new Map(former?.classes.map((one) => [one.id, one.classTeacher]))
  return school.classes.filter((one) => leaders.get(one.id) !== one.classTeacher).map((one) => `,${one.id},`)
}

/** Pupils whose stays are not what they were: another class teacher is to be told of them, and they count there. */
const restayed = (former: School | null, school: School): Set<PupilId> => {
  const staysOf = (one: School): Map<PupilId, string> => {
    const stays = new Map<PupilId, string>()
    for (const { pupil, schoolClass, from, to } of one.enrolments)
      stays.set(pupil, `${stays.get(pupil) ?? ''} ${schoolClass} ${from} ${to}`)
    return stays
  }
  const [before, after] = [former ? staysOf(former) : new Map<PupilId, string>(), staysOf(school)]
  return new Set([...before.keys(), ...after.keys()].filter((one) => before.get(one) !== after.get(one)))
}

/** Lessons and classes may have got another teacher, pupils another class: whose the cells are now must find them. */
const moveCells = async (trx: Trx, former: School | null, school: School, rev: number): Promise<void> => {
  const led = newlyLed(former, school)
  const theirs = restayed(former, school)
  const moved: CellKey[] = []
  const rows = await trx.selectFrom('cell').select(['key', 'cell', 'teacher', 'classes']).execute()
  for (const row of rows) {
    const { teacher, classes } = placeNow(school, row)
    const pupil = pupilOf(JSON.parse(row.cell) as Cell)
    const isTheirs = pupil !== null && theirs.has(pupil)
    if (isTheirs) moved.push(row.key)
    const stays = teacher === row.teacher && classes === row.classes && !isTheirs
    if (stays && !led.some((one) => classes.includes(one))) continue
    await trx.updateTable('cell').set({ teacher, classes, rev }).where('key', '=', row.key).execute()
  }
  await placeEntries(trx, school, moved)
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
  const document = JSON.stringify({ ...school, version })
  await trx
    .insertInto('school_version')
    .values({ version, created_at: now(), created_by: who, document })
    .execute()
  await applyLogins(trx, logins)
  await moveCells(trx, former, { ...school, version }, rev)
  await writeAudit(trx, {
    ...{ id: newId(), at: now(), who, device: null, action, after: after(former) },
    subject: `school version ${version}`,
    before: last ? String(last.version) : null,
  })
  return { version, rev }
}

/** One transaction: afterwards the school is this one, or the former one. Returns the new version. */
export const applySchool = (
  { db, ...ports }: ApplyPorts,
  school: School,
  logins: readonly Login[],
): Promise<number> =>
  inWriting(db, async (writing) => {
    const counts = `${school.classes.length} classes, ${school.pupils.length} pupils, ${school.staff.length} staff`
    const after = (former: School | null): string =>
      JSON.stringify({ counts, set: settingsSet(former, school) })
    const by = { who: 'import', action: 'import', after } as const
    return (await applySchoolIn(writing, ports, school, logins, by)).version
  })
