// A device's database whose next transaction can be made to end as on a full disk: all of it done, and then aborted.
import type { JournalDatabase } from '../../src/store/database.ts'

const quota = (): Error => Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' })

/** Returns how to make the next transaction fail. The database is changed in its place. */
export const failingStorage = (db: JournalDatabase): { failNext(): void } => {
  const plain = db.transaction.bind(db) as (...asked: unknown[]) => Promise<unknown>
  let fails = false
  const spoiled = (...asked: unknown[]): Promise<unknown> => {
    if (!fails) return plain(...asked)
    fails = false
    const scope = asked.at(-1) as () => Promise<unknown>
    return plain(...asked.slice(0, -1), async () => {
      await scope()
      throw quota()
    })
  }
  Object.assign(db, { transaction: spoiled })
  return {
    failNext: () => {
      fails = true
    },
  }
}
