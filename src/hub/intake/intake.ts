// Takes a batch of a device's entries: one transaction, then a receipt for each. Sent again, it answers the same.
import type { PushRequest } from '../../contract/protocol.ts'
import { type Entry, isSameFact, type LogId, type LogOwner } from '../../domain/entry.ts'
import type { Receipt, VerdictReason } from '../../domain/receipt.ts'
import { hasLeft } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import { inChunks } from '../database/in-chunks.ts'
import { beginIfOlder } from '../database/life.ts'
import { nextRevision, readRevision } from '../database/revision.ts'
import type { Trx } from '../database/tables.ts'
import { noteIncident } from '../losses/incidents.ts'
import { outagesFor } from '../outages/register.ts'
import { type Arrival, type KnownRow, readArrivals, readKnown, receiptOf } from './arrival.ts'
import { findForked } from './chain.ts'
import { type Former, readFormer } from './former-lists.ts'
import type { Commit } from './group-commit.ts'
import { asItCame, buildingsOf, type Fresh, judge, readStale, rowOf } from './judge.ts'
import { type LogEnd, logEndOf } from './last-seq.ts'
import { recordedAtHub } from './recorded-at.ts'
import { standingOf } from './standing.ts'
import { decideWaiting } from './waiting.ts'

export interface IntakePorts {
  /** Nothing is answered before it resolves. */
  commit: Commit
  now(): string
  newId(): string
}

export type IntakeOutcome =
  /** `newLife`: the tablet has proved that the data are older than what it was told, before anything was taken. */
  | ({ kind: 'taken'; receipts: Receipt[]; rev: number; newLife: boolean } & LogEnd)
  /** Something is no entry at all, or of another log: nothing of the batch is stored. */
  | { kind: 'malformed' }

/** Lets new entries meet their cells and what waited for them, and stores everything at one revision. */
const takeFresh = async (
  trx: Trx,
  school: School,
  former: Former,
  fresh: readonly Fresh[],
  { now, rev }: { now: string; rev: number },
): Promise<CellBook> => {
  const book = createCellBook(trx, school, now)
  const author = fresh[0]?.arrival.envelope.log.person
  if (author === undefined) return book
  const readable = fresh.flatMap((one) => (one.entry === null ? [] : [{ ...one, entry: one.entry }]))
  await book.load(readable.map((one) => one.entry))
  for (const { entry, state } of readable) {
    if (state === 'refused') book.note(entry, author, 'refused')
    else book.meet(entry, author, standingOf(school, former, entry, now))
  }
  const arrived = readable.filter((one) => one.state !== 'refused').map((one) => one.entry)
  const ids = fresh.map((one) => one.arrival.envelope.id)
  await decideWaiting(trx, school, book, arrived, ids)

  const recordings = fresh.map((one) => ({
    at: recordedAtHub(one.entry, now),
    clock: one.entry?.clock ?? null,
    author,
    buildings: buildingsOf(one.school, one.entry),
  }))
  const arriving = { author, hasLeft: hasLeft(school, author), recordings }
  const outages = await outagesFor(trx, arriving, now, rev)
  const rows = fresh.map((one, at) => rowOf(one, book, outages[at] ?? null, now, rev))
  await inChunks(rows, async (part) => {
    await trx.insertInto('entry').values(part).execute()
    return []
  })
  await book.save(rev)
  return book
}

/** Of several arrivals under one id or in one place of the log, the first is judged; the rest are checked against it. */
const judgeNew = (
  school: School,
  former: Former,
  arrivals: readonly Arrival[],
  known: readonly KnownRow[],
  forked: ReadonlySet<string>,
  now: string,
): Fresh[] => {
  const taken = new Set(known.flatMap((row) => (row.ownLog ? [row.id, `#${row.seq}`] : [row.id])))
  return arrivals.flatMap((arrival) => {
    const { id, seq } = arrival.envelope
    if (taken.has(id) || taken.has(`#${seq}`) || forked.has(id)) return []
    taken.add(id).add(`#${seq}`)
    return [judge(school, former, arrival, now)]
  })
}

/**
 * The same fact under its own id, of the same person, which another of their logs has brought: a file of a tablet's
 * unsent entries was taken in by a copy of it. It counts once, and is no other entry.
 */
const isMovedFact = (row: KnownRow, { envelope }: Arrival): boolean =>
  !row.ownLog &&
  row.person === envelope.log.person &&
  isSameFact(asItCame(JSON.parse(row.body)), envelope as unknown as Entry)

/** One receipt an arrival: the state of today for what is the same, `idReuse` for what only looks so. */
const receiptsFor = (
  arrivals: readonly Arrival[],
  known: readonly KnownRow[],
  fresh: readonly Fresh[],
  forked: ReadonlySet<string>,
  book: CellBook,
): Receipt[] => {
  const before = new Map(known.map((row) => [row.id, row]))
  const mine = new Map(fresh.map((one) => [one.arrival.envelope.id, one]))
  return arrivals.map((arrival) => {
    const { id, seq } = arrival.envelope
    const row = before.get(id)
    const taken = mine.get(id)
    if (row?.hash === arrival.hash && row.seq === seq) {
      const state = book.entry(id)?.state ?? row.state
      return receiptOf(arrival, state, row.reason as VerdictReason | null)
    }
    if (row && isMovedFact(row, arrival)) {
      return receiptOf(arrival, book.entry(id)?.state ?? row.state, row.reason as VerdictReason | null)
    }
    if (taken?.arrival.hash === arrival.hash) {
      return receiptOf(arrival, book.entry(id)?.state ?? taken.state, book.entry(id)?.refusal ?? taken.reason)
    }
    return receiptOf(arrival, 'refused', forked.has(id) ? 'forked' : 'idReuse')
  })
}

