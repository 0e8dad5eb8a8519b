// Puts the device together: database, journal, hub, engine. One for each tab.
import { v7 } from 'uuid'
import { createHubClient } from '../../contract/hub-client.ts'
import type { EntryId, LogOwner } from '../../domain/entry.ts'
import { sameJson } from '../../domain/value.ts'
import { createAppend } from '../../store/append.ts'
import type { JournalDatabase } from '../../store/database.ts'
import { readLamps, readSignedIn, saveLamps } from '../../store/device.ts'
import { createJournal } from '../../store/journal.ts'
import { watchTables } from '../../store/watch-tables.ts'
import { createClockWatch } from '../../sync/clock-watch.ts'
import { createEngine, type WakeReason } from '../../sync/engine.ts'
import { type LockRequest, leadWith } from '../../sync/leader.ts'
import type { SyncStatus } from '../../sync/status.ts'
import { createBell } from './bell.ts'
import { browserFetch } from './browser-fetch.ts'
import { readFacts } from './device-facts.ts'
import { watchKeptFacts } from './kept-facts.ts'
import { openMemory } from './memory.ts'
import { useMemoryState } from './memory-state.ts'
import { useSyncState } from './sync-state.ts'

declare const __APP_BUILD__: string
const appBuild = __APP_BUILD__

const newId = (): string => v7()

/**
 * The last known facts of the lamps are kept, so that a cold start offline can say how old they are. Once a round, at
 * its end: a write more is one that a tap may have to wait for.
 */
const keepLamps = async (db: JournalDatabase, status: SyncStatus): Promise<void> => {
  const { networkAt, hubAt, ais, clock, sending } = status
  if (networkAt === null || sending) return
  const before = await readLamps(db)
  const aisAt = ais?.reach === 'up' ? ais.at : before.aisAt
  const lamps = { networkAt, hubAt: hubAt ?? before.hubAt, aisAt, clock: clock ?? before.clock }
  // A silent hub has told nothing new.
  if (!sameJson(before, lamps)) await saveLamps(db, lamps)
}

const setTimer = (fn: () => void, afterMs: number): (() => void) => {
  const timer = setTimeout(fn, afterMs)
  return () => clearTimeout(timer)
}

/** What the tabs of one browser tell each other. */
interface TabMessage {
  status?: SyncStatus
  wake?: WakeReason
  leader?: 'asked' | 'heard'
  first?: readonly EntryId[]
  bell?: number
}

const tabLock = (held: () => Promise<void>, steal: boolean): LockRequest => {
  const waiting = new AbortController()
  const options = steal ? { steal } : { signal: waiting.signal }
  // A lock that is taken away or given up is told as an error; here it is an ordinary end.
  const ended = navigator.locks.request('sync', options, held).then(undefined, () => undefined)
  return { ended, giveUp: () => waiting.abort() }
}

export const createRuntime = async () => {
  const { db, device, gate, keep, readCopy } = await openMemory(newId)
  const hub = createHubClient(browserFetch)
  const channel = new BroadcastChannel('sync')
  const owner = async (): Promise<LogOwner | null> => {
    const who = await readSignedIn(db)
    return who && { device, person: who.person }
  }
  // biome-ignore lint/suspicious/noConsole: the one place a bug of the engine can be seen at all
  const onBug = (error: unknown): void => console.error(error)
  const clock = createClockWatch(() => ({ wall: Date.now(), monotonic: performance.now() }))
  const show = (status: SyncStatus): void => {
    clock.note(status.clock)
    useSyncState.getState().set({ status })
  }

  const engine = createEngine({
    db,
    hub,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    setTimer,
    random: Math.random,
    owner,
    facts: () => readFacts(db, appBuild),
    copy: keep,
    gate,
    onStatus: (status) => {
      show(status)
      channel.postMessage({ status })
      if (!gate.stopped()) void keepLamps(db, status).catch(onBug)
    },
    onBug,
  })
  const wake = (reason: WakeReason): void => {
    engine.wake(reason)
    channel.postMessage({ wake: reason })
  }
  const sendFirst = (ids: readonly EntryId[]): void => {
    engine.sendFirst(ids)
    channel.postMessage({ first: ids })
  }
  const ring = (bell: number): void => useSyncState.getState().set({ bell })
  const bell = createBell({
    onRing: (rev) => {
      ring(rev)
      channel.postMessage({ bell: rev })
      wake('bell')
    },
    onOpen: () => wake('online'),
  })
  const start = (): void => {
    engine.start()
    bell.open()
  }
  const stop = (): Promise<void> => {
    bell.close()
    return engine.stop()
  }
  const leader = leadWith(
    { ...engine, start, stop },
    {
      ...{ lock: tabLock, setTimer },
      ask: () => channel.postMessage({ leader: 'asked' }),
      answer: () => channel.postMessage({ leader: 'heard' }),
    },
  )
  // A tab that may write no more sends no more either: it must not keep the place of one that can.
  useMemoryState.subscribe(({ stopped }) => {
    if (stopped) void leader.resign().catch(onBug)
  })
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.status) show(data.status)
    if (data.wake) engine.wake(data.wake)
    if (data.leader) leader[data.leader]()
    if (data.first) engine.sendFirst(data.first)
    if (data.bell !== undefined) ring(data.bell)
  }
  watchKeptFacts(db)
  // An entry of any tab wakes the leader: the log itself is the queue.
  watchTables(db, ['logHead'], () => engine.wake('record'))

  return {
    db,
    device,
    hub,
    wake,
    sendFirst,
    clock,
    keep,
    readCopy,
    journal: createJournal({
      ...{ db, newId, appBuild, gate },
      append: createAppend(db),
      now: () => Date.now(),
      copy: keep,
    }),
  }
}

export type Runtime = Awaited<ReturnType<typeof createRuntime>>
