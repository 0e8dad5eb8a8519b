// One round's talk with the hub: what a person asked for, the rest of the log, what is new there, how the tablet is.
import type { HubFailure } from '../contract/hub-client.ts'
import type { EntryId, LogOwner } from '../domain/entry.ts'
import type { Probe } from '../domain/outage.ts'
import type { Instant } from '../domain/time.ts'
import { readRestored } from '../store/pulled.ts'
import { type PullPorts, pullAll } from './pull.ts'
import { hasUntoldGaps, type PushEnd, type PushPorts, pushAll, reportOnly, type SentFirst } from './push.ts'

const reportEveryMs = 5 * 60_000

export type ExchangeEnd =
  /** `newLife`: the hub lacks what it once had, so another round is due. */
  | { kind: 'done'; ais: Probe | null; hubRestoredAt: Instant | null; newLife: boolean }
  /** `smaller`: the next try sends less, so it need not wait longer than the first. */
  | { kind: 'failed'; outcome: HubFailure; smaller?: boolean }

export const createExchange = (ports: PushPorts & PullPorts) => {
  let first: SentFirst = new Set()
  let reportedAt = Number.NEGATIVE_INFINITY

  /** What a person asked for is forgotten only once it has gone. */
  const pushFirst = async (owner: LogOwner): Promise<PushEnd | null> => {
    const asked = first
    if (asked.size === 0) return null
    const pushed = await pushAll(ports, owner, asked)
    if (pushed.kind === 'done') first = new Set([...first].filter((id) => !asked.has(id)))
    return pushed
  }

  return {
    /** These entries go before all others. */
    askFirst: (ids: readonly EntryId[]): void => {
      first = new Set([...first, ...ids])
    },
    run: async (owner: LogOwner): Promise<ExchangeEnd> => {
      const asked = await pushFirst(owner)
      if (asked?.kind === 'failed') return asked
      const pushed = await pushAll(ports, owner)
      if (pushed.kind === 'failed') return pushed
      if (pushed.sent > 0) reportedAt = ports.now()
      const pulled = await pullAll(ports, owner.person)
      if (pulled.kind === 'failed') return pulled
      const isTime = ports.now() - reportedAt >= reportEveryMs
      const due = pulled.reset || isTime || (pushed.sent === 0 && (await hasUntoldGaps(ports.db, owner)))
      const told = await reportOnly(ports, owner, due)
      if (told.kind === 'failed') return told
      if (due) reportedAt = ports.now()
      const hubRestoredAt = await readRestored(ports.db)
      return { kind: 'done', ais: pulled.ais, hubRestoredAt, newLife: told.newLife || pushed.newLife }
    },
  }
}