const noteDevice = async (
  trx: Trx,
  { log, report }: PushRequest,
  { now, isForked }: { now: string; isForked: boolean },
): Promise<void> => {
  const device = report.device ?? log.device
  const fork = isForked ? { forked_at: now } : {}
  await noteIncident(trx, { device, person: log.person }, report, now)
  await trx
    .insertInto('device_report')
    .values({
      device,
      person: log.person,
      report: JSON.stringify(report),
      unsent: report.unsent,
      seen_at: now,
      ...fork,
    })
    .onConflict((oc) =>
      oc.columns(['device', 'person']).doUpdateSet((eb) => ({
        report: eb.ref('excluded.report'),
        unsent: eb.ref('excluded.unsent'),
        seen_at: eb.ref('excluded.seen_at'),
        lost_at: null,
        ...fork,
      })),
    )
    .execute()
}

/** What a tablet last told of itself waits there no more, so far as a file of its entries has come from elsewhere. */
const noteBrought = async (trx: Trx, { device, person }: LogOwner, brought: number): Promise<void> => {
  const row = await trx
    .selectFrom('device_report')
    .select(['report', 'unsent'])
    .where('device', '=', device)
    .where('person', '=', person)
    .executeTakeFirst()
  if (!row || brought === 0) return
  const unsent = Math.max(0, row.unsent - brought)
  const report = { ...JSON.parse(row.report), unsent, ...(unsent === 0 && { oldestUnsentAt: null }) }
  await trx
    .updateTable('device_report')
    .set({ unsent, report: JSON.stringify(report) })
    .where('device', '=', device)
    .where('person', '=', person)
    .execute()
}

export interface Taken {
  receipts: Receipt[]
  fresh: readonly Fresh[]
  forked: ReadonlySet<string>
}

/** Takes arrivals of one log at the revision `rev`, which the transaction has begun with. */
export const takeArrivals = async (
  trx: Trx,
  school: School,
  log: LogId,
  arrivals: readonly Arrival[],
  { now, rev }: { now: string; rev: number },
): Promise<Taken> => {
  const known = await readKnown(trx, log, arrivals)
  const forked = await findForked(trx, log, arrivals, known)
  const former = await readFormer(trx, readStale(school, arrivals), school, now)
  const fresh = judgeNew(school, former, arrivals, known, forked, now)
  const book = await takeFresh(trx, school, former, fresh, { now, rev })
  return { receipts: receiptsFor(arrivals, known, fresh, forked, book), fresh, forked }
}

/**
 * Takes a batch for the school as it is when the batch's turn comes. `by` sends it: its author, or a deputy who brings the
 * author's file. The caller has checked that they may.
 */
export const takeBatch = async (
  ports: IntakePorts,
  current: CurrentSchool,
  request: PushRequest,
  by: PersonId = request.log.person,
): Promise<IntakeOutcome> => {
  const arrivals = readArrivals(request)
  if (arrivals === null) return { kind: 'malformed' }
  return ports.commit(arrivals.length, async (trx) => {
    const now = ports.now()
    // The batch itself would carry the revision on, and hide it.
    const newLife = request.seen !== undefined && (await beginIfOlder(trx, request.seen, ports))
    // A tablet that only tells of itself changes nothing that others would have to pull.
    const rev = arrivals.length > 0 ? await nextRevision(trx) : (await readRevision(trx)).rev
    const school = await listsIn(trx, current)
    const taken = await takeArrivals(trx, school, request.log, arrivals, { now, rev })
    const { receipts, fresh, forked } = taken
    const isOwn = by === request.log.person
    const device = request.report.device ?? request.log.device
    // A tablet that took in another one's file waited with its entries too, and so did the one that had recorded them.
    const waited = new Set([request.log.device, device])
    if (isOwn) {
      await noteDevice(trx, request, { now, isForked: forked.size > 0 })
      // It has just told of itself.
      waited.delete(device)
    }
    for (const one of waited)
      await noteBrought(trx, { device: one, person: request.log.person }, fresh.length)
    if (fresh.length > 0) {
      await writeAudit(trx, {
        id: ports.newId(),
        at: now,
        who: by,
        device: request.log.device,
        action: isOwn ? 'push' : 'pushFromFile',
        subject: `seq ${fresh[0]?.arrival.envelope.seq}–${fresh.at(-1)?.arrival.envelope.seq}`,
        before: null,
        after: `${fresh.length} entries`,
      })
    }
    if (forked.size > 0) {
      await writeAudit(trx, {
        id: ports.newId(),
        at: now,
        who: by,
        device: request.log.device,
        action: 'fork',
        subject: `epoch ${request.log.epoch}`,
        before: null,
        after: `${forked.size} entries`,
      })
    }
    return { kind: 'taken', receipts, rev, newLife, ...(await logEndOf(trx, request.log)) }
  })
}
