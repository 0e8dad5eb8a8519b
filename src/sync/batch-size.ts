// How many entries go at once, and which are passed by: one bad entry must never stop the others.
//
//   batch ──the hub can't take it, or breaks on it 5 times──▶ half of it ──goes──▶ twice as many
//     │                                                        │
//     └──on its way too long──▶ half of it                     └──an entry alone fails 5 times──▶ suspected
//   suspected ──an empty batch goes──▶ held, for half an hour or until a person asks
//       └──an empty one fails too──▶ tried again: it is the hub that is ill, not the entry
import type { HubFailure } from '../contract/hub-client.ts'
import { maxBatch } from '../contract/protocol.ts'
import type { Entry, EntryId } from '../domain/entry.ts'

/** So many equal failures are no accident. */
const equalFailures = 5
const holdMs = 30 * 60_000
/** Whoever waited so long for nothing sends less: the link is slow. */
const slowMs = 5_000
/** Bytes of JSON in one batch. Gzipped they are fewer, and a browser that can't gzip sends them as they are. */
const maxBatchBytes = 256 * 1024

/** The hub has judged this very batch: there is no use in sending the same again. */
const isJudged = (outcome: HubFailure): boolean =>
  outcome.kind === 'tooLarge' || (outcome.kind === 'refused' && outcome.problem.error === 'malformed')

/** What may come of the batch itself, and not of the network, the session or a full disk. */
const mayBeTheBatch = (outcome: HubFailure): boolean =>
  isJudged(outcome) || outcome.kind === 'notHub' || (outcome.kind === 'busy' && outcome.status !== 507)

/** The first of them that fit into one request; always at least one. */
export const fitting = (entries: readonly Entry[]): Entry[] => {
  const encoder = new TextEncoder()
  let bytes = 0
  const end = entries.findIndex((entry) => {
    bytes += encoder.encode(JSON.stringify(entry)).length
    return bytes > maxBatchBytes
  })
  return entries.slice(0, end === -1 ? entries.length : Math.max(1, end))
}

/** `now` in milliseconds; it only measures how long an entry has been held. */
export const createBatchSize = (now: () => number) => {
  const held = new Map<EntryId, number>()
  /** Held before and let go by the clock: one more failure is enough. */
  const known = new Set<EntryId>()
  let limit = maxBatch
  let failing = { key: '', count: 0 }

  const startAnew = (): void => {
    failing = { key: '', count: 0 }
  }
  const halve = (length: number): void => {
    limit = Math.max(1, Math.floor(length / 2))
    startAnew()
  }
  const letGo = (id: EntryId): void => {
    held.delete(id)
    known.add(id)
  }

  return {
    limit: (): number => limit,
    held: (): ReadonlySet<EntryId> => {
      for (const [id, since] of held) if (now() - since >= holdMs) letGo(id)
      return new Set(held.keys())
    },
    /** A batch came through: the next may be larger. */
    succeeded: (): void => {
      startAnew()
      limit = Math.min(maxBatch, limit * 2)
    },
    /**
     * A batch failed after `tookMs`. `same`: it is to be tried again as it is. `smaller`: the next one is a part of it.
     * `suspected`: its only entry has failed so often that it is to be held if an empty batch comes through.
     */
    failed: (
      batch: readonly Entry[],
      outcome: HubFailure,
      tookMs: number,
    ): 'same' | 'smaller' | 'suspected' => {
      const [first, ...more] = batch
      if (!first) return 'same'
      if (outcome.kind === 'unreachable' && tookMs >= slowMs && more.length > 0) {
        halve(batch.length)
        return 'smaller'
      }
      if (!mayBeTheBatch(outcome)) return 'same'
      const key = `${first.id} ${batch.length}`
      failing = { key, count: failing.key === key ? failing.count + 1 : 1 }
      if (more.length > 0) {
        if (!isJudged(outcome) && failing.count < equalFailures) return 'same'
        halve(batch.length)
        return 'smaller'
      }
      if (failing.count < equalFailures && !known.has(first.id)) return 'same'
      startAnew()
      return 'suspected'
    },
    /** Passes this entry by from here on. */
    hold: (id: EntryId): void => {
      held.set(id, now())
      limit = maxBatch
    },
    /** A new sign-in, a person's press or a new build may make right what was wrong. */
    forgive: (): void => {
      held.clear()
      known.clear()
    },
  }
}

export type BatchSize = ReturnType<typeof createBatchSize>
