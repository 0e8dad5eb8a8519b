// What a deputy enters in the register: another event of an outage, or a planned one. Nothing is changed or taken out.
import type { OutageAct } from '../../contract/outage-schema.ts'
import type { Outage } from '../../domain/outage.ts'
import {
  type ActRefusal,
  checkReturn,
  type OutageSpan,
  overlappedBy,
  reachesInto,
  spanOf,
} from '../../domain/register/overlap.ts'
import { writeAudit } from '../audit.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import { readAnnounced } from './announced.ts'
import { followOutage, openOutage } from './follow.ts'
import { readOutage } from './register.ts'

export interface ActPorts {
  db: Database
  now(): string
  newId(): string
  /** АИС СРО is being probed. */
  probes: boolean
}

/** `unfit`: nothing of the act is kept. */
export type ActOutcome = { kind: 'done'; rev: number } | Unfit

/** `overlapped`: the number of the outage that stands in its time; an announcement has none. */
interface Unfit {
  kind: 'unfit'
  why: ActRefusal
  overlapped?: number
}

const overlaps = (no: number): Unfit => ({ kind: 'unfit', why: 'overlaps', overlapped: no })

const everyOutage = async (trx: Trx): Promise<Outage[]> =>
  (await trx.selectFrom('outage').selectAll().execute()).map(readOutage)

const plannedSpans = async (trx: Trx): Promise<OutageSpan[]> => {
  const rows = await trx
    .selectFrom('planned_outage')
    .select(['scope', 'from_at', 'to_at'])
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => ({ scope: JSON.parse(row.scope), from: row.from_at, to: row.to_at }))
}

const enter = async (
  trx: Trx,
  { scope, at: from, until, reason }: Extract<OutageAct, { kind: 'open' }>,
  { who, at, rev }: Acting,
): Promise<ActRefusal | Unfit | null> => {
  if (from > at || (until !== undefined && until > at)) return 'ahead'
  if (until !== undefined && until <= from) return 'orderOfDates'
  const known = (await everyOutage(trx)).map(spanOf)
  const other = overlappedBy({ scope, from, to: until ?? null }, known)
  if (other) return overlaps(other.no)
  const no = await openOutage(trx, { scope, at: from, who, probe: null, reason }, rev)
  // Told afterwards, it ended when it ended: what was recorded since belongs to another, or to none.
  if (until !== undefined) await finish(trx, no, { restoredAt: until, closedAt: until }, { who, rev })
  return null
}

interface Ended {
  restoredAt: string
  closedAt: string
}

const finish = async (
  trx: Trx,
  no: number,
  { restoredAt, closedAt }: Ended,
  { who, rev }: Pick<Acting, 'who' | 'rev'>,
): Promise<void> => {
  await followOutage(trx, no, { kind: 'restored', at: restoredAt, who, probe: null }, rev)
  await followOutage(trx, no, { kind: 'closed', at: closedAt, who }, rev)
}

const plan = async (
  trx: Trx,
  { scope, from, to, reason }: Extract<OutageAct, { kind: 'plan' }>,
  id: string,
  { who, at }: Acting,
): Promise<ActRefusal | null> => {
  if (to <= from || to <= at) return 'orderOfDates'
  if (overlappedBy({ scope, from, to }, await plannedSpans(trx))) return 'overlaps'
  const planned = { id, scope: JSON.stringify(scope), from_at: from, to_at: to, reason, who }
  await trx
    .insertInto('planned_outage')
    .values({ ...planned, entered_at: at })
    .execute()
  return null
}

/** The row stays, with the word that took it back; tablets hear no more of it. */
const withdraw = async (
  trx: Trx,
  { id, reason }: Extract<OutageAct, { kind: 'withdraw' }>,
  { who, at }: Acting,
): Promise<ActRefusal | null> => {
  const standing = await readAnnounced(trx, at)
  if (!standing.some((one) => one.id === id)) return 'unknownPlan'
  await trx
    .updateTable('planned_outage')
    .set({ withdrawn_at: at, withdrawn_by: who, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
  return null
}

interface Acting {
  who: string
  at: string
  rev: number
}

const perform = async (
  trx: Trx,
  act: OutageAct,
  { newId, probes }: ActPorts,
  acting: Acting,
): Promise<ActRefusal | Unfit | null> => {
  if (act.kind === 'open') return enter(trx, act, acting)
  if (act.kind === 'plan') return plan(trx, act, newId(), acting)
  if (act.kind === 'withdraw') return withdraw(trx, act, acting)
  const { who, at, rev } = acting
  const known = await everyOutage(trx)
  const outage = known.find((one) => one.no === act.no)
  if (!outage) return 'unknownOutage'
  switch (act.kind) {
    case 'end': {
      // What probes have opened they also end; where nobody probes any more, a person must.
      if (outage.closedAt) return 'overAlready'
      if (outage.openedBy && probes) return 'keptByWatch'
      const unfit = checkReturn(outage, act.at, at)
      if (unfit === null) await finish(trx, act.no, { restoredAt: act.at, closedAt: acting.at }, acting)
      return unfit
    }
    case 'return': {
      if (outage.restoredAt === null) return 'notBack'
      const unfit = checkReturn(outage, act.at, at)
      const other = reachesInto(outage, act.at, known)
      if (unfit === null && other !== null) return overlaps(other)
      const said = { restoredAt: act.at, reason: act.reason }
      if (unfit === null) await followOutage(trx, act.no, { kind: 'returnConfirmed', at, who, ...said }, rev)
      return unfit
    }
    case 'confirm':
      await followOutage(trx, act.no, { kind: 'confirmed', at, who, reason: act.reason }, rev)
      return null
  }
}

export const actOnOutage = (ports: ActPorts, who: string, act: OutageAct): Promise<ActOutcome> =>
  inWriting<ActOutcome>(ports.db, async ({ trx, rev, leave }) => {
    const why = await perform(trx, act, ports, { who, at: ports.now(), rev })
    if (why !== null) return leave(typeof why === 'string' ? { kind: 'unfit', why } : why)
    await writeAudit(trx, {
      id: ports.newId(),
      at: ports.now(),
      who,
      device: null,
      action: 'outageAct',
      subject: 'no' in act ? `outage ${act.no}` : act.kind,
      before: null,
      after: JSON.stringify(act),
    })
    return { kind: 'done', rev }
  })
