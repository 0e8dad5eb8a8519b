// The school as a deputy edits it, with who changed its lists and when.
import type { SchoolAnswer, SchoolChange, SettingChange } from '../../contract/school-edit-schema.ts'
import type { School } from '../../domain/school.ts'
import { namesOf } from '../board/names.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import type { EditNote } from './edit-school.ts'

const shown = 30

const readHistory = async (db: Database, school: School): Promise<SchoolChange[]> => {
  const versions = await db
    .selectFrom('school_version')
    .select(['version', 'created_at', 'created_by'])
    .orderBy('version', 'desc')
    .limit(shown)
    .execute()
  const subjects = versions.map((one) => `school version ${one.version}`)
  const lines = await db
    .selectFrom('audit')
    .select(['subject', 'after'])
    .where('action', '=', 'schoolEdit')
    .where('subject', 'in', subjects)
    .execute()
  const notes = new Map(lines.map((line) => [line.subject, JSON.parse(line.after ?? '{}') as EditNote]))
  const names = namesOf(school)
  return versions.map(({ version, created_at, created_by }) => {
    const note = notes.get(`school version ${version}`)
    return {
      ...{ version, at: created_at, name: names.person(created_by) },
      ...{ lists: note?.lists ?? null, set: note?.set ?? [] },
    }
  })
}

const versionIn = (subject: string): number => Number(subject.split(' ').at(-1))

/**
 * Few, whatever the year: a school decides once how it reads a clause. By hand, or brought with the lists. Versions
 * order them, not clocks.
 */
const readSettingChanges = async (db: Database, school: School): Promise<SettingChange[]> => {
  const lines = await db
    .selectFrom('audit')
    .select(['at', 'who', 'after', 'subject'])
    .where('action', 'in', ['schoolEdit', 'import'])
    .where('after', 'like', '%"set":[{%')
    .execute()
  const names = namesOf(school)
  lines.sort((a, b) => versionIn(b.subject) - versionIn(a.subject))
  return lines.flatMap(({ at, who, after }) =>
    (JSON.parse(after ?? '{}') as Pick<EditNote, 'set'>).set.map(({ name: setting, value }) => {
      return { at, name: names.person(who), setting, value }
    }),
  )
}

type Answer = Omit<SchoolAnswer, 'school'> & { school: School }

/** The plan of topics is long and is edited nowhere: it stays out. */
export const readSchoolAnswer = async (db: Database, school: School, now: string): Promise<Answer> => {
  const { incarnation } = await readRevision(db)
  const history = await readHistory(db, school)
  const settingChanges = await readSettingChanges(db, school)
  const logins = await db.selectFrom('account').select(['person', 'login']).execute()
  const told = { ...school, plan: [] }
  return { serverTime: now, incarnation, school: told, logins, history, settingChanges }
}
