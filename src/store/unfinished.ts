// Transactions under way, so that a page that is put aside can give them up. WebKit freezes a page with its transaction
// open, and every later page of the origin then waits for it for ever.
import type { Dexie } from 'dexie'

/** Must be called before the database is opened. */
export const trackUnfinished = (db: Dexie) => {
  const unfinished = new Set<IDBTransaction>()
  db.use({
    stack: 'dbcore',
    name: 'unfinished',
    create: (core) => ({
      ...core,
      transaction: (...asked) => {
        const transaction = core.transaction(...asked) as unknown as IDBTransaction
        unfinished.add(transaction)
        for (const end of ['complete', 'abort'])
          transaction.addEventListener(end, () => unfinished.delete(transaction))
        return transaction as never
      },
    }),
  })
  return {
    /** What had not been committed is not saved, and no screen has called it so. */
    abortAll: (): void => {
      for (const transaction of unfinished) {
        try {
          transaction.abort()
        } catch {
          // It is committing: then it ends by itself.
        }
      }
    },
  }
}
