// A tablet: the real store over IndexedDB in memory and the real engine, on a network that the schedule spoils.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createHubClient, type HubFetch, type HubRequest } from '../../src/contract/hub-client.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import type { Entry, LogOwner } from '../../src/domain/entry.ts'
import { maySettle } from '../../src/domain/role.ts'
import { type CellValue, sameValue } from '../../src/domain/value.ts'
import { readCell, readConflicts } from '../../src/store/cell-view.ts'
import { type JournalDatabase, openJournalDatabase } from '../../src/store/database.ts'
import { signIn, signOut } from '../../src/store/device.ts'
import { type Author, createJournal, type Journal } from '../../src/store/journal.ts'
import { listEntries, readUnsent, summary } from '../../src/store/outbox-view.ts'
import { readCursor } from '../../src/store/pulled.ts'
import { undoLast } from '../../src/store/undo.ts'
import { createWriteGate, type WriteGate } from '../../src/store/write-gate.ts'
import { createEngine, type Engine } from '../../src/sync/engine.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import type { TurnableClock } from '../turnable-clock.ts'
import type { Doubles } from './doubles.ts'
import { failingStorage } from './failing-storage.ts'
import type { NetworkMode } from './schedule.ts'
import { createMemoryDisk, openMemoryJournal } from './twins/memory-journal.ts'

export interface SimulatedTabletPorts {
  clock: TurnableClock
  person: string
  device: string
  send: HubFetch
  newId(): string
  random(): number
  /** Requests that will reach the hub later. */
  late: (() => Promise<unknown>)[]
  onBug(error: unknown): void
  doubles: Doubles
}

/** Opens the same memory again and again, as the tabs of one browser do. */
const journalOf = (doubles: Doubles): (() => JournalDatabase) => {
  if (doubles === 'fast') {
    const disk = createMemoryDisk()
    return () => openMemoryJournal(disk)
  }
  const indexedDB = new IDBFactory()
  return () => openJournalDatabase({ indexedDB, IDBKeyRange })
}

const portal = { status: 200, contentType: 'text/html', retryAfter: null, text: '<html>' }
const busy = { status: 503, contentType: 'text/plain', retryAfter: 5, text: '' }
const malformed = {
  status: 400,
  contentType: 'application/json',
  retryAfter: null,
  text: '{"error":"malformed"}',
}
const ended = {
  status: 401,
  contentType: 'application/json',
  retryAfter: null,
  text: '{"error":"signInNeeded"}',
}

/** An answer in the hub's own form for entries that no hub has seen. */
const forged = ({ path, body }: HubRequest) => {
  if (path !== '/api/push') return portal
  const { entries } = JSON.parse(body ?? '') as { entries: Entry[] }
  const receipts = entries.map(({ id, seq }) => ({
    id,
    seq,
    hash: 'forged',
    state: 'accepted',
    reason: null,
  }))
  const answer = { serverTime: '2026-11-24T05:00:00.000Z', incarnation: '', receipts, rev: 1, lastSeq: 1 }
  return { status: 200, contentType: 'application/json', retryAfter: null, text: JSON.stringify(answer) }
}

