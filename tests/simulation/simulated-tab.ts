// One tab of a tablet: the real store and the real engine over the tablet's disk, alive until it is killed.
import { Dexie } from 'dexie'
import { createHubClient, type HubFetch } from '../../src/contract/hub-client.ts'
import type { LogOwner } from '../../src/domain/entry.ts'
import type { JournalDatabase } from '../../src/store/database.ts'
import { signIn } from '../../src/store/device.ts'
import { createJournal } from '../../src/store/journal.ts'
import { createWriteGate } from '../../src/store/write-gate.ts'
import { createClockWatch } from '../../src/sync/clock-watch.ts'
import { createEngine } from '../../src/sync/engine.ts'
import type { TurnableClock } from '../turnable-clock.ts'
import { failingStorage } from './failing-storage.ts'
import type { MemoryCopy } from './memory-copy.ts'
import { createMortality } from './mortality.ts'
import { createShippedAppend } from './shipped-append.ts'
import { createTwinAppend } from './twins/twin-append.ts'

export interface SimulatedTabPorts {
  clock: TurnableClock
  /** The clock that people set. */
  now(): number
  log: LogOwner
  network: HubFetch
  openJournal(): JournalDatabase
  newId(): string
  random(): number
  onBug(error: unknown): void
  /** Beside the database; null on a tablet that has no place for one. */
  copy: MemoryCopy | null
}

export const openTab = async (ports: SimulatedTabPorts) => {
  const { clock, now, log, newId } = ports
  const { person } = log
  const mortality = createMortality()
  const { isDead } = mortality
  const db = ports.openJournal()
  const rebuilt = await ports.copy?.comeUp(db, log.device, now())
  const storage = failingStorage(db)
  mortality.storage(db)
  await signIn(db, { person, name: person, board: false })
  const gate = createWriteGate({ setTimer: () => () => {}, timeoutMs: 5_000, onStop: () => {} })
  const keeping = ports.copy ? { copy: ports.copy.keep } : {}
  const watch = createClockWatch(() => ({ wall: now(), monotonic: clock.now() }))
  const engine = createEngine({
    db,
    hub: createHubClient(mortality.network(ports.network)),
    now,
    monotonic: clock.now,
    // A dead tab's timers never fire.
    setTimer: (fn, afterMs) =>
      clock.setTimer(() => {
        if (!isDead()) fn()
      }, afterMs),
    random: ports.random,
    owner: async () => log,
    facts: async () => ({ appBuild: 'sim', freeBytes: null, persisted: null }),
    onStatus: (status) => watch.note(status.clock),
    // What a killed tab would still have done is nobody's bug.
    onBug: (error) => isDead() || ports.onBug(error),
    gate,
    ...keeping,
  })
  const journal = createJournal({
    db,
    // The twin has no database under it for the shipped one to write to.
    append: db instanceof Dexie ? createShippedAppend(db, { mortality, storage }) : createTwinAppend(db),
    now,
    newId,
    appBuild: 'sim',
    gate,
    ...keeping,
  })
  engine.start()
  await engine.settled()
  return { db, journal, engine, watch, gate, storage, mortality, restored: rebuilt?.restored ?? 0 }
}

export type SimulatedTab = Awaited<ReturnType<typeof openTab>>
