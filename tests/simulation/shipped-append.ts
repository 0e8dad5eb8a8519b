// The shipped hot write over IndexedDB, which knows nothing of Dexie's `transaction`: the same deaths and the same full
// disk come to the transaction that it begins itself.
import { type Append, createAppend } from '../../src/store/append.ts'
import type { JournalDatabase } from '../../src/store/database.ts'
import type { FailingStorage } from './failing-storage.ts'
import type { Mortality } from './mortality.ts'

interface Faults {
  mortality: Mortality
  storage: FailingStorage
}

/** As fake-indexeddb ends a transaction on its own account. */
type Ending = IDBTransaction & { _abort(error: string): void }

/** Calls `ends` once every row is written and nothing is committed: the head of the log is the last to be put. */
const onceWritten = (transaction: Ending, ends: (transaction: Ending) => void): Ending => {
  const heads = transaction.objectStore('logHead')
  const put = heads.put.bind(heads)
  heads.put = (head) => {
    const request = put(head)
    request.addEventListener('success', () => ends(transaction))
    return request
  }
  return transaction
}

/** The database must be open: an append begins its transaction at once. */
export const createShippedAppend = (db: JournalDatabase, { mortality, storage }: Faults): Append => {
  let ends: (transaction: Ending) => void = () => {}
  const begin = (...asked: Parameters<typeof db.core.transaction>) =>
    onceWritten(db.core.transaction(...asked) as unknown as Ending, ends) as never
  const core = new Proxy(db.core, {
    get: (target, name) => (name === 'transaction' ? begin : target[name as keyof typeof target]),
  })
  const append = createAppend(Object.create(db, { core: { value: core } }))

  return (owner, make) =>
    mortality.transaction((atEnd) => {
      const isFull = storage.takeFailure()
      ends = (transaction) => {
        try {
          atEnd()
          if (isFull) transaction._abort('QuotaExceededError')
        } catch {
          transaction.abort()
        }
      }
      return append(owner, make)
    })
}
