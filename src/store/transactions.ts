// The journal's transactions, all of them in one place: after the storage has failed none that writes begins, and those
// under way are given up when the page is put aside. WebKit freezes a page with its transaction open, and every later
// page of the origin then waits for it for ever.
import type { Dexie } from 'dexie'
import { saveFailure } from './save-failure.ts'
import type { WriteGate } from './write-gate.ts'

/** The storage has failed before: this write was not even tried. */
class StorageStopped extends Error {
  override name = 'StorageStopped'
}

/** Must be called before the database is opened. Whoever writes, an error of the storage closes the gate for all. */
export const watchTransactions = (db: Dexie, gate: Pick<WriteGate, 'stopped' | 'note'>) => {
  const unfinished = new Set<IDBTransaction>()
  db.use({
    stack: 'dbcore',
    name: 'transactions',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (mode === 'readwrite' && gate.stopped()) throw new StorageStopped()
        const transaction = core.transaction(stores, mode, options) as unknown as IDBTransaction
        unfinished.add(transaction)
        transaction.addEventListener('complete', () => unfinished.delete(transaction))
        transaction.addEventListener('abort', () => {
          unfinished.delete(transaction)
          if (transaction.error) gate.note(saveFailure(transaction.error))
        })
        return transaction as never
      },
    }),
  })
  return {
    /** What had not been committed is not saved, and no screen has called it so. False when nothing was under way. */
    abortAll: (): boolean => {
      const any = unfinished.size > 0
      for (const transaction of unfinished) {
        try {
          transaction.abort()
        } catch {
          // It is committing: then it ends by itself.
        }
      }
      return any
    },
  }
}
