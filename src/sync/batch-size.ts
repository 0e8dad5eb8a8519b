// How many entries go at once, and which are passed by: one bad entry must never stop the others.
import { maxBatch } from '../contract/protocol.ts'
import type { Entry, EntryId } from '../domain/entry.ts'

/** So many equal failures of a batch are no accident. */
const equalFailures = 5

export const createBatchSize = () => {
  const held = new Set<EntryId>()
  let limit = maxBatch
  let failing = { key: '', count: 0 }

  /** Halves; an entry that fails alone is held. */
  const narrow = (batch: readonly Entry[]): void => {
    const [only, ...more] = batch
    if (only && more.length === 0) {
      held.add(only.id)
      limit = maxBatch
    } else {
      limit = Math.max(1, Math.floor(batch.length / 2))
    }
    failing = { key: '', count: 0 }
  }

  return {
    limit: (): number => limit,
    held: (): ReadonlySet<EntryId> => held,
    succeeded: (): void => {
      failing = { key: '', count: 0 }
      limit = Math.min(maxBatch, limit * 2)
    },
    /** The hub can't take this batch as it is: no use in sending the same again. */
    refused: narrow,
    /** The hub broke on this batch; after five times the batch itself is suspected. */
    broke: (batch: readonly Entry[]): void => {
      const key = `${batch[0]?.id} ${batch.length}`
      failing = { key, count: failing.key === key ? failing.count + 1 : 1 }
      if (failing.count >= equalFailures) narrow(batch)
    },
    /** A person asks for these once more. */
    release: (ids: Iterable<EntryId>): void => {
      for (const id of ids) held.delete(id)
    },
    /** A new sign-in or build may make right what was wrong. */
    forgive: (): void => {
      held.clear()
      limit = maxBatch
    },
  }
}

export type BatchSize = ReturnType<typeof createBatchSize>
