// The school as last imported. Parsed once a version; the version is asked each time, for an import may have come.
import type { School } from '../../domain/school.ts'
import type { Database, Trx } from './tables.ts'

export const createCurrentSchool = (db: Database) => {
  let known: School | null = null
  /** The newest version, or null before the first import; inside a transaction it is asked there. */
  return async (at: Database | Trx = db): Promise<School | null> => {
    const newest = await at
      .selectFrom('school_version')
      .select((eb) => eb.fn.max('version').as('version'))
      .executeTakeFirst()
    if (!newest?.version) return null
    if (known?.version === newest.version) return known
    const row = await at
      .selectFrom('school_version')
      .select('document')
      .where('version', '=', newest.version)
      .executeTakeFirstOrThrow()
    known = JSON.parse(row.document) as School
    return known
  }
}

export type CurrentSchool = ReturnType<typeof createCurrentSchool>

/**
 * The lists as they stand once a writing transaction has begun: those read before it waited may have been followed by
 * others. Throws before the first import.
 */
export const listsIn = async (trx: Trx, current: CurrentSchool): Promise<School> => {
  const school = await current(trx)
  if (!school) throw new Error('the hub has no school')
  return school
}
