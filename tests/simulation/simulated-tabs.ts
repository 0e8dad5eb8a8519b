// The tabs of one tablet over one disk: they live, die and are followed by others.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Entry, LogOwner } from '../../src/domain/entry.ts'
import { type JournalDatabase, openJournalDatabase } from '../../src/store/database.ts'
import { signIn } from '../../src/store/device.ts'
import type { Doubles } from './doubles.ts'
import type { SimulatedTab } from './simulated-tab.ts'
import { createMemoryDisk, openMemoryJournal } from './twins/memory-journal.ts'

/** Opens the same memory again and again, as the tabs of one browser do. */
const journalOf = (doubles: Doubles): (() => JournalDatabase) => {
  if (doubles === 'fast') {
    const disk = createMemoryDisk()
    return () => openMemoryJournal(disk)
  }
  const indexedDB = new IDBFactory()
  return () => openJournalDatabase({ indexedDB, IDBKeyRange })
}

interface SimulatedTabsPorts {
  log: LogOwner
  /** Entries that the screen has called saved, or shows as a tab comes up. */
  saved: Entry[]
  doubles: Doubles
  open(openJournal: () => JournalDatabase): Promise<SimulatedTab>
}

export const createSimulatedTabs = async ({ log, saved, doubles, ...ports }: SimulatedTabsPorts) => {
  const { person } = log
  let openJournal = journalOf(doubles)
  /** Reads and writes as no tab does: whatever is to die in one is not counted here. */
  let onlooker = openJournal()
  const open = (): Promise<SimulatedTab> => ports.open(openJournal)
  /** The tabs that are open, the older one first; never none. No lock holds them apart: only waste would come of that. */
  let tabs: SimulatedTab[] = [await open()]
  /** An entry that was committed before its tab could say so stands on the screen of the next one. */
  const noteCommitted = async (): Promise<void> => {
    const known = new Set(saved.map((entry) => entry.id))
    // Within a transaction, so that what the dead tab had begun has ended, one way or the other.
    const rows = await onlooker.transaction('r', onlooker.log, () => onlooker.log.toArray())
    for (const { entry } of rows) if (!known.has(entry.id)) saved.push(entry)
  }
  const kill = (tab: SimulatedTab): void => {
    tab.mortality.kill()
    tab.db.close()
    tabs = tabs.filter((one) => one !== tab)
  }
  const bury = async (tab: SimulatedTab): Promise<void> => {
    kill(tab)
    if (tabs.length === 0) tabs = [await open()]
    // It may have died while its person signed out: whoever goes on here signs in first.
    await signIn(onlooker, { person, name: person, board: false })
    await noteCommitted()
  }
  return {
    bury,
    /** As they are now: who walks through them may bury one. */
    all: (): readonly SimulatedTab[] => tabs,
    oldest: () => tabs[0] as SimulatedTab,
    front: () => tabs.at(-1) as SimulatedTab,
    add: async (): Promise<void> => {
      tabs = [...tabs, await open()]
    },
    /** What the tab lives to do; its death in the middle ends it, and another tab takes its place. */
    live: async (tab: SimulatedTab, work: Promise<unknown>): Promise<void> => {
      await Promise.race([work, tab.mortality.died])
      if (tab.mortality.isDead() && tabs.includes(tab)) await bury(tab)
    },
    /** The database is gone, and with it every tab. */
    wipe: async (): Promise<void> => {
      for (const tab of tabs) kill(tab)
      onlooker.close()
      openJournal = journalOf(doubles)
      onlooker = openJournal()
      tabs = [await open()]
    },
    close: async (): Promise<void> => {
      onlooker.close()
      for (const tab of tabs) {
        await tab.engine.stop()
        tab.db.close()
      }
    },
  }
}
