// Sends what the hub has not yet given a receipt for. No transaction is open while the network is asked.
import type { HubClient, HubFailure, HubOutcome } from '../contract/hub-client.ts'
import { type DeviceReport, type PushAnswer, protocolVersion } from '../contract/protocol.ts'
import { type Entry, type EntryId, entryHash, type LogId, type LogOwner, logKey } from '../domain/entry.ts'
import { allTold } from '../domain/log-gap.ts'
import type { Receipt } from '../domain/receipt.ts'
import { toInstant } from '../domain/time.ts'
import type { JournalDatabase, LogHead, LogRow } from '../store/database.ts'
import { emptyHead, openEpoch, readLogs } from '../store/logs.ts'
import { createOutbox } from '../store/outbox.ts'
import { summary } from '../store/outbox-view.ts'
import { readCursor, readSeen } from '../store/reading/cursor.ts'
import { noteGapsTold, readGaps, readGapsTold } from '../store/reading/queue-facts.ts'
import { noteIncidentTold } from '../store/second-copy/incident.ts'
import { type BatchSize, fitting } from './batch-size.ts'
import type { Moment } from './clock-offset.ts'

export type DeviceFacts = Pick<
  DeviceReport,
  'appBuild' | 'freeBytes' | 'persisted' | 'clockOffsetMs' | 'copies' | 'incident'
>

export interface PushPorts {
  db: JournalDatabase
  hub: HubClient
  now(): number
  moment(): Moment
  size: BatchSize
  facts(): Promise<DeviceFacts>
  /** Takes entries that have got another place in the log to the second copy, and how far their log is. */
  copy?(rows: readonly LogRow[], head?: LogHead): void
  /** The entries of a batch, as it goes. */
  sending(ids: readonly EntryId[]): void
  /** Each answer to a batch, once its receipts are proven; when it was asked for and when it came. */
  heard(answer: { serverTime: string }, sent: Moment, answered: Moment): void
}

export type PushEnd =
  /** `newLife`: the hub lacks what it once had, and the log is sent again from where it knows it. */
  | { kind: 'done'; sent: number; newLife: boolean; forked?: boolean }
  /** `smaller`: the next try sends less, so it need not wait longer than the first. */
  | { kind: 'failed'; outcome: HubFailure; smaller?: boolean }

interface Sent {
  outcome: HubOutcome<PushAnswer>
  /** Believes the answer's hour. An answer without receipts proves nothing, and a pull tells the hour soon enough. */
  hear(): void
}

/** Does a receipt show that whoever answers has committed any of these? */
const provesAny = (entries: readonly Entry[], receipts: readonly Receipt[]): boolean => {
  const sent = new Map(entries.map((entry) => [entry.id, entry]))
  return receipts.some(({ id, hash }) => {
    const entry = sent.get(id)
    return entry !== undefined && entryHash(entry) === hash
  })
}

/** An answer to entries that has a proof for none of them is no answer of the hub's: nothing that it says is noted. */
const send = async (
  ports: PushPorts,
  { owner, log }: { owner: LogOwner; log: LogId },
  entries: readonly Entry[],
): Promise<Sent> => {
  const { unsent, oldestUnsentAt } = await summary(ports.db, owner)
  const facts = await ports.facts()
  const gaps = await readGaps(ports.db, owner)
  const seen = await readSeen(ports.db)
  // The hub takes report and batch in one transaction, so what the batch brings is no longer unsent then.
  const report = {
    ...facts,
    device: owner.device,
    unsent: Math.max(0, unsent - entries.length),
    oldestUnsentAt,
    gaps,
  }
  if (entries.length > 0) ports.sending(entries.map((entry) => entry.id))
  const sent = ports.moment()
  const outcome = await ports.hub.push({
    ...{ protocol: protocolVersion, log, entries: [...entries], report },
    ...(seen && { seen }),
  })
  const answered = ports.moment()
  if (outcome.kind !== 'ok') return { outcome, hear: () => {} }
  const { value } = outcome
  if (entries.length > 0 && !provesAny(entries, value.receipts))
    return { outcome: { kind: 'notHub' }, hear: () => {} }
  if (facts.incident) await noteIncidentTold(ports.db, facts.incident)
  if (gaps.length > 0 && value.gaps === gaps.length) await noteGapsTold(ports.db, owner, gaps)
  return { outcome, hear: () => ports.heard(value, sent, answered) }
}

/** What a restored hub has lost is unsent once more, and so it is kept twice once more. */
const fellBack = async (ports: PushPorts, log: LogId, answer: PushAnswer): Promise<boolean> => {
  const rows = await createOutbox(ports.db).fallBack(log, answer)
  if (rows.length > 0) ports.copy?.(rows, await ports.db.logHead.get(logKey(log)))
  return rows.length > 0
}

