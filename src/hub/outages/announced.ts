// Outages announced ahead: read for tablets, and opened in the register when the hour of one has come (п. 3.1).
import { type AnnouncedOutage, beginning } from '../../domain/register/announced.ts'
import { spanOf } from '../../domain/register/overlap.ts'
import { writeAudit } from '../audit.ts'
import type { Database, PlannedOutageRow, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import type { Doorbell } from '../doorbell.ts'
import { createRepeat, type RepeatPorts } from '../repeat.ts'
import { openOutage } from './follow.ts'
import { readOutage } from './register.ts'

export interface KeptAnnouncement extends AnnouncedOutage {
  /** Who entered it. */
  who: string
}

/** Those that are not over by their announced end. */
const announcementsAt = (db: Database | Trx, now: string) =>
  db.selectFrom('planned_outage').selectAll().where('to_at', '>', now).orderBy('from_at')

const readRow = ({ id, scope, from_at, to_at, reason, who }: PlannedOutageRow): KeptAnnouncement => ({
  ...{ id, scope: JSON.parse(scope), from: from_at, to: to_at, reason, who },
})

/** Those that stand, the soonest first. */
export const readAnnounced = async (db: Database | Trx, now: string): Promise<KeptAnnouncement[]> =>
  (await announcementsAt(db, now).where('withdrawn_at', 'is', null).execute()).map(readRow)

export interface Withdrawn extends KeptAnnouncement {
  withdrawn: { at: string; who: string; reason: string }
}

/** Those withdrawn before their time was over. */
export const readWithdrawn = async (db: Database | Trx, now: string): Promise<Withdrawn[]> => {
  const rows = await announcementsAt(db, now).where('withdrawn_at', 'is not', null).execute()
  return rows.map((row) => ({
    ...readRow(row),
    withdrawn: {
      at: row.withdrawn_at ?? '',
      who: row.withdrawn_by ?? '',
      reason: row.withdrawn_reason ?? '',
    },
  }))
}

/** The reason announced for the whole school at this hour, for the probes that find АИС away. */
export const announcedReason = async (trx: Trx, at: string): Promise<string | null> => {
  const announced = await readAnnounced(trx, at)
  return announced.find((one) => one.scope.kind === 'school' && one.from <= at)?.reason ?? null
}

export interface AnnouncedPorts extends RepeatPorts {
  db: Database
  doorbell: Doorbell
  now(): string
  newId(): string
  /** АИС is probed: a school-wide outage is opened by what the probes see. */
  probes: boolean
}

/** Looks at the clock and opens what begins; a person says when it is over, for the hub can't see that. */
export const createAnnounced = (ports: AnnouncedPorts) => {
  const look = async (): Promise<void> => {
    const { db, newId, probes } = ports
    const at = ports.now()
    // Most looks find nothing: they take no transaction and no revision.
    if ((await readAnnounced(db, at)).every((one) => one.from > at)) return
    const rev = await inWriting<number | null>(db, async ({ trx, rev: taken, leave }) => {
      const rows = await trx.selectFrom('outage').selectAll().execute()
      const known = rows.map((row) => spanOf(readOutage(row)))
      const due = beginning(await readAnnounced(trx, at), known, at, probes)
      if (due.length === 0) return leave(null)
      for (const { scope, from, who, reason } of due) {
        const no = await openOutage(trx, { scope, at: from, who, probe: null, reason }, taken)
        await writeAudit(trx, {
          ...{ id: newId(), at, who, device: null, action: 'outageOpened', subject: `outage ${no}` },
          ...{ before: null, after: reason },
        })
      }
      return taken
    })
    if (rev !== null) ports.doorbell.ring(rev)
  }

  return createRepeat(ports, look)
}
