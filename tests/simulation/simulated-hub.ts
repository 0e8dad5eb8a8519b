// The hub's own intake, pull, carrier and watch over its database, behind a fetch, and all of it can break at any call of a port.
import type { AisTarget } from '../../src/connectors/ais-target.ts'
import type { HubFetch } from '../../src/contract/hub-client.ts'
import type { PushRequest } from '../../src/contract/protocol.ts'
import { hasLeft, mayBringEntriesOf } from '../../src/domain/role.ts'
import type { School } from '../../src/domain/school.ts'
import { dateAt } from '../../src/domain/time.ts'
import { pull } from '../../src/hub/changes/pull.ts'
import { referenceFor } from '../../src/hub/changes/reference.ts'
import { beginBoot } from '../../src/hub/database/boot.ts'
import { noticeOlderData } from '../../src/hub/database/life.ts'
import { readRevision } from '../../src/hub/database/revision.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { createDoorbell } from '../../src/hub/doorbell.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { type Commit, createGroupCommit } from '../../src/hub/intake/group-commit.ts'
import { takeBatch } from '../../src/hub/intake/intake.ts'
import { replayHeld } from '../../src/hub/intake/replay-held.ts'
import { setAside } from '../../src/hub/intake/set-aside.ts'
import { createWatch } from '../../src/hub/outages/watch.ts'
import { createRun, type RunSums } from '../../src/hub/transfer/run.ts'
import { createTurns } from '../../src/hub/transfer/turns.ts'
import { breakingDatabase } from './breaking-database.ts'
import type { Doubles } from './doubles.ts'
import { createSimulatedLists } from './simulated-lists.ts'

export interface SimulatedHubPorts {
  db: Database
  /** The lists of the first import. */
  school: School
  target: AisTarget
  now(): string
  newId(): string
  doubles: Doubles
}

class HubBroke extends Error {}

