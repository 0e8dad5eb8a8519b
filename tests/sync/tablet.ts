// A tablet in this process: the real store over fake-indexeddb, the real engine, a hub behind a handed-in fetch.
import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createHubClient, type HubFetch } from '../../src/contract/hub-client.ts'
import type { Cell } from '../../src/domain/cell.ts'
import type { LogId } from '../../src/domain/entry.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { createAppend } from '../../src/store/append.ts'
import { readCell } from '../../src/store/cell-view.ts'
import { type LogHead, type LogRow, openJournalDatabase } from '../../src/store/database.ts'
import { signIn } from '../../src/store/device.ts'
import { type Author, createJournal } from '../../src/store/journal.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { listEntries } from '../../src/store/outbox-view.ts'
import { readIncident } from '../../src/store/second-copy/incident.ts'
import { watchTransactions } from '../../src/store/transactions.ts'
import { createWriteGate } from '../../src/store/write-gate.ts'
import { createEngine } from '../../src/sync/engine.ts'
import type { SyncStatus } from '../../src/sync/status.ts'
import type { TurnableClock } from '../turnable-clock.ts'

export interface TabletOptions {
  clock: TurnableClock
  send: HubFetch
  person: string
  device: string
  /** Where the tablet's databases live; the same again is the same tablet after a restart. */
  indexedDB?: IDBFactory
  /** How far the tablet's clock is ahead. */
  clockErrorMs?: number
}

export const createTablet = async (options: TabletOptions) => {
  const { clock, person, device } = options
  const indexedDB = options.indexedDB ?? new IDBFactory()
  const db = openJournalDatabase({ indexedDB, IDBKeyRange })
  const gate = createWriteGate({ setTimer: () => () => {}, timeoutMs: 5_000, onStop: () => {} })
  watchTransactions(db, gate)
  const now = () => clock.now() + (options.clockErrorMs ?? 0)
  const log: LogId = { device, person, epoch: 1 }
  await signIn(db, { person, name: person, board: false })
  const requests: string[] = []
  /** The network as this tablet has it: the test may cut it, or put something in the hub's place. */
  const network: { send: HubFetch } = { send: options.send }
  const hub = createHubClient((request) => {
    requests.push(`${request.method} ${request.path.split('?')[0]}`)
    return clock.track(network.send(request))
  })
  let status: SyncStatus | null = null
  const bugs: unknown[] = []
  /** What went to the second copy, with the log's head where it was told. */
  const copied: { rows: readonly LogRow[]; head: LogHead | undefined }[] = []
  const engine = createEngine({
    db,
    hub,
    now,
    monotonic: clock.now,
    setTimer: clock.setTimer,
    random: () => 0.5,
    owner: async () => log,
    facts: async () => ({
      ...{ appBuild: 'test', freeBytes: null, persisted: null, incident: await readIncident(db) },
    }),
    onStatus: (next) => {
      status = next
      // A round takes real time between its requests too, and the clock waits for all of it.
      if (next.sending) void clock.track(engine.settled())
    },
    onBug: (error) => bugs.push(error),
    gate,
    copy: (rows, head) => void copied.push({ rows, head }),
  })
  const journal = createJournal({
    db,
    append: createAppend(db),
    now,
    newId: randomUUID,
    appBuild: 'test',
    gate,
  })
  const author: Author = { log, roleIn: () => 'subjectTeacher', refVersion: 1, clock: null }
  const outbox = createOutbox(db)

  /** Records a cell from what the screen shows, as a tap does, and wakes the engine. */
  const write = async (cell: Cell, value: CellValue | null) => {
    const view = await readCell(db, cell, log)
    const outcome = await journal.record(author, [
      { cell, value, saw: view?.value ?? null, follows: view?.follows ?? [] },
    ])
    if (outcome.kind !== 'saved') throw new Error(outcome.detail)
    engine.wake('record')
    return outcome.entries[0]
  }
  const states = async () => (await listEntries(db, log)).map((one) => one.state).reverse()
  const rest = clock.rest
  return {
    ...{
      db,
      gate,
      engine,
      journal,
      outbox,
      author,
      log,
      write,
      states,
      network,
      requests,
      bugs,
      copied,
      indexedDB,
      rest,
    },
    status: () => status,
    close: async () => {
      await engine.stop()
      db.close()
    },
  }
}

export type Tablet = Awaited<ReturnType<typeof createTablet>>

export const cutNetwork: HubFetch = () => Promise.reject(new Error('no network'))
