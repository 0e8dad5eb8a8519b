// Takes a batch of a device's entries: one transaction, then a receipt for each. Sent again, it answers the same.
import { type Envelope, envelopeSchema, readEntry } from '../../contract/entry-schema.ts'
import type { PushRequest } from '../../contract/protocol.ts'
import { cellKey, lessonOf } from '../../domain/cell.ts'
import { type Entry, entryHash } from '../../domain/entry.ts'
import { checkEntry } from '../../domain/entry-rule.ts'
import type { HubState } from '../../domain/entry-state.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { Receipt, VerdictReason } from '../../domain/receipt.ts'
import { maySettle } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { inChunks } from '../database/in-chunks.ts'
import { nextRevision } from '../database/revision.ts'
import type { Database, NewEntryRow, Trx } from '../database/tables.ts'
import { outageFor } from '../outages/register.ts'
import { lastSeqOf } from './last-seq.ts'
import { decideWaiting } from './waiting.ts'

export interface IntakePorts {
  db: Database
  now(): string
  newId(): string
}

export type IntakeOutcome =
  | { kind: 'taken'; receipts: Receipt[]; rev: number; lastSeq: number }
  /** Something is no entry at all, or of another log: nothing of the batch is stored. */
  | { kind: 'malformed' }

interface Arrival {
  envelope: Envelope
  hash: string
}

const readArrivals = (request: PushRequest): Arrival[] | null => {
  const arrivals: Arrival[] = []
  for (const raw of request.entries) {
    const parsed = envelopeSchema.safeParse(raw)
    if (!parsed.success) return null
    const { device, person, epoch } = parsed.data.log
    const { log } = request
    if (device !== log.device || person !== log.person || epoch !== log.epoch) return null
    arrivals.push({ envelope: parsed.data, hash: entryHash(parsed.data as unknown as Entry) })
  }
  return arrivals
}

interface KnownRow {
  id: string
  seq: number
  hash: string
  state: HubState
  reason: string | null
}

/** What the hub has already under these ids, or in these places of the log. */
const readKnown = async (
  trx: Trx,
  request: PushRequest,
  arrivals: readonly Arrival[],
): Promise<KnownRow[]> => {
  const columns = ['id', 'seq', 'hash', 'state', 'reason'] as const
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
  const { device, person, epoch } = request.log
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
  return [...byId, ...byPlace]
}

const receiptOf = (arrival: Arrival, state: HubState, reason: VerdictReason | null): Receipt => ({
  id: arrival.envelope.id,
  seq: arrival.envelope.seq,
  hash: arrival.hash,
  state,
  reason,
})

interface Fresh {
  arrival: Arrival
  entry: Entry | null
  state: HubState
  reason: VerdictReason | null
}

/** Judges one new entry by the rules it must keep; an unreadable one is kept raw. */
const judge = (school: School, arrival: Arrival, now: string): Fresh => {
  const read = readEntry(arrival.envelope)
  if (!read.ok) return { arrival, entry: null, state: 'held', reason: read.why }
  const check = checkEntry(school, read.entry, now)
  if (!check.ok) return { arrival, entry: read.entry, state: 'refused', reason: check.refusal }
  return { arrival, entry: read.entry, state: 'waiting', reason: null }
}

const rowOf = (
  fresh: Fresh,
  book: CellBook,
  school: School,
  outage: number,
  now: string,
  rev: number,
): NewEntryRow => {
  const { envelope, hash } = fresh.arrival
  const lesson = fresh.entry === null ? null : lessonOf(fresh.entry.cell)
  const state = book.entry(envelope.id)
  return {
    id: envelope.id,
    hash,
    device: envelope.log.device,
    person: envelope.log.person,
    epoch: envelope.log.epoch,
    seq: envelope.seq,
    cell_key: fresh.entry === null ? '' : cellKey(fresh.entry.cell),
    school_class: (lesson === null ? null : lessonById(school, lesson))?.classes[0] ?? '',
    state: state?.state ?? fresh.state,
    reason: fresh.reason,
    waiting_on: state?.waitingOn ?? null,
    outage,
    body: JSON.stringify(envelope),
    recorded_at: fresh.entry?.recordedAt ?? now,
    received_at: now,
    transferred_at: null,
    verified_at: null,
    rev,
  }
}

