// The hub's database as the hub asks it: each statement is a call at which it may break, and so are a commit's eve and morrow.
import type { Database } from '../../src/hub/database/tables.ts'

type Asking = (table: never) => unknown

/** What `call` throws before a commit takes the transaction back; what it throws after one comes too late for that. */
export const breakingDatabase = (db: Database, call: () => void): Database => {
  const statement = (name: 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom') => {
    const plain = db[name].bind(db) as Asking
    return (table: never): unknown => {
      call()
      return plain(table)
    }
  }
  const transaction = () => ({
    execute: async <T>(scope: (trx: Database) => Promise<T>): Promise<T> => {
      call()
      const answer = await db.transaction().execute(async (trx) => {
        const done = await scope(breakingDatabase(trx, call))
        call()
        return done
      })
      call()
      return answer
    },
  })
  return {
    selectFrom: statement('selectFrom'),
    insertInto: statement('insertInto'),
    updateTable: statement('updateTable'),
    deleteFrom: statement('deleteFrom'),
    transaction,
    // By this a plain statement is run: a savepoint of a group.
    getExecutor: () => {
      call()
      return db.getExecutor()
    },
  } as unknown as Database
}
