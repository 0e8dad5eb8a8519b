// What tablets' memories have lost, as they told it: each loss stays on the board until a deputy has dealt with it.
import type { DealtIncident, OpenIncident } from '../../contract/loss-schema.ts'
import type { DeviceReport } from '../../contract/protocol.ts'
import type { LogOwner } from '../../domain/entry.ts'
import { writeAudit } from '../audit.ts'
import type { Names } from '../board/names.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'

/** A tablet tells its last loss with every report: it is noted once, also after it has been dealt with. */
export const noteIncident = async (
  trx: Trx,
  { device, person }: LogOwner,
  { incident }: DeviceReport,
  now: string,
): Promise<void> => {
  if (!incident) return
  const { at, restored, lost, altered } = incident
  await trx
    .insertInto('incident')
    .values({
      ...{ device, person, at, restored, lost, altered },
      ...{ heard_at: now, dealt_at: null, dealt_by: null },
    })
    .onConflict((oc) => oc.columns(['device', 'person', 'at']).doNothing())
    .execute()
}

/** The newest first. */
export const readOpenIncidents = async (db: Database, names: Names): Promise<OpenIncident[]> => {
  const rows = await db
    .selectFrom('incident')
    .selectAll()
    .where('dealt_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('device')
    .execute()
  return rows.map(({ device, person, at, restored, lost, altered, heard_at }) => ({
    ...{ device, person, name: names.person(person), at, restored, lost, altered },
    heardAt: heard_at,
  }))
}

export interface IncidentPorts {
  db: Database
  now(): string
  newId(): string
}

export type DealtOutcome = { kind: 'done'; rev: number } | { kind: 'already' } | { kind: 'unknown' }

/** A deputy has dealt with a loss. Said again it changes nothing, and the first word stays. */
export const dealWithIncident = (
  { db, now, newId }: IncidentPorts,
  who: string,
  { device, person, at }: DealtIncident,
): Promise<DealtOutcome> =>
  inWriting<DealtOutcome>(db, async ({ trx, rev, leave }) => {
    const row = await trx
      .selectFrom('incident')
      .select(['lost', 'dealt_at'])
      .where('device', '=', device)
      .where('person', '=', person)
      .where('at', '=', at)
      .executeTakeFirst()
    if (!row) return leave({ kind: 'unknown' })
    if (row.dealt_at !== null) return leave({ kind: 'already' })
    const dealtAt = now()
    await trx
      .updateTable('incident')
      .set({ dealt_at: dealtAt, dealt_by: who })
      .where('device', '=', device)
      .where('person', '=', person)
      .where('at', '=', at)
      .execute()
    await writeAudit(trx, {
      ...{ id: newId(), at: dealtAt, who, device, action: 'incidentDealt' },
      ...{ subject: `${person} ${at}`, before: `${row.lost} entries lost`, after: 'dealt with' },
    })
    return { kind: 'done', rev }
  })
