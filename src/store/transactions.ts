// The journal's transactions, all of them in one place: after the storage has failed none that writes begins, and those
// under way are given up when the page is put aside, where none begins. WebKit freezes a page with its transaction open,
// and every later page of the origin then waits for it for ever.
import type { Dexie } from 'dexie'
import { saveFailure } from './save-failure.ts'
import type { WriteGate } from './write-gate.ts'

/** The storage has failed before: this write was not even tried. */
class StorageStopped extends Error {
  override name = 'StorageStopped'
}

/** The page has been put aside: whoever asks now asks again when it is back. */
class PageAside extends Error {
  override name = 'PageAside'
}

/** Must be called before the database is opened. Whoever writes, an error of the storage closes the gate for all. */
export const watchTransactions = (db: Dexie, gate: Pick<WriteGate, 'stopped' | 'note'>) => {
  const unfinished = new Set<IDBTransaction>()
  let aside = false
  let lost = false
  db.use({
    stack: 'dbcore',
    name: 'transactions',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (aside) {
          lost = true
          throw new PageAside()
        }
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
    /** What had not been committed is not saved, and no screen has called it so. Nothing begins until it is taken up. */
    putAside: (): void => {
      aside = true
      if (unfinished.size > 0) lost = true
      for (const transaction of unfinished) {
        try {
          transaction.abort()
        } catch {
          // It is committing: then it ends by itself.
        }
      }
    },
    /** True when something was given up, or asked for in vain: the page must not go on as if it had been done. */
    takeUp: (): boolean => {
      aside = false
      return lost
    },
  }
}
