// A device's database whose next transaction can be made to end as on a full disk: all of it done, and then aborted.
import type { JournalDatabase } from '../../src/store/database.ts'

const quota = (): Error => Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' })

export interface FailingStorage {
  failNext(): void
  /** Whether the transaction that begins now is the one to fail. Whoever asks must see to that. */
  takeFailure(): boolean
}

/** Returns how to make the next transaction fail. The database is changed in its place. */
export const failingStorage = (db: JournalDatabase): FailingStorage => {
  const plain = db.transaction.bind(db) as (...asked: unknown[]) => Promise<unknown>
  let fails = false
  const takeFailure = (): boolean => {
    const taken = fails
    fails = false
    return taken
  }
  const spoiled = (...asked: unknown[]): Promise<unknown> => {
    if (!takeFailure()) return plain(...asked)
    const scope = asked.at(-1) as () => Promise<unknown>
    return plain(...asked.slice(0, -1), async () => {
      await scope()
      throw quota()
    })
  }
  Object.assign(db, { transaction: spoiled })
  return {
    takeFailure,
    failNext: () => {
      fails = true
    },
  }
}
