// How every transaction begins that changes what tablets are told: with the next revision, before it reads anything.
//
//   BEGIN ──▶ revision + 1: its row's lock ──▶ read, decide, write ──▶ COMMIT
//                 └── who comes meanwhile waits here (PostgreSQL), and then reads what this one has left
import { nextRevision } from './revision.ts'
import type { Database, Trx } from './tables.ts'

export interface Writing<T> {
  trx: Trx
  /** The revision at which everything of this transaction stands. */
  rev: number
  /** Ends it with this answer and nothing changed; the number goes to who comes next. */
  leave(answer: T): never
}

class Left<T> extends Error {
  constructor(readonly answer: T) {
    super('nothing to change')
  }
}

/** What was read before it began may have changed since: whatever the work decides by, it reads from `trx`. */
export const inWriting = async <T>(db: Database, work: (writing: Writing<T>) => Promise<T>): Promise<T> => {
  const leave = (answer: T): never => {
    throw new Left(answer)
  }
  try {
    return await db.transaction().execute(async (trx) => work({ trx, rev: await nextRevision(trx), leave }))
  } catch (error) {
    if (error instanceof Left) return error.answer
    throw error
  }
}
