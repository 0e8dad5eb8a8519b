// The hub's one counter: every writing transaction takes the next number first, so commits come in its order.
import type { Database, Trx } from './tables.ts'

/** Takes the next revision. On PostgreSQL the row's lock makes later writers wait for this commit. */
export const nextRevision = async (trx: Trx): Promise<number> => {
  const { rev } = await trx
    .updateTable('revision')
    .set((eb) => ({ rev: eb('rev', '+', 1) }))
    .where('id', '=', 1)
    .returning('rev')
    .executeTakeFirstOrThrow()
  return rev
}

export interface Revision {
  rev: number
  /** The name of the hub's life. */
  incarnation: string
}

export const readRevision = (db: Database | Trx): Promise<Revision> =>
  db.selectFrom('revision').select(['rev', 'incarnation']).where('id', '=', 1).executeTakeFirstOrThrow()
