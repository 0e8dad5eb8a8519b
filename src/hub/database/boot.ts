// Each start of the hub has a name of its own. A file that was changed for an older one while the hub stood knows no start
// after it, and holds less of the one before than was told: by that a tablet proves it, however far the hub has gone on.
import { readRevision } from './revision.ts'
import type { Database, Trx } from './tables.ts'

/** Names this start. Whatever writes to the database comes after it. */
export const beginBoot = (db: Database, newId: () => string): Promise<string> =>
  db.transaction().execute(async (trx) => {
    const name = newId()
    const { rev } = await readRevision(trx)
    const last = await trx.selectFrom('boot').select('no').orderBy('no', 'desc').limit(1).executeTakeFirst()
    await trx
      .insertInto('boot')
      .values({ name, no: (last?.no ?? 0) + 1, from_rev: rev })
      .execute()
    return name
  })

/** Up to which revision that start may have told of; null when these data know no such start. */
export const endOfBoot = async (db: Database | Trx, name: string): Promise<number | null> => {
  const boot = await db.selectFrom('boot').select('no').where('name', '=', name).executeTakeFirst()
  if (!boot) return null
  const next = await db
    .selectFrom('boot')
    .select('from_rev')
    .where('no', '>', boot.no)
    .orderBy('no')
    .limit(1)
    .executeTakeFirst()
  return next?.from_rev ?? Number.POSITIVE_INFINITY
}

/** The name of this start, or null while the disk takes nothing: then nothing is written that would have to be told apart. */
export type Boot = () => Promise<string | null>

export const createBoot = (db: Database, newId: () => string): Boot => {
  let begun: Promise<string> | null = null
  return async () => {
    const own = begun ?? beginBoot(db, newId)
    begun = own
    try {
      return await own
    } catch {
      // One of several that waited for it: another start may have begun meanwhile.
      if (begun === own) begun = null
      return null
    }
  }
}
