// The school as last imported. Parsed once a version; the version is asked each time, for an import may have come.
import type { School } from '../../domain/school.ts'
import type { Database } from './tables.ts'

export const createCurrentSchool = (db: Database) => {
  let known: School | null = null
  /** The newest version, or null before the first import. */
  return async (): Promise<School | null> => {
    const newest = await db
      .selectFrom('school_version')
      .select((eb) => eb.fn.max('version').as('version'))
      .executeTakeFirst()
    if (!newest?.version) return null
    if (known?.version === newest.version) return known
    const row = await db
      .selectFrom('school_version')
      .select('document')
      .where('version', '=', newest.version)
      .executeTakeFirstOrThrow()
    known = JSON.parse(row.document) as School
    return known
  }
}

export type CurrentSchool = ReturnType<typeof createCurrentSchool>
