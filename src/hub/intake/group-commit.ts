// Batches that come while another commits share the next commit: one wait for the disk, and nobody is answered before it.
//
//   comes ──▶ waits for the commit under way ──▶ its own savepoint ──▶ COMMIT ──▶ answered
//                                                       └── throws: undone alone, answered with its error
import { sql } from 'kysely'
import type { Database, Trx } from '../database/tables.ts'

/** Does the work in a transaction and resolves when that has been committed. `size`: how many entries it brings. */
export type Commit = <T>(size: number, work: (trx: Trx) => Promise<T>) => Promise<T>

/** As many entries as one batch may bring: whoever reads waits for a group no longer than for one full batch. */
const mostEntries = 1000
const mostBatches = 64
/** So many turns of the event loop that bring nobody: then who is there goes. */
const quietTurns = 5

interface Waiting {
  size: number
  work(trx: Trx): Promise<unknown>
  done(answer: unknown): void
  failed(error: unknown): void
}

/** Returns how to answer, once the commit has come off. */
const takeOne = async (trx: Trx, { work, done, failed }: Waiting): Promise<() => void> => {
  await sql`savepoint batch`.execute(trx)
  try {
    const answer = await work(trx)
    await sql`release savepoint batch`.execute(trx)
    return () => done(answer)
  } catch (error) {
    await sql`rollback to savepoint batch`.execute(trx).catch(() => {
      // A full SQLite gives up the whole transaction by itself: then nothing of the group is kept, and this is why.
      throw error
    })
    await sql`release savepoint batch`.execute(trx)
    return () => failed(error)
  }
}

const takeGroup = async (trx: Trx, group: readonly Waiting[]): Promise<(() => void)[]> => {
  const [only, ...others] = group
  if (only && others.length === 0) {
    const answer = await only.work(trx)
    return [() => only.done(answer)]
  }
  const answers: (() => void)[] = []
  for (const one of group) answers.push(await takeOne(trx, one))
  return answers
}

export const createGroupCommit = (db: Database): Commit => {
  const waiting: Waiting[] = []
  let busy = false

  const nextGroup = (): Waiting[] => {
    let count = 0
    let size = 0
    for (const one of waiting) {
      size += one.size
      if (count > 0 && (size > mostEntries || count === mostBatches)) break
      count += 1
    }
    return waiting.splice(0, count)
  }
  /** SQLite works without letting anybody in: requests that came meanwhile are read now, which takes them some turns. */
  const gather = async (): Promise<void> => {
    let before = 0
    for (let quiet = 0; quiet < quietTurns && waiting.length < mostBatches; quiet += 1) {
      if (waiting.length > before) quiet = 0
      before = waiting.length
      await new Promise(setImmediate)
    }
  }
  const drain = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      await gather()
      const group = nextGroup()
      try {
        const answers = await db.transaction().execute((trx) => takeGroup(trx, group))
        for (const answer of answers) answer()
      } catch (error) {
        for (const one of group) one.failed(error)
      }
    }
    busy = false
  }
  return <T>(size: number, work: (trx: Trx) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ size, work, done: (answer) => resolve(answer as T), failed: reject })
      if (!busy) void drain()
    })
}
