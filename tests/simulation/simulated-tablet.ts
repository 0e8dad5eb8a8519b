// A tablet: one tab or two over one disk in memory, a person who works in them, and a network that the schedule spoils.
import { readEnvelope } from '../../src/contract/entry-schema.ts'
import type { HubFetch } from '../../src/contract/hub-client.ts'
import type { Cell } from '../../src/domain/cell.ts'
import type { Entry, LogOwner } from '../../src/domain/entry.ts'
import { toInstant } from '../../src/domain/time.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readConflicts } from '../../src/store/cell-view.ts'
import type { JournalDatabase } from '../../src/store/database.ts'
import { listEntries, readUnsent, summary } from '../../src/store/outbox-view.ts'
import { readCursor } from '../../src/store/reading/cursor.ts'
import { importQueue } from '../../src/store/second-copy/import-queue.ts'
import { exportQueue } from '../../src/store/second-copy/queue-file.ts'
import type { TurnableClock } from '../turnable-clock.ts'
import type { Doubles } from './doubles.ts'
import { createMemoryCopy } from './memory-copy.ts'
import type { NetworkMode } from './schedule.ts'
import { createSimulatedPerson, wake } from './simulated-person.ts'
import { openTab, type SimulatedTab } from './simulated-tab.ts'
import { createSimulatedTabs } from './simulated-tabs.ts'
import { type NetworkState, spoiledNetwork } from './spoiled-network.ts'

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
  /** How far the tablet's clock stands from the hub's at first. */
  skewMs: number
  /** Has it a place for a second copy beside its database? */
  hasCopy: boolean
}

export const createSimulatedTablet = async (ports: SimulatedTabletPorts) => {
  const { clock, person, device, newId, random, onBug } = ports
  const log: LogOwner = { device, person }
  const net: NetworkState = { mode: 'ok', poison: '', spoiled: 0 }
  const happened = { held: 0, carried: 0, rebuilt: 0 }
  /** How far this tablet's clock stands from the hub's. */
  let skewMs = ports.skewMs
  const disk = { full: false }
  /** Entries that the screen has called saved, or shows as a tab comes up. */
  const saved: Entry[] = []
  const acts = createSimulatedPerson({ log, net, disk, saved, trueNow: clock.now, onBug })
  const copy = ports.hasCopy ? createMemoryCopy() : null
  const now = (): number => clock.now() + skewMs
  const network = spoiledNetwork(ports.send, net, ports.late)
  const open = async (openJournal: () => JournalDatabase): Promise<SimulatedTab> => {
    const tab = await openTab({ clock, now, log, network, openJournal, newId, random, onBug, copy })
    happened.rebuilt += tab.restored
    return tab
  }
  const tabs = await createSimulatedTabs({ log, saved, doubles: ports.doubles, open })
  const { front, live, bury } = tabs

  const countHeld = (): void => {
    for (const tab of tabs.all()) happened.held += tab.engine.status().held.length
  }
  const wakeAll = async (reason: 'tap' | 'signedIn'): Promise<void> => {
    for (const tab of tabs.all()) await live(tab, wake(tab, reason))
  }
  return {
    ...{ person, log, saved },
    wake: () => wakeAll('tap'),
    record: (cell: Cell, value: CellValue | null) => live(front(), acts.record(front(), cell, value)),
    /** The older tab sends while something is recorded in the other, or in itself. */
    recordWhileSending: async (cell: Cell, value: CellValue | null, older = false): Promise<void> => {
      const sender = tabs.oldest()
      const writer = older ? sender : front()
      // Either may die, and the other goes on. The disk in memory lets a reader see what is not yet committed, so what is
      // taken back beside a reader is for the real databases.
      await Promise.all([
        live(sender, wake(sender, 'tap')),
        live(writer, acts.record(writer, cell, value, false)),
      ])
    },
    settle: (choice: number) => live(front(), acts.settle(front(), choice)),
    /** Every conflict that this person may settle, from this choice on. */
    settleAll: (from: number) => live(front(), acts.settleAll(front(), from)),
    undo: () => live(front(), acts.undo(front())),
    setNetwork: async (next: NetworkMode): Promise<void> => {
      const [first] = await readUnsent(front().db, log)
      countHeld()
      // With nothing unsent, the next entry is the bad one.
      net.poison = first?.id ?? ''
      net.mode = next
      if (next === 'ok') await wakeAll('signedIn')
    },
    press: async (times: number): Promise<void> => {
      for (let press = 0; press < times; press += 1) {
        await wakeAll('tap')
        countHeld()
      }
    },
    /** What waits here, as a file. */
    exportFile: async () => JSON.stringify(await exportQueue(front().db, log, toInstant(now()))),
    importFile: async (text: string): Promise<void> => {
      const tab = front()
      const asked = { db: tab.db, person, read: readEnvelope, ...(copy && { copy: copy.keep }) }
      const work = importQueue(asked, text).then((outcome) => {
        if (outcome.kind === 'imported') happened.carried += outcome.added
        return wake(tab, 'tap')
      })
      await live(tab, work)
    },
    /** The database is gone with every tab. Without a second copy all that waited would be, so there it does not happen. */
    wipe: async (): Promise<void> => {
      if (copy) await tabs.wipe()
    },
    /** How often a fault came about on this tablet: one that never does proves nothing. */
    happened: () => ({
      ...{ ...happened, spoiled: net.spoiled },
      measured: saved.filter((entry) => Math.abs(entry.clock?.offsetMs ?? 0) > 60_000).length,
    }),
    /** The network is good again and nobody says so: the engine must find out by itself. */
    mend: async (): Promise<void> => {
      net.mode = 'ok'
      for (const tab of tabs.all()) {
        const { signInNeeded, held } = tab.engine.status()
        if (signInNeeded || held.length > 0) await wake(tab, 'signedIn')
      }
    },
    restart: async (): Promise<void> => {
      for (const tab of tabs.all()) await bury(tab)
    },
    /** The front tab dies at its `after`-th call of a port from now on. */
    dieAfter: (after: number): void => front().mortality.dieAfter(after),
    /** Opens a second tab over the same disk; where there are two, the older one is killed. */
    switchTabs: async (): Promise<void> => {
      if (tabs.all().length > 1) await bury(tabs.oldest())
      else await tabs.add()
    },
    jumpClock: (hours: number): void => {
      skewMs += hours * 3_600_000
    },
    fillDisk: (): void => {
      disk.full = true
    },
    /** After an error of the storage nothing is written until the tab is opened anew. */
    heal: async (): Promise<void> => {
      for (const tab of tabs.all()) {
        tab.mortality.dieAfter(Number.POSITIVE_INFINITY)
        if (tab.gate.stopped() !== null) await bury(tab)
      }
    },
    signOutAndIn: () => live(front(), acts.signInAgain(front())),
    settled: async (): Promise<void> => {
      for (const tab of tabs.all()) await live(tab, tab.engine.settled())
    },
    list: () => listEntries(front().db, log),
    isBehind: async (rev: number) =>
      (await readCursor(front().db)).rev < rev || (await summary(front().db, log)).unsent > 0,
    unsent: async () => (await summary(front().db, log)).unsent,
    conflicts: async () => (await readConflicts(front().db, log)).map((one) => one.key),
    /** What this tablet tells of outages and their terms. */
    outages: () => front().db.outage.toArray(),
    /** What this tablet keeps of the hub's cells. */
    pulled: () => front().db.cell.toArray(),
    close: tabs.close,
  }
}

export type SimulatedTablet = Awaited<ReturnType<typeof createSimulatedTablet>>
