// What a deputy enters in the register: another event of an outage, or a planned one. Nothing is changed or taken out.
import type { OutageAct, PlannedOutage, RegisterAnswer } from '../../contract/outage-schema.ts'
import type { OutageEvent } from '../../domain/register/outage-event.ts'
import type { School } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import { nextRevision, readRevision } from '../database/revision.ts'
import type { Database, Trx } from '../database/tables.ts'
import { eventsOf, followOutage, openOutage } from './follow.ts'
import { readOutage, readRegister } from './register.ts'

export interface ActPorts {
  db: Database
  now(): string
  newId(): string
}

/** `unfit`: no such outage, one that the watch keeps, or a moment that can't be. */
export type ActOutcome = { kind: 'done'; rev: number } | { kind: 'unfit' }

const openByNo = async (trx: Trx, no: number) => {
  const row = await trx.selectFrom('outage').selectAll().where('no', '=', no).executeTakeFirst()
  return row ? readOutage(row) : null
}

const perform = async (
  trx: Trx,
  act: OutageAct,
  who: string,
  { now, newId }: ActPorts,
  rev: number,
): Promise<boolean> => {
  const at = now()
  switch (act.kind) {
    case 'open': {
      // The school's own outage is what the watch sees; a person's word stands beside it, not in its place.
      if (act.scope.kind === 'school' || act.at > at) return false
      const { scope, reason } = act
      await openOutage(trx, { scope, at: act.at, who, probe: null, reason }, rev)
      return true
    }
    case 'end': {
      const outage = await openByNo(trx, act.no)
      if (!outage || outage.closedAt || outage.scope.kind === 'school') return false
      if (act.at < outage.openedAt || act.at > at) return false
      await followOutage(trx, act.no, { kind: 'restored', at: act.at, who, probe: null }, rev)
      await followOutage(trx, act.no, { kind: 'closed', at, who }, rev)
      return true
    }
    case 'confirm': {
      if (!(await openByNo(trx, act.no))) return false
      await followOutage(trx, act.no, { kind: 'confirmed', at, who, reason: act.reason }, rev)
      return true
    }
    case 'plan': {
      if (act.to <= act.from || act.to <= at) return false
      const planned = { id: newId(), scope: JSON.stringify(act.scope), from_at: act.from, to_at: act.to }
      await trx
        .insertInto('planned_outage')
        .values({ ...planned, reason: act.reason, who, entered_at: at })
        .execute()
      return true
    }
  }
}

export const actOnOutage = (ports: ActPorts, who: string, act: OutageAct): Promise<ActOutcome> =>
  ports.db.transaction().execute(async (trx): Promise<ActOutcome> => {
    const rev = await nextRevision(trx)
    if (!(await perform(trx, act, who, ports, rev))) return { kind: 'unfit' }
    await writeAudit(trx, {
      id: ports.newId(),
      at: ports.now(),
      who,
      device: null,
      action: 'outageAct',
      subject: act.kind === 'end' || act.kind === 'confirm' ? `outage ${act.no}` : act.kind,
      before: null,
      after: JSON.stringify(act),
    })
    return { kind: 'done', rev }
  })

const textOf = (event: OutageEvent): string => {
  if (event.kind === 'confirmed') return event.reason
  if (event.kind === 'opened') return event.reason ?? event.probe?.evidence ?? ''
  return event.kind === 'closed' ? '' : (event.probe?.evidence ?? '')
}

/** What was planned and isn't over yet, the soonest first. */
const plannedOutages = async (db: Database, now: string): Promise<PlannedOutage[]> => {
  const rows = await db
    .selectFrom('planned_outage')
    .selectAll()
    .where('to_at', '>', now)
    .orderBy('from_at')
    .execute()
  return rows.map(({ id, scope, from_at, to_at, reason, who }) => ({
    ...{ id, scope: JSON.parse(scope), from: from_at, to: to_at, reason, who },
  }))
}

/** How many outages the register shows with their events. */
const shown = 50

export const readRegisterAnswer = (db: Database, school: School, now: string): Promise<RegisterAnswer> =>
  db.transaction().execute(async (trx) => {
    const { incarnation } = await readRevision(trx)
    const register = (await readRegister(trx, school, now)).slice(0, shown)
    const outages: RegisterAnswer['outages'] = []
    for (const outage of register) {
      const events = await eventsOf(trx, outage.no)
      outages.push({
        outage,
        events: events.map((event) => ({
          at: event.at,
          who: event.who,
          kind: event.kind,
          text: textOf(event),
        })),
      })
    }
    return { serverTime: now, incarnation, outages, planned: await plannedOutages(trx, now) }
  })