export const createSimulatedTablet = async (ports: SimulatedTabletPorts) => {
  const { clock, person, device, send, late } = ports
  const openJournal = journalOf(ports.doubles)
  const log: LogOwner = { device, person }
  let mode: NetworkMode = 'ok'
  let life = 0
  let poison = ''

  const network =
    (mine: number): HubFetch =>
    async (request: HubRequest) => {
      // A dead tab's ports never answer.
      if (mine !== life) return new Promise(() => {})
      switch (mode) {
        case 'offline':
        case 'loseRequests':
          throw new Error('no network')
        case 'loseAnswers':
          await send(request)
          throw new Error('the answer was lost')
        case 'late':
          late.push(() => send(request))
          throw new Error('no answer in time')
        case 'double':
          await send(request)
          return send(request)
        case 'portal':
          return portal
        case 'busy':
          return busy
        case 'reset':
          return ended
        case 'forged':
          return forged(request)
        case 'poison':
          return poison !== '' && request.body?.includes(poison) ? malformed : send(request)
        case 'ok':
          return send(request)
      }
    }

  /** A dead tab's timers never fire. */
  const timers =
    (mine: number) =>
    (fn: () => void, afterMs: number): (() => void) =>
      clock.setTimer(() => {
        if (mine === life) fn()
      }, afterMs)

  /** How far this tablet's clock has jumped from the others'. */
  let skewMs = 0
  const now = (): number => clock.now() + skewMs
  let db: JournalDatabase
  let journal: Journal
  let engine: Engine
  let gate: WriteGate
  let storage: ReturnType<typeof failingStorage>
  /** The disk is full at the next tap. */
  let diskFull = false
  const boot = async (): Promise<void> => {
    life += 1
    const mine = life
    db = openJournal()
    storage = failingStorage(db)
    await signIn(db, { person, name: person, board: false })
    gate = createWriteGate({ setTimer: () => () => {}, timeoutMs: 5_000, onStop: () => {} })
    journal = createJournal({ db, now, newId: ports.newId, appBuild: 'sim', gate })
    engine = createEngine({
      db,
      hub: createHubClient(network(mine)),
      now,
      monotonic: clock.now,
      setTimer: timers(mine),
      random: ports.random,
      owner: async () => log,
      facts: async () => ({ appBuild: 'sim', freeBytes: null, persisted: null }),
      onStatus: () => {},
      // What a killed tab would still have done is nobody's bug.
      onBug: (error) => mine === life && ports.onBug(error),
      gate,
    })
    engine.start()
    await engine.settled()
  }
  await boot()

  const author: Author = { log, roleIn: () => 'subjectTeacher', refVersion: 1, clock: null }
  /** Entries that the screen has called saved. */
  const saved: Entry[] = []
  const wake = async (reason: 'record' | 'tap' | 'signedIn'): Promise<void> => {
    engine.wake(reason)
    await engine.settled()
  }
  /** «Сохранено» is said of what the screen shows: a tablet that hides its own tap has lost it for the teacher. */
  const showsWhatItSaved = async (cell: Cell, value: CellValue | null): Promise<void> => {
    const shown = (await readCell(db, cell, log))?.value ?? null
    if (!sameValue(shown, value)) ports.onBug(`${cellKey(cell)} does not show what was saved`)
  }
  const record = async (cell: Cell, value: CellValue | null): Promise<void> => {
    const view = await readCell(db, cell, log)
    if (view && view.candidates.length > 0) return
    if (diskFull && !gate.stopped()) storage.failNext()
    diskFull = false
    const outcome = await journal.record(author, [
      { cell, value, saw: view?.value ?? null, follows: view?.follows ?? [] },
    ])
    if (outcome.kind === 'saved') saved.push(...outcome.entries)
    // What was not called saved must not look as if it were: the cell shows what it showed before.
    await showsWhatItSaved(cell, outcome.kind === 'saved' ? value : (view?.value ?? null))
    if (poison === '') poison = saved.at(-1)?.id ?? ''
    await wake('record')
  }
  const settle = async (choice: number): Promise<boolean> => {
    const [view] = (await readConflicts(db, log)).filter(
      (one) => one.state !== 'queued' && maySettle(tinySchool, person, one.cell),
    )
    const candidate = view?.candidates[choice % view.candidates.length]
    if (!view || !candidate) return false
    const follows = view.candidates.flatMap((one) => one.entries.map((each) => each.entry))
    const outcome = await journal.record(author, [
      { cell: view.cell, value: candidate.value, saw: view.value, follows },
    ])
    if (outcome.kind === 'saved') saved.push(...outcome.entries)
    await wake('record')
    return true
  }
  return {
    ...{ person, log, saved, record, settle, wake },
    undo: async (): Promise<void> => {
      const outcome = await undoLast(db, journal, author)
      if (outcome.kind === 'saved') saved.push(...outcome.entries)
      await wake('record')
    },
    setNetwork: async (next: NetworkMode): Promise<void> => {
      const [first] = await readUnsent(db, log)
      // With nothing unsent, the next entry is the bad one.
      poison = first?.id ?? ''
      mode = next
      if (next === 'ok') await wake('signedIn')
    },
    /** The network is good again and nobody says so: the engine must find out by itself. */
    mend: async (): Promise<void> => {
      mode = 'ok'
      if (engine.status().signInNeeded || engine.status().held.length > 0) await wake('signedIn')
    },
    restart: async (): Promise<void> => {
      life += 1
      db.close()
      await boot()
    },
    jumpClock: (hours: number): void => {
      skewMs += hours * 3_600_000
    },
    fillDisk: (): void => {
      diskFull = true
    },
    /** After an error of the storage nothing is written until the tab is opened anew. */
    stopped: (): boolean => gate.stopped() !== null,
    signOutAndIn: async (): Promise<void> => {
      await signOut(db, log)
      await signIn(db, { person, name: person, board: false })
    },
    settled: () => engine.settled(),
    list: () => listEntries(db, log),
    isBehind: async (rev: number) => (await readCursor(db)).rev < rev || (await summary(db, log)).unsent > 0,
    unsent: async () => (await summary(db, log)).unsent,
    conflicts: async () => (await readConflicts(db, log)).map((one) => one.key),
    /** What this tablet keeps of the hub's cells. */
    pulled: () => db.cell.toArray(),
    close: async (): Promise<void> => {
      await engine.stop()
      db.close()
    },
  }
}
