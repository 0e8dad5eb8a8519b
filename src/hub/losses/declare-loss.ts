// The deputy's act over a tablet that will not speak again: «утрачено». Nothing is deleted by it, nothing refused later,
// and nothing waits any more for what the tablet took along.
import type { DeclareLoss } from '../../contract/loss-schema.ts'
import type { DeviceReport } from '../../contract/protocol.ts'
import type { Loss, LossCause } from '../../domain/register/loss.ts'
import { writeAudit } from '../audit.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import { releaseBehindLoss } from '../intake/set-aside.ts'

export interface LossPorts {
  db: Database
  now(): string
  newId(): string
}

/** `unfit`: no such tablet has ever spoken for the person. */
export type DeclareOutcome = { kind: 'declared'; rev: number } | { kind: 'unfit' }

export const readLosses = async (db: Database): Promise<Loss[]> => {
  const rows = await db.selectFrom('loss').selectAll().orderBy('declared_at', 'desc').execute()
  return rows.map((row) => ({
    ...{ id: row.id, device: row.device, person: row.person, unsent: row.unsent },
    ...{ oldestUnsentAt: row.oldest_unsent_at, seenAt: row.seen_at, cause: row.cause as LossCause },
    ...{ declaredAt: row.declared_at, declaredBy: row.declared_by },
  }))
}

const readReport = (trx: Trx, { device, person }: DeclareLoss) =>
  trx
    .selectFrom('device_report')
    .selectAll()
    .where('device', '=', device)
    .where('person', '=', person)
    .executeTakeFirst()

/** The same act sent again is the same act. */
export const declareLoss = (
  ports: LossPorts,
  current: CurrentSchool,
  who: string,
  act: DeclareLoss,
): Promise<DeclareOutcome> =>
  inWriting<DeclareOutcome>(ports.db, async ({ trx, rev, leave }) => {
    const said = await readReport(trx, act)
    if (!said) return leave({ kind: 'unfit' })
    const known = await trx.selectFrom('loss').select('id').where('id', '=', act.id).executeTakeFirst()
    if (known) return { kind: 'declared', rev }
    const { oldestUnsentAt } = JSON.parse(said.report) as DeviceReport
    const { device, person, unsent, seen_at } = said
    const { id, cause } = act
    const at = ports.now()
    await trx
      .insertInto('loss')
      .values({
        ...{ id, device, person, unsent, oldest_unsent_at: oldestUnsentAt, seen_at },
        ...{ cause, declared_at: at, declared_by: who },
      })
      .execute()
    await trx
      .updateTable('device_report')
      .set({ lost_at: at })
      .where('device', '=', device)
      .where('person', '=', person)
      .execute()
    const school = await listsIn(trx, current)
    await releaseBehindLoss(trx, school, { device, person }, { act: id, who, at, rev })
    await writeAudit(trx, {
      ...{ id: ports.newId(), at, who, device, action: 'lossDeclared', subject: `loss ${id}` },
      ...{ before: `${unsent} unsent`, after: cause },
    })
    return { kind: 'declared', rev }
  })