export const createSimulatedHub = ({ school: first, target, ...ports }: SimulatedHubPorts) => {
  let breaksIn = Number.POSITIVE_INFINITY
  /** Counts the calls of ports, each statement among them; at the chosen one the hub breaks, in the middle of whatever it does. */
  const call = <T>(answer: () => T): T => {
    if (breaksIn === 0) {
      breaksIn = Number.POSITIVE_INFINITY
      throw new HubBroke()
    }
    breaksIn -= 1
    return answer()
  }
  const now = () => call(ports.now)
  const newId = () => call(ports.newId)
  const db = breakingDatabase(ports.db, () => call(() => undefined))
  const doorbell = createDoorbell()
  /** The twin in memory has transactions and no savepoints: there each batch goes by itself. */
  const alone: Commit = (_, work) => db.transaction().execute(work)
  const createCommit = (): Commit => (ports.doubles === 'real' ? createGroupCommit(db) : alone)
  let commit = createCommit()
  const begun = new WeakSet<object>()
  /** Batches that were committed together with one before them. */
  let shared = 0
  const commitAndCount: Commit = (size, work) =>
    commit(size, (trx) => {
      if (begun.has(trx)) shared += 1
      begun.add(trx)
      return work(trx)
    })
  const createWatchNow = () =>
    createWatch({
      ...{ db, target, doorbell, newId },
      setTimer: () => () => {},
      report: () => {},
      everyMs: 60_000,
      quietMs: async () => 60_000,
    })
  let watch = createWatchNow()
  let boots = 0
  /** Each start has its own name, and those of a life that was forgotten are not given twice. */
  const nameBoot = () => beginBoot(ports.db, () => `boot-${++boots}`)
  let boot = nameBoot()
  const json = (status: number, body: unknown) => ({
    status,
    contentType: 'application/json',
    retryAfter: null,
    text: JSON.stringify(body),
  })

  const lists = createSimulatedLists(ports.db, first)
  let wereFollowed = false

  const answer = async (person: string, path: string, body: string | null) => {
    // Their sessions went with their accounts.
    if (hasLeft(lists.now(), person)) return json(401, { error: 'signInNeeded' })
    if (path === '/api/push') {
      const request = JSON.parse(body ?? '') as PushRequest
      const author = request.log.person
      if (author !== person && !mayBringEntriesOf(lists.now(), person, author))
        return json(403, { error: 'forbidden' })
      const ports = { commit: commitAndCount, now, newId }
      const taken = await takeBatch(ports, lists.current, request, person)
      if (taken.kind === 'malformed') return json(400, { error: 'malformed' })
      const { kind: _, newLife: __, ...said } = taken
      const { incarnation } = await readRevision(db)
      return json(200, { serverTime: now(), incarnation, boot: await boot, ...said })
    }
    if (path === '/api/reference') {
      const { incarnation } = await readRevision(db)
      const school = lists.now()
      const reference = referenceFor(school, person, dateAt(now(), school.zone))
      return json(200, { serverTime: now(), incarnation, reference })
    }
    const query = new URLSearchParams(path.slice(path.indexOf('?')))
    const asked = { since: Number(query.get('since')), incarnation: query.get('incarnation') ?? '' }
    const rev = Number(query.get('seen') ?? asked.since)
    const seen = { rev, incarnation: asked.incarnation, boot: query.get('boot') ?? undefined }
    await noticeOlderData(db, seen, { now, newId })
    const said = { now: now(), ais: watch.last(), boot: await boot }
    return json(200, await pull(db, lists.now(), person, asked, said))
  }

  /** A break in the middle leaves what it leaves. */
  const surviving = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof HubBroke)) throw error
    }
  }

  const readLate = new Set<string>()
  const readHeld = async (): Promise<void> => {
    const held = await ports.db.selectFrom('entry').select('id').where('state', '=', 'held').execute()
    for (const { id } of held) readLate.add(id)
    await replayHeld(db, lists.current, now())
  }

  const sendAs =
    (person: string): HubFetch =>
    async ({ path, body }) => {
      try {
        return await answer(person, path, body)
      } catch (error) {
        if (error instanceof HubBroke) return json(500, { error: 'internal' })
        throw error
      }
    }

  /** One run of the carrier in a session of this person. */
  const transfer = async (person: string): Promise<RunSums> => {
    const sums: RunSums = { written: 0, verified: 0, conflicts: 0, stopped: null }
    if (hasLeft(lists.now(), person)) return sums
    const session = await target.openSession(person, '')
    if (!session.ok) return sums
    const ports = { db, now, newId, ring: doorbell.ring, inTurn: createTurns() }
    await surviving(createRun(ports, target, lists.current, session.value, sums))
    return sums
  }
  return {
    ...{ sendAs, transfer, readLate },
    shared: (): number => shared,
    breakAfter: (calls: number): void => {
      breaksIn = calls
    },
    /** The process starts anew: what it held in memory is gone, the database stays. */
    restart: async (): Promise<void> => {
      breaksIn = Number.POSITIVE_INFINITY
      watch = createWatchNow()
      boot = nameBoot()
      commit = createCommit()
      // By the first lists nothing is ever held.
      if (!wereFollowed) return
      await lists.read()
      await readHeld()
    },
    look: (): Promise<void> => surviving(() => watch.look()),
    lists: lists.now,
    hasLeft: (person: string) => hasLeft(lists.now(), person),
    movedLater: lists.movedLater,
    /** A deputy says that these held entries are waited for no longer. */
    setAside: (entries: string[]) =>
      setAside({ db, now, newId }, lists.current, 'deputy', { id: newId(), entries }),
    /** The next import: all of it or nothing; then what is held is judged by it. */
    importLists: async (next: School): Promise<void> => {
      wereFollowed = true
      await surviving(() => applySchool({ db, now, newId }, next, []))
      await lists.read()
      await surviving(readHeld)
    },
  }
}
