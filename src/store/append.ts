// The hot write: rows behind the end of a log, in one strict transaction of the database that lies under Dexie. Through
// Dexie's tables the same write costs a tap several times as much. It begins where all transactions do, at Dexie's core,
// so the gate sees it; and whoever watches these tables is told of it as of any other write.
import type { LogOwner } from '../domain/entry.ts'
import type { JournalDatabase, LogHead, LogRow } from './database.ts'
import { endBehind, type LogEnd, newestHead } from './logs.ts'
import { tellAppended } from './watch-tables.ts'

/** Rows for the end of a log, and where the log ends with them. */
export interface Appended {
  rows: readonly LogRow[]
  end: LogEnd
}

/**
 * All of what `make` gives is committed, or the promise is rejected and nothing of it is. Gives the rows as they were
 * read back in the transaction that wrote them: a screen that shows them needs no other.
 */
export type Append = (owner: LogOwner, make: (end: LogEnd) => Appended) => Promise<readonly LogRow[]>

const stores = ['log', 'logHead']

const isCut = (error: unknown): boolean => error instanceof Error && error.name === 'InvalidStateError'

export const createAppend = (db: JournalDatabase): Append => {
  /**
   * Where this tab has left the log: spares reading and hashing its last row. Numbers of a log are never given twice, so
   * it holds as long as the head that is stored, read in the same transaction, says the same.
   */
  let left: LogEnd | null = null

  const begin = (): IDBTransaction =>
    db.core.transaction(stores, 'readwrite', { durability: 'strict' }) as unknown as IDBTransaction

  const run = (
    transaction: IDBTransaction,
    owner: LogOwner,
    make: (end: LogEnd) => Appended,
  ): Promise<readonly LogRow[]> =>
    new Promise((resolve, reject) => {
      const [log, heads] = [transaction.objectStore('log'), transaction.objectStore('logHead')]
      let made: Appended | undefined
      const kept: LogRow[] = []
      let mistake: unknown = null
      /** What throws within takes the whole transaction back. */
      const step = (work: () => void) => (): void => {
        try {
          work()
        } catch (error) {
          mistake = error
          transaction.abort()
        }
      }
      const write = (end: LogEnd): void => {
        made = make(end)
        for (const row of made.rows) log.add(row)
        heads.put(made.end.head)
        for (const { logKey, seq } of made.rows) {
          const asked: IDBRequest<LogRow> = log.get([logKey, seq])
          asked.onsuccess = () => kept.push(asked.result)
        }
      }
      const asked: IDBRequest<LogHead[]> = heads.getAll()
      asked.onsuccess = step(() => {
        const head = newestHead(asked.result, owner)
        if (left?.head.logKey === head.logKey && left.head.lastSeq === head.lastSeq)
          return write({ head, hash: left.hash })
        if (head.lastSeq === 0) return write(endBehind(head, undefined))
        const last: IDBRequest<LogRow | undefined> = log.get([head.logKey, head.lastSeq])
        last.onsuccess = step(() => write(endBehind(head, last.result)))
      })
      transaction.onabort = () =>
        reject(mistake ?? transaction.error ?? new DOMException('the write was given up', 'AbortError'))
      transaction.oncomplete = () => {
        if (!made) return reject(new Error('nothing was to be written'))
        left = made.end
        // It is committed, whatever befalls those who hear of it; they are told before anybody goes on from here.
        resolve(kept)
        tellAppended(db, kept, made.end.head)
      }
    })

  /** Any reading opens the database anew, unless it was closed for good: then it says so. */
  const openAgain = (): Promise<unknown> => Promise.resolve(db.logHead.count())

  return async (owner, make) => {
    if (!db.isOpen()) await openAgain()
    try {
      return await run(begin(), owner, make)
    } catch (error) {
      if (!isCut(error)) throw error
      // The browser has cut the connection, and Dexie has not heard of it yet.
      db.close({ disableAutoOpen: false })
      await openAgain()
      return run(begin(), owner, make)
    }
  }
}