const takeFresh = async (
  trx: Trx,
  school: School,
  fresh: readonly Fresh[],
  ports: IntakePorts,
  rev: number,
) => {
  const now = ports.now()
  const book = createCellBook(trx, school, now)
  const readable = fresh.flatMap((one) => (one.entry === null ? [] : [{ ...one, entry: one.entry }]))
  await book.load(readable.map((one) => one.entry))
  for (const { entry, state } of readable) {
    const author = entry.log.person
    if (state === 'refused') book.note(entry, author, 'refused')
    else book.meet(entry, author, maySettle(school, author, entry.cell))
  }
  const arrived = readable.filter((one) => one.state !== 'refused').map((one) => one.entry)
  await decideWaiting(
    trx,
    school,
    book,
    arrived,
    fresh.map((one) => one.arrival.envelope.id),
  )

  const author = fresh[0]?.arrival.envelope.log.person
  if (author === undefined) return book
  const outage = await outageFor(trx, author, now, rev)
  const rows = fresh.map((one) => rowOf(one, book, school, outage, now, rev))
  await inChunks(rows, async (part) => {
    await trx.insertInto('entry').values(part).execute()
    return []
  })
  await book.save(rev)
  return book
}

/** Takes a batch for the school as it is now. The caller has checked that the log is the session's own. */
export const takeBatch = async (
  ports: IntakePorts,
  school: School,
  request: PushRequest,
): Promise<IntakeOutcome> => {
  const arrivals = readArrivals(request)
  if (arrivals === null) return { kind: 'malformed' }
  return ports.db.transaction().execute(async (trx) => {
    const rev = await nextRevision(trx)
    const now = ports.now()
    const known = await readKnown(trx, request, arrivals)
    const fresh: Fresh[] = []
    const first = new Map<string, Arrival>()
    for (const arrival of arrivals) {
      const { id, seq } = arrival.envelope
      const taken = known.some((row) => row.id === id || row.seq === seq)
      if (!taken && !first.has(id) && !first.has(`#${seq}`)) {
        first.set(id, arrival).set(`#${seq}`, arrival)
        fresh.push(judge(school, arrival, now))
      }
    }
    const book = await takeFresh(trx, school, fresh, ports, rev)

    const receipts = arrivals.map((arrival): Receipt => {
      const { id, seq } = arrival.envelope
      const before = known.find((row) => row.id === id || row.seq === seq)
      if (before) {
        const same = before.id === id && before.hash === arrival.hash
        const state = book.entry(id)?.state ?? before.state
        return same
          ? receiptOf(arrival, state, before.reason as VerdictReason | null)
          : receiptOf(arrival, 'refused', 'idReuse')
      }
      const mine = fresh.find((one) => one.arrival.envelope.id === id && one.arrival.hash === arrival.hash)
      if (!mine) return receiptOf(arrival, 'refused', 'idReuse')
      return receiptOf(arrival, book.entry(id)?.state ?? mine.state, mine.reason)
    })

    await trx
      .insertInto('device_report')
      .values({
        device: request.log.device,
        person: request.log.person,
        report: JSON.stringify(request.report),
        unsent: request.report.unsent,
        seen_at: now,
      })
      .onConflict((oc) =>
        oc.columns(['device', 'person']).doUpdateSet((eb) => ({
          report: eb.ref('excluded.report'),
          unsent: eb.ref('excluded.unsent'),
          seen_at: eb.ref('excluded.seen_at'),
        })),
      )
      .execute()
    if (fresh.length > 0) {
      await writeAudit(trx, {
        id: ports.newId(),
        at: now,
        who: request.log.person,
        device: request.log.device,
        action: 'push',
        subject: `seq ${fresh[0]?.arrival.envelope.seq}–${fresh.at(-1)?.arrival.envelope.seq}`,
        before: null,
        after: `${fresh.length} entries`,
      })
    }
    return { kind: 'taken', receipts, rev, lastSeq: await lastSeqOf(trx, request.log) }
  })
}
