// What a batch brings, and what the hub has already of it.
import { type Envelope, envelopeSchema } from '../../contract/entry-schema.ts'
import type { PushRequest } from '../../contract/protocol.ts'
import { type Entry, entryHash, type LogId } from '../../domain/entry.ts'
import type { HubState } from '../../domain/entry-state.ts'
import type { Receipt, VerdictReason } from '../../domain/receipt.ts'
import { isPaperEntry, isPaperLog } from '../../domain/register/loss.ts'
import { isAisWord } from '../../domain/transfer/ais-word.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Trx } from '../database/tables.ts'

export interface Arrival {
  envelope: Envelope
  hash: string
}

/** Null when something is no entry at all, or of another log: then nothing of the batch may be stored. */
export const readArrivals = (request: PushRequest): Arrival[] | null => {
  const arrivals: Arrival[] = []
  for (const raw of request.entries) {
    const parsed = envelopeSchema.safeParse(raw)
    // No tablet speaks for АИС or for paper: an entry under such an id would stand where theirs is to come.
    if (!parsed.success || isAisWord(parsed.data.id) || isPaperEntry(parsed.data.id)) return null
    const { device, person, epoch } = parsed.data.log
    const { log } = request
    if (isPaperLog(log)) return null
    // A column would cut the name, and the next such entry would be taken for this one.
    if (parsed.data.id.includes('\0') || device.includes('\0')) return null
    if (device !== log.device || person !== log.person || epoch !== log.epoch) return null
    // As it came: the parser would leave out a key such as `__proto__`, and the hash would be of something else.
    arrivals.push({ envelope: raw as Envelope, hash: entryHash(raw as Entry) })
  }
  return arrivals
}

export interface KnownRow {
  id: string
  seq: number
  hash: string
  state: HubState
  reason: string | null
  /** Found in the sender's own log, and not only under one of its ids. */
  ownLog: boolean
  person: string
  body: string
}

/** What the hub has already under these ids, or in these places of the log. */
export const readKnown = async (trx: Trx, log: LogId, arrivals: readonly Arrival[]): Promise<KnownRow[]> => {
  const columns = ['id', 'seq', 'hash', 'state', 'reason', 'device', 'person', 'epoch', 'body'] as const
  const byId = await inChunks(arrivals, (part) =>
    trx
      .selectFrom('entry')
      .select(columns)
      .where(
        'id',
        'in',
        part.map((one) => one.envelope.id),
      )
      .execute(),
  )
  const { device, person, epoch } = log
  const byPlace = await inChunks(arrivals, (part) =>
    trx
      .selectFrom('entry')
      .select(columns)
      .where('device', '=', device)
      .where('person', '=', person)
      .where('epoch', '=', epoch)
      .where(
        'seq',
        'in',
        part.map((one) => one.envelope.seq),
      )
      .execute(),
  )
  return [...byId, ...byPlace].map((row) => ({
    ...row,
    ownLog: row.device === device && row.person === person && row.epoch === epoch,
  }))
}

export const receiptOf = (arrival: Arrival, state: HubState, reason: VerdictReason | null): Receipt => ({
  id: arrival.envelope.id,
  seq: arrival.envelope.seq,
  hash: arrival.hash,
  state,
  reason,
})