/**
 * Says how the tablet is, when that is `due`. A log whose receipts are of another life of the hub also asks, due or not,
 * from where the hub as it is now needs it.
 */
export const reportOnly = async (ports: PushPorts, owner: LogOwner, due: boolean): Promise<PushEnd> => {
  const { incarnation } = await readCursor(ports.db)
  const heads = await readLogs(ports.db, owner)
  const unmet = heads.filter((head) => head.incarnation !== incarnation)
  const logs = unmet.length === 0 && due ? [heads.at(-1) ?? emptyHead(owner, 1)] : unmet
  let newLife = false
  for (const { log } of logs) {
    const { outcome } = await send(ports, { owner, log }, [])
    if (outcome.kind !== 'ok') return { kind: 'failed', outcome }
    if (await fellBack(ports, log, outcome.value)) newLife = true
  }
  return { kind: 'done', sent: 0, newLife }
}

/** Whether the tablet misses numbers of which the hub does not know yet. */
export const hasUntoldGaps = async (db: JournalDatabase, owner: LogOwner): Promise<boolean> => {
  const gaps = await readGaps(db, owner)
  return gaps.length > 0 && !allTold(gaps, await readGapsTold(db, owner))
}

/** Entries that go before all others. The hub takes a log with gaps, so what stands before them may follow. */
export type SentFirst = ReadonlySet<EntryId>

/** The end of a round that a batch has spoiled; null when only its entry was to blame, which is passed by from now on. */
const endOf = async (
  ports: PushPorts,
  to: { owner: LogOwner; log: LogId },
  batch: readonly Entry[],
  outcome: HubFailure,
  tookMs: number,
): Promise<PushEnd | null> => {
  const next = ports.size.failed(batch, outcome, tookMs)
  const [first] = batch
  if (next !== 'suspected' || !first) return { kind: 'failed', outcome, smaller: next === 'smaller' }
  const { outcome: empty } = await send(ports, to, [])
  if (empty.kind !== 'ok') return { kind: 'failed', outcome: empty }
  ports.size.hold(first.id)
  return null
}

/** Batch by batch, until nothing of the log (or of `only`) is unsent or something stands in the way. */
const pushLog = async (
  ports: PushPorts,
  owner: LogOwner,
  head: LogHead,
  only?: SentFirst,
): Promise<PushEnd> => {
  const outbox = createOutbox(ports.db)
  const { size } = ports
  const { log } = head
  let sent = 0
  for (;;) {
    const batch = fitting(await outbox.batch(log, size.limit(), size.held(), only))
    if (batch.length === 0) return { kind: 'done', sent, newLife: false }
    const { monotonic } = ports.moment()
    const { outcome, hear } = await send(ports, { owner, log }, batch)
    if (outcome.kind !== 'ok') {
      const end = await endOf(ports, { owner, log }, batch, outcome, ports.moment().monotonic - monotonic)
      if (end) return end
      continue
    }
    if (await fellBack(ports, log, outcome.value)) return { kind: 'done', sent, newLife: true }
    const { receipts, rev, incarnation, boot, serverTime } = outcome.value
    const { unverifiable, forkedFrom } = await outbox.apply(log, {
      ...{ receipts, rev, incarnation, boot },
      at: serverTime ?? toInstant(ports.now()),
    })
    // A receipt for something else proves nothing, and asking again at once would go round for ever.
    if (unverifiable > 0 || receipts.length < batch.length) {
      const end = await endOf(ports, { owner, log }, batch, { kind: 'notHub' }, 0)
      if (end) return end
      continue
    }
    hear()
    size.succeeded()
    sent += batch.length
    if (forkedFrom !== null) {
      const moved = await openEpoch(ports.db, head, forkedFrom, serverTime)
      ports.copy?.(moved)
      return { kind: 'done', sent, newLife: false, forked: true }
    }
  }
}

const mostForks = 3

/** Log by log, the oldest epoch first; one that a fork has just opened too. */
export const pushAll = async (ports: PushPorts, owner: LogOwner, only?: SentFirst): Promise<PushEnd> => {
  const done = new Set<string>()
  let sent = 0
  let forks = 0
  for (;;) {
    const head = (await readLogs(ports.db, owner)).find((one) => !done.has(one.logKey))
    if (!head) return { kind: 'done', sent, newLife: false }
    const end = await pushLog(ports, owner, head, only)
    if (end.kind === 'failed' || end.newLife) return end
    sent += end.sent
    done.add(head.logKey)
    // A copy forks once, and its copy once more; what calls every log forked is no hub of ours.
    if (end.forked) forks += 1
    if (forks > mostForks) return { kind: 'failed', outcome: { kind: 'notHub' } }
  }
}
