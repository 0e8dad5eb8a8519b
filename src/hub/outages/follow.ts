// Adds an event to an outage and writes the row that its events leave. Nothing of the register is changed otherwise.
import type { OutageScope } from '../../domain/outage.ts'
import { foldOutage, type OutageEvent } from '../../domain/register/outage-event.ts'
import type { Trx } from '../database/tables.ts'

type Unplaced<E> = E extends OutageEvent ? Omit<E, 'no' | 'n'> : never
export type NewOutageEvent = Unplaced<OutageEvent>

export const eventsOf = async (trx: Trx, no: number): Promise<OutageEvent[]> => {
  const rows = await trx
    .selectFrom('outage_event')
    .select('event')
    .where('no', '=', no)
    .orderBy('n')
    .execute()
  return rows.map((row) => JSON.parse(row.event) as OutageEvent)
}

const asText = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))

/** One more event of outage `no`; the first must be its opening. */
export const followOutage = async (trx: Trx, no: number, wanted: NewOutageEvent, rev: number) => {
  const before = await eventsOf(trx, no)
  const event = { ...wanted, no, n: before.length + 1 } as OutageEvent
  const outage = foldOutage([...before, event])
  if (!outage) throw new Error(`Outage ${no} has no opening`)
  await trx
    .insertInto('outage_event')
    .values({ no, n: event.n, event: JSON.stringify(event) })
    .execute()
  const { scope } = outage
  const row = {
    person: scope.kind === 'teacher' ? scope.person : null,
    building: scope.kind === 'building' ? scope.building : null,
    opened_at: outage.openedAt,
    opened_by: asText(outage.openedBy),
    restored_at: outage.restoredAt,
    restored_by: asText(outage.restoredBy),
    closed_at: outage.closedAt,
    confirmed_at: outage.confirmedAt,
    rev,
  }
  await trx
    .insertInto('outage')
    .values({ no, ...row })
    .onConflict((oc) => oc.column('no').doUpdateSet(row))
    .execute()
}

interface Opening {
  scope: OutageScope
  at: string
  who: string
  probe: Extract<OutageEvent, { kind: 'opened' }>['probe']
  reason: string | null
}

/** Opens the next number and returns it. */
export const openOutage = async (trx: Trx, opening: Opening, rev: number): Promise<number> => {
  const last = await trx
    .selectFrom('outage')
    .select((eb) => eb.fn.max('no').as('no'))
    .executeTakeFirst()
  const no = (last?.no ?? 0) + 1
  await followOutage(trx, no, { kind: 'opened', ...opening }, rev)
  return no
}
