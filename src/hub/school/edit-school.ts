// A deputy edits the lists by hand: one more version of the school, by the import's checks, or nothing at all.
import type { ListEdit, SchoolEdit } from '../../contract/school-edit-schema.ts'
import type { School } from '../../domain/school.ts'
import type { Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import { type ApplyPorts, applySchoolIn } from '../import/apply-school.ts'
import { buildFromTexts, type Login } from '../import/build-school.ts'
import { checkFormerTerms } from '../import/check-former-terms.ts'
import type { Fault } from '../import/read-lists.ts'
import type { SettingSet } from '../import/settings-set.ts'
import { editTexts } from './edit-texts.ts'
import { listTexts } from './list-texts.ts'

export type EditOutcome =
  | { kind: 'applied'; version: number; rev: number }
  | { kind: 'refused'; faults: readonly Fault[] }
  /** Somebody has changed the lists since this person read them. */
  | { kind: 'stale' }

const newestSchool = async (trx: Trx): Promise<School | null> => {
  const row = await trx
    .selectFrom('school_version')
    .select('document')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (JSON.parse(row.document) as School) : null
}

const loginsOf = async (trx: Trx): Promise<Login[]> =>
  trx.selectFrom('account').select(['person', 'login']).execute()

/** Settings are nobody's personal data, so their values stand in the audit log; of other lists only how many rows. */
const settled: readonly string[] = ['settings', 'end-of-work']

export interface EditNote {
  lists: { list: string; added: number; removed: number }[]
  set: SettingSet[]
}

const noteOf = (edits: readonly ListEdit[]): EditNote => {
  const lists = [...new Set(edits.map((one) => one.list))].map((list) => {
    const own = edits.filter((one) => one.list === list)
    const count = (of: 'add' | 'remove') => own.filter((one) => one[of] !== undefined).length
    return { list, added: count('add'), removed: count('remove') }
  })
  const set = edits.flatMap(({ list, add, remove }) => {
    if (!settled.includes(list)) return []
    if (list === 'settings') return [{ name: add?.name ?? remove?.name ?? '', value: add?.value ?? '' }]
    return [{ name: 'endOfWork', value: add ? `${add.usual} ${add.shortDay}` : '' }]
  })
  return { lists, set }
}

export const editSchool = (
  ports: ApplyPorts,
  who: string,
  { version, edits }: SchoolEdit,
): Promise<EditOutcome> =>
  inWriting<EditOutcome>(ports.db, async ({ trx, rev, leave }) => {
    const school = await newestSchool(trx)
    if (school?.version !== version) return leave({ kind: 'stale' })
    const edited = editTexts(listTexts(school, await loginsOf(trx)), edits)
    if (!edited.ok) return leave({ kind: 'refused', faults: edited.faults })
    const built = buildFromTexts(edited.texts)
    if (!built.ok) return leave({ kind: 'refused', faults: built.faults })
    const reused = checkFormerTerms(built.school, school)
    if (reused.length > 0) return leave({ kind: 'refused', faults: reused })
    const by = { who, action: 'schoolEdit', after: () => JSON.stringify(noteOf(edits)) } as const
    const writing = { trx, rev }
    return { kind: 'applied', ...(await applySchoolIn(writing, ports, built.school, built.logins, by)) }
  })
