// A hub's work as a process that ends itself at a chosen step, a call of a port or a change of its database: no
// farewell, no clean-up, as when the plug is pulled. `killed-hub DATABASE AIS CODE STEP`; receipts are printed at once.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { KyselyPlugin } from 'kysely'
import type { AisTarget } from '../../src/connectors/ais-target.ts'
import { createStandInDoor } from '../../src/connectors/stand-in/stand-in-door.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import { createGroupCommit } from '../../src/hub/intake/group-commit.ts'
import { takeBatch } from '../../src/hub/intake/intake.ts'
import { doorFetch } from '../../src/hub/transfer/door-fetch.ts'
import { createRun } from '../../src/hub/transfer/run.ts'
import { createTurns } from '../../src/hub/transfer/turns.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { batches, besideFirst } from './killed-hub-work.ts'
import { pushOf } from './pushes.ts'

const [file = '', baseUrl = '', code = '', at = '0'] = process.argv.slice(2)
let left = Number(at)
const mayDie = (): void => {
  if (left === 0) process.kill(process.pid, 'SIGKILL')
  left -= 1
}
/** Dies before the call, or after it has done its work and before anybody hears of it. */
const around = async <T>(call: () => Promise<T>): Promise<T> => {
  mayDie()
  const answer = await call()
  mayDie()
  return answer
}
const now = (): string => {
  mayDie()
  return '2026-11-24T05:00:00.000Z'
}
const newId = (): string => {
  mayDie()
  return randomUUID()
}

/** Between what changes nothing there is nothing to be caught at. */
const statements: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'SelectQueryNode') mayDie()
    return node
  },
  transformResult: async ({ result }) => result,
}

const school = { ...tinySchool, version: 1 }
const opened = await openDatabase({ kind: 'sqlite', file }, randomUUID)
const db = opened.withPlugin(statements)
const commit = createGroupCommit(db)
const take = async (entries: readonly Entry[]): Promise<void> => {
  const taken = await takeBatch({ commit, now, newId }, async () => school, pushOf(entries))
  if (taken.kind !== 'taken') throw new Error(taken.kind)
  // Not through a stream: what is printed here has left the process.
  writeSync(1, `${JSON.stringify(taken.receipts)}\n`)
}
const [first = [], ...others] = batches()
await Promise.all([take(first), take(besideFirst())])
for (const entries of others) await take(entries)

const door = createStandInDoor({ baseUrl, fetch: doorFetch, now: () => '2026-11-24T05:00:00.000Z' })
const target: AisTarget = {
  ...door,
  openSession: (...args) => around(() => door.openSession(...args)),
  readLesson: (...args) => around(() => door.readLesson(...args)),
  apply: (...args) => around(() => door.apply(...args)),
}
const session = await target.openSession('algebraist', code)
if (!session.ok) throw new Error(session.failure.kind)
const sums = { written: 0, verified: 0, conflicts: 0, stopped: null }
await createRun(
  { db, now, newId, ring: mayDie, inTurn: createTurns() },
  target,
  async () => school,
  session.value,
  sums,
)()
