// The hub's database as the hub asks it: each statement is a call at which it may break, and so are a commit's eve and morrow.
import type { Database } from '../../src/hub/database/tables.ts'

const statements = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom']

/** What `call` throws before a commit takes the transaction back; what it throws after one comes too late for that. */
export const breakingDatabase = (db: Database, call: () => void): Database =>
  new Proxy(db, {
    get: (target, name) => {
      const plain = Reflect.get(target, name, target) as (...asked: unknown[]) => unknown
      if (name === 'transaction')
        return () => ({
          execute: async <T>(scope: (trx: Database) => Promise<T>): Promise<T> => {
            call()
            const answer = await target.transaction().execute(async (trx) => {
              const done = await scope(breakingDatabase(trx, call))
              call()
              return done
            })
            call()
            return answer
          },
        })
      return (...asked: unknown[]) => {
        if (statements.includes(String(name))) call()
        return plain.apply(target, asked)
      }
    },
  })
