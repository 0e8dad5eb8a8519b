// A tablet: one tab or two over one disk in memory, a person who works in them, and a network that the schedule spoils.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { HubFetch } from '../../src/contract/hub-client.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import type { Entry, LogOwner } from '../../src/domain/entry.ts'
import { maySettle } from '../../src/domain/role.ts'
import { type CellValue, sameValue } from '../../src/domain/value.ts'
import { readCell, readConflicts } from '../../src/store/cell-view.ts'
import { type JournalDatabase, openJournalDatabase } from '../../src/store/database.ts'
import { signIn, signOut } from '../../src/store/device.ts'
import type { Author } from '../../src/store/journal.ts'
import { listEntries, readUnsent, summary } from '../../src/store/outbox-view.ts'
import { readCursor } from '../../src/store/pulled.ts'
import { undoLast } from '../../src/store/undo.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import type { TurnableClock } from '../turnable-clock.ts'
import type { Doubles } from './doubles.ts'
import type { NetworkMode } from './schedule.ts'
import { openTab, type SimulatedTab } from './simulated-tab.ts'
import { type NetworkState, spoiledNetwork } from './spoiled-network.ts'
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

export const createSimulatedTablet = async (ports: SimulatedTabletPorts) => {
  const { clock, person, device, newId, random, onBug } = ports
  const log: LogOwner = { device, person }
  const net: NetworkState = { mode: 'ok', poison: '' }
  /** How far this tablet's clock has jumped from the others'. */
  let skewMs = 0
  /** The disk is full at the next tap. */
  let diskFull = false
  /** Entries that the screen has called saved, or shows as a tab comes up. */
  const saved: Entry[] = []
  const openJournal = journalOf(ports.doubles)
  const now = (): number => clock.now() + skewMs
  const network = spoiledNetwork(ports.send, net, ports.late)
  /** Reads and writes as no tab does: whatever is to die in one is not counted here. */
  const onlooker = openJournal()
  const open = (): Promise<SimulatedTab> =>
    openTab({ clock, now, log, network, openJournal, newId, random, onBug })

  /** The tabs that are open, the older one first; never none. No lock holds them apart: only waste would come of that. */
  let tabs: SimulatedTab[] = [await open()]
  const author: Author = { log, roleIn: () => 'subjectTeacher', refVersion: 1, clock: null }
  const front = (): SimulatedTab => tabs.at(-1) as SimulatedTab
  /** An entry that was committed before its tab could say so stands on the screen of the next one. */
  const noteCommitted = async (): Promise<void> => {
    const known = new Set(saved.map((entry) => entry.id))
    // Within a transaction, so that what the dead tab had begun has ended, one way or the other.
    const rows = await onlooker.transaction('r', onlooker.log, () => onlooker.log.toArray())
    for (const { entry } of rows) if (!known.has(entry.id)) saved.push(entry)
  }
  const bury = async (tab: SimulatedTab): Promise<void> => {
    tab.mortality.kill()
    tab.db.close()
    tabs = tabs.filter((one) => one !== tab)
    if (tabs.length === 0) tabs = [await open()]
    // It may have died while its person signed out: whoever goes on here signs in first.
    await signIn(onlooker, { person, name: person, board: false })
    await noteCommitted()
  }
  /** What the tab lives to do; its death in the middle ends it, and another tab takes its place. */
  const live = async (tab: SimulatedTab, work: Promise<unknown>): Promise<void> => {
    await Promise.race([work, tab.mortality.died])
    if (tab.mortality.isDead() && tabs.includes(tab)) await bury(tab)
  }

  const wake = (tab: SimulatedTab, reason: 'record' | 'tap' | 'signedIn'): Promise<void> => {
    tab.engine.wake(reason)
    return tab.engine.settled()
  }
  const wakeAll = async (reason: 'tap' | 'signedIn'): Promise<void> => {
    for (const tab of tabs) await live(tab, wake(tab, reason))
  }
  /** «Сохранено» is said of what the screen shows: a tablet that hides its own tap has lost it for the teacher. */
  const showsWhatItSaved = async (
    db: JournalDatabase,
    cell: Cell,
    value: CellValue | null,
  ): Promise<void> => {
    const shown = (await readCell(db, cell, log))?.value ?? null
    if (!sameValue(shown, value)) onBug(`${cellKey(cell)} does not show what was saved`)
  }
  const recordIn = async (
    tab: SimulatedTab,
    cell: Cell,
    value: CellValue | null,
    mayFail = true,
  ): Promise<void> => {
    const { db, gate, journal, storage } = tab
    const view = await readCell(db, cell, log)
    if (view && view.candidates.length > 0) return
    if (mayFail && diskFull && !gate.stopped()) storage.failNext()
    if (mayFail) diskFull = false
    const outcome = await journal.record(author, [
      { cell, value, saw: view?.value ?? null, follows: view?.follows ?? [] },
    ])
    if (outcome.kind === 'saved') saved.push(...outcome.entries)
    // What was not called saved must not look as if it were: the cell shows what it showed before.
    await showsWhatItSaved(db, cell, outcome.kind === 'saved' ? value : (view?.value ?? null))
    if (net.poison === '') net.poison = saved.at(-1)?.id ?? ''
    await wake(tab, 'record')
  }
  const settleIn = async (tab: SimulatedTab, choice: number): Promise<boolean> => {
    const [view] = (await readConflicts(tab.db, log)).filter(
      (one) => one.state !== 'queued' && maySettle(tinySchool, person, one.cell),
    )
    const candidate = view?.candidates[choice % view.candidates.length]
    if (!view || !candidate) return false
    const follows = view.candidates.flatMap((one) => one.entries.map((each) => each.entry))
    const outcome = await tab.journal.record(author, [
      { cell: view.cell, value: candidate.value, saw: view.value, follows },
    ])
    if (outcome.kind === 'saved') saved.push(...outcome.entries)
    await wake(tab, 'record')
    return true
  }
  const undoIn = async (tab: SimulatedTab): Promise<void> => {
    const outcome = await undoLast(tab.db, tab.journal, author)
    if (outcome.kind === 'saved') saved.push(...outcome.entries)
    await wake(tab, 'record')
  }
  const signInAgain = async ({ db }: SimulatedTab): Promise<void> => {
    await signOut(db, log)
    await signIn(db, { person, name: person, board: false })
  }
  return {
    ...{ person, log, saved },
    wake: () => wakeAll('tap'),
    record: (cell: Cell, value: CellValue | null) => live(front(), recordIn(front(), cell, value)),
    /** The older tab sends while something is recorded in the other, or in itself. */
    recordWhileSending: async (cell: Cell, value: CellValue | null): Promise<void> => {
      const [sender, writer] = [tabs[0] as SimulatedTab, front()]
      // Either may die, and the other goes on. The disk in memory lets a reader see what is not yet committed, so what is
      // taken back beside a reader is for the real databases.
      await Promise.all([
        live(sender, wake(sender, 'tap')),
        live(writer, recordIn(writer, cell, value, false)),
      ])
    },
    settle: async (choice: number): Promise<boolean> => {
      let isSettled = false
      const tab = front()
      await live(
        tab,
        settleIn(tab, choice).then((did) => {
          isSettled = did
        }),
      )
      return isSettled
    },
    undo: () => live(front(), undoIn(front())),
    setNetwork: async (next: NetworkMode): Promise<void> => {
      const [first] = await readUnsent(front().db, log)
      // With nothing unsent, the next entry is the bad one.
      net.poison = first?.id ?? ''
      net.mode = next
      if (next === 'ok') await wakeAll('signedIn')
    },
    /** The network is good again and nobody says so: the engine must find out by itself. */
    mend: async (): Promise<void> => {
      net.mode = 'ok'
      for (const tab of tabs) {
        const { signInNeeded, held } = tab.engine.status()
        if (signInNeeded || held.length > 0) await wake(tab, 'signedIn')
      }
    },
    restart: async (): Promise<void> => {
      for (const tab of tabs.slice()) await bury(tab)
    },
    /** The front tab dies at its `after`-th call of a port from now on. */
    dieAfter: (after: number): void => front().mortality.dieAfter(after),
    /** Opens a second tab over the same disk; where there are two, the older one is killed. */
    switchTabs: async (): Promise<void> => {
      const [older] = tabs
      if (tabs.length > 1 && older) await bury(older)
      else tabs = [...tabs, await open()]
    },
    jumpClock: (hours: number): void => {
      skewMs += hours * 3_600_000
    },
    fillDisk: (): void => {
      diskFull = true
    },
    /** After an error of the storage nothing is written until the tab is opened anew. */
    heal: async (): Promise<void> => {
      for (const tab of tabs.slice()) {
        tab.mortality.dieAfter(Number.POSITIVE_INFINITY)
        if (tab.gate.stopped() !== null) await bury(tab)
      }
    },
    signOutAndIn: () => live(front(), signInAgain(front())),
    settled: async (): Promise<void> => {
      for (const tab of tabs.slice()) await live(tab, tab.engine.settled())
    },
    list: () => listEntries(front().db, log),
    isBehind: async (rev: number) =>
      (await readCursor(front().db)).rev < rev || (await summary(front().db, log)).unsent > 0,
    unsent: async () => (await summary(front().db, log)).unsent,
    conflicts: async () => (await readConflicts(front().db, log)).map((one) => one.key),
    /** What this tablet keeps of the hub's cells. */
    pulled: () => front().db.cell.toArray(),
    close: async (): Promise<void> => {
      onlooker.close()
      for (const tab of tabs) {
        await tab.engine.stop()
        tab.db.close()
      }
    },
  }
}
