// The engine: one round pushes, then pulls. It is woken by taps, the hub's bell, the network and a timer.
//
//   idle ──wake──▶ round ──all done──▶ idle, timer ≤ 30 s
//                    │──no answer──▶ waiting ≤ 30 s; the bell, the network and a look at the screen shorten it
//                    │──busy, portal──▶ waiting as long as it is; only a person's press goes before
//                    └──401──▶ idle until somebody signs in; recording goes on
import type { HubClient, HubOutcome } from '../contract/hub-client.ts'
import type { EntryId, LogOwner } from '../domain/entry.ts'
import { type Instant, toInstant, toMs } from '../domain/time.ts'
import type { JournalDatabase, LogHead, LogRow } from '../store/database.ts'
import { saveFailure } from '../store/save-failure.ts'
import type { WriteGate } from '../store/write-gate.ts'
import { createBatchSize } from './batch-size.ts'
import { createClockOffset, type Moment } from './clock-offset.ts'
import { createExchange } from './exchange.ts'
import { rereadUnread } from './pull.ts'
import type { DeviceFacts } from './push.ts'
import { createRetry } from './retry.ts'
import { firstStatus, reachAfter, type SyncStatus } from './status.ts'

export interface EnginePorts {
  db: JournalDatabase
  hub: HubClient
  /** Milliseconds since 1970 by the tablet. */
  now(): number
  /** Milliseconds of a clock that nobody sets. */
  monotonic(): number
  /** Returns how to take the timer back. */
  setTimer(fn: () => void, afterMs: number): () => void
  random(): number
  /** Whoever works here now, or null. */
  owner(): Promise<LogOwner | null>
  facts(): Promise<Omit<DeviceFacts, 'clockOffsetMs'>>
  onStatus(status: SyncStatus): void
  /** Takes entries that have got another place in the log to the second copy. */
  copy?(rows: readonly LogRow[], head?: LogHead): void
  /** What no rule expects: to the console, and the engine goes on. */
  onBug(error: unknown): void
  /** Once the device's storage has failed nothing is sent, for no receipt could be kept. */
  gate: Pick<WriteGate, 'stopped' | 'note'>
}

export type WakeReason = 'start' | 'record' | 'bell' | 'online' | 'focus' | 'timer' | 'tap' | 'signedIn'

const idleMs = 30_000
/** So many rounds follow one another at once because each met a new life of the hub: one for each log, and no storm. */
const mostLives = 8
/** What the status says of a round that has ended. */
const over = { sending: false, batch: firstStatus.batch } satisfies Partial<SyncStatus>

/** Only a person goes before the time that the hub asked for, or that repeated failures ask for. */
const isPerson = (reason: WakeReason): boolean => reason === 'tap' || reason === 'signedIn'

