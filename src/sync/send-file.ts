// A deputy sends the unsent entries of whoever has left the school from a file, log by log. Sent again, they are the same.
import type { HubClient, HubFailure } from '../contract/hub-client.ts'
import { type DeviceReport, maxBatch, protocolVersion } from '../contract/protocol.ts'
import { type Entry, entryHash, type LogId, logKey, movedTo } from '../domain/entry.ts'
import type { Receipt } from '../domain/receipt.ts'
import { fitting } from './batch-size.ts'

/** How many entries of the file are what on the hub. It keeps all but `absent`. */
export interface FileSent {
  /** In their cells, or replaced there by later ones. */
  taken: number
  /** Candidates of an open conflict. */
  conflict: number
  /** What they follow has no verdict yet. */
  waiting: number
  held: number
  /** By a rule: they stay out of their cells. */
  refused: number
  /** Not stored: the hub has something else under their ids. */
  absent: number
}

type Fate = keyof FileSent

/** `own`: entries of whoever loads the file are among them, and nothing was sent. They go out by the own queue. */
export type FileEnd =
  | { kind: 'sent'; sent: FileSent }
  | { kind: 'own' }
  | { kind: 'failed'; outcome: HubFailure }

/** `device` wrote the file, and told the hub of these entries as of its own unsent ones. */
export interface SentFile {
  entries: readonly Entry[]
  device: string | null
}

type Push = (log: LogId, entries: readonly Entry[]) => ReturnType<HubClient['push']>
type Sending = { kind: 'sent'; fates: Map<Entry, Fate> } | { kind: 'failed'; outcome: HubFailure }

const groups = (entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[][] => {
  const known = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    known.set(key, [...(known.get(key) ?? []), entry])
  }
  return [...known.values()]
}

/** The file says nothing of a tablet but which one wrote it. */
const reportOf = (device: string | null): DeviceReport => ({
  ...{ unsent: 0, oldestUnsentAt: null, clockOffsetMs: null, appBuild: '', freeBytes: null, persisted: null },
  ...(device !== null && { device }),
})

/** A refusal for its place or its id is the hub's word that it has not stored the entry; so is a receipt for another. */
const fateOf = (entry: Entry, receipt: Receipt | undefined): Fate => {
  if (receipt?.id !== entry.id || receipt.hash !== entryHash(entry)) return 'absent'
  const { state, reason } = receipt
  if (state === 'refused') return reason === 'forked' || reason === 'idReuse' ? 'absent' : 'refused'
  return state === 'conflict' || state === 'waiting' || state === 'held' ? state : 'taken'
}

/** The entries of one log, in its order. Stops at the first batch that the hub does not take. */
const sendLog = async (push: Push, own: readonly Entry[]): Promise<Sending> => {
  const fates = new Map<Entry, Fate>()
  let rest = own
  for (let [first] = rest; first; [first] = rest) {
    const batch = fitting(rest.slice(0, maxBatch))
    const outcome = await push(first.log, batch)
    if (outcome.kind !== 'ok') return { kind: 'failed', outcome }
    for (const [at, entry] of batch.entries()) fates.set(entry, fateOf(entry, outcome.value.receipts[at]))
    rest = rest.slice(batch.length)
  }
  return { kind: 'sent', fates }
}

/** A copied tablet has another history under the same numbers: these go on in the first epoch that the hub has nothing of. */
const sendInNewEpoch = async (push: Push, log: LogId, entries: readonly Entry[]): Promise<Sending> => {
  for (let epoch = log.epoch + 1; ; epoch += 1) {
    const next = { ...log, epoch }
    const outcome = await push(next, [])
    if (outcome.kind !== 'ok') return { kind: 'failed', outcome }
    if (outcome.value.lastSeq === 0) return sendLog(push, movedTo(next, entries))
  }
}

/** Sends what is of others than `who`, who loads the file; what finds its place taken goes on in a new epoch. */
export const sendFile = async (
  hub: Pick<HubClient, 'push'>,
  who: string,
  { entries, device }: SentFile,
): Promise<FileEnd> => {
  if (entries.some((one) => one.log.person === who)) return { kind: 'own' }
  const report = reportOf(device)
  const push: Push = (log, batch) => hub.push({ protocol: protocolVersion, log, entries: [...batch], report })
  const sent: FileSent = { taken: 0, conflict: 0, waiting: 0, held: 0, refused: 0, absent: 0 }
  const apart: Entry[] = []
  for (const own of groups(entries, (one) => logKey(one.log))) {
    const inOrder = [...own].sort((a, b) => a.seq - b.seq)
    const end = await sendLog(push, inOrder)
    if (end.kind === 'failed') return end
    for (const [entry, fate] of end.fates) {
      if (fate === 'absent') apart.push(entry)
      else sent[fate] += 1
    }
  }
  for (const own of groups(apart, ({ log }) => logKey({ ...log, epoch: 0 }))) {
    const [newest] = own.map((one) => one.log).sort((a, b) => b.epoch - a.epoch)
    if (!newest) continue
    const end = await sendInNewEpoch(push, newest, own)
    if (end.kind === 'failed') return end
    for (const fate of end.fates.values()) sent[fate] += 1
  }
  return { kind: 'sent', sent }
}