export const createEngine = (ports: EnginePorts) => {
  const clock = createClockOffset()
  const retry = createRetry(ports.random)
  const size = createBatchSize(ports.monotonic)
  let status = firstStatus
  let round: Promise<void> | null = null
  /** Whether a round follows the one under way: after a failed one only if a person asked. */
  let again: 'no' | 'ifDone' | 'surely' = 'no'
  let failed = false
  let silent = false
  let hasReread = false
  let lives = 0
  let stopped = true
  let cancelTimer: () => void = () => {}

  const say = (change: Partial<SyncStatus>): void => {
    status = { ...status, ...change }
    ports.onStatus(status)
  }

  const moment = (): Moment => ({ wall: ports.now(), monotonic: ports.monotonic() })
  const hubNow = (): Instant => toInstant(ports.now() + (clock.best()?.offsetMs ?? 0))

  const heard = (answer: { serverTime: string }, sent: Moment, answered: Moment): void => {
    clock.note(answer.serverTime, sent, answered)
    const at = hubNow()
    say({ hub: 'answers', hubAt: at, networkAt: at, clock: clock.best(), signInNeeded: false })
  }

  const facts = async (): Promise<DeviceFacts> => ({
    ...(await ports.facts()),
    clockOffsetMs: clock.best()?.offsetMs ?? null,
  })
  const sending = (batch: readonly EntryId[]): void => say({ batch })
  const exchange = createExchange({ ...ports, moment, heard, sending, size, facts })

  const sleep = (afterMs: number): void => {
    cancelTimer()
    if (stopped) return
    cancelTimer = ports.setTimer(() => wake('timer'), afterMs)
  }

  const runRound = async (): Promise<void> => {
    if (ports.gate.stopped()) return sleep(idleMs)
    if (!hasReread) await rereadUnread(ports.db)
    hasReread = true
    const owner = await ports.owner()
    if (!owner || status.signInNeeded) return sleep(idleMs)
    say({ sending: true })
    const end = await exchange.run(owner)
    const ended = { ...over, held: [...size.held()] }
    if (end.kind === 'done') {
      retry.succeeded()
      say({ ...ended, ais: end.ais, hubRestoredAt: end.hubRestoredAt, failure: null, nextTryAt: null })
      lives = end.newLife ? lives + 1 : 0
      if (lives > 0 && lives < mostLives && again === 'no') again = 'ifDone'
      return sleep(idleMs)
    }
    const { outcome, smaller } = end
    const heardAt = outcome.kind === 'unreachable' ? {} : { networkAt: hubNow() }
    if (smaller) retry.succeeded()
    if (outcome.kind === 'signInNeeded') {
      // Whoever has just signed in has another session than the one that was refused.
      const signInNeeded = again !== 'surely'
      say({ ...ended, ...heardAt, signInNeeded, hub: 'answers', hubAt: hubNow(), nextTryAt: null })
      return sleep(idleMs)
    }
    say({ ...ended, ...heardAt, hub: reachAfter(outcome), failure: outcome })
    waitAfter(outcome)
  }

  const waitAfter = (outcome: HubOutcome<unknown> | null): void => {
    failed = true
    silent = outcome?.kind === 'unreachable'
    const waitMs = retry.failed(outcome?.kind === 'busy' ? outcome.retryAfterMs : null, silent)
    say({ nextTryAt: toInstant(ports.now() + waitMs) })
    sleep(waitMs)
  }

  const startRound = (): void => {
    again = 'no'
    failed = false
    cancelTimer()
    round = runRound()
      .catch((error: unknown) => {
        ports.gate.note(saveFailure(error))
        ports.onBug(error)
        say(over)
        waitAfter(null)
      })
      .finally(() => {
        round = null
        if (stopped || again === 'no' || (failed && again === 'ifDone')) return
        startRound()
      })
  }

  const mayStart = (reason: WakeReason): boolean => {
    const waits = status.nextTryAt !== null && toMs(status.nextTryAt) > ports.now()
    if (!waits || isPerson(reason) || reason === 'timer' || reason === 'start') return true
    // A tap on the screen is no reason to hammer a hub that does not answer; a network that is back is.
    return silent && reason !== 'record'
  }

  /** Asks for a round now; one that is under way is followed by another. */
  const wake = (reason: WakeReason): void => {
    if (stopped) return
    if (isPerson(reason)) size.forgive()
    if (reason === 'signedIn') say({ signInNeeded: false })
    if (!round) {
      if (mayStart(reason)) startRound()
    } else if (isPerson(reason)) again = 'surely'
    else if (reason !== 'timer' && again === 'no') again = 'ifDone'
  }

  return {
    wake,
    /** A person asks for these entries before all others, those too that the hub could not take before. */
    sendFirst: (ids: readonly EntryId[]): void => {
      if (stopped) return
      exchange.askFirst(ids)
      wake('tap')
    },
    status: (): SyncStatus => status,
    /** Resolves when nothing is under way: neither a round nor one that follows it at once. */
    settled: async (): Promise<void> => {
      while (round) await round
    },
    start: (): void => {
      stopped = false
      wake('start')
    },
    /** Resolves when the round under way has ended. */
    stop: async (): Promise<void> => {
      stopped = true
      cancelTimer()
      await round
    },
  }
}

export type Engine = ReturnType<typeof createEngine>
