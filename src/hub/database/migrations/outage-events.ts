// Outages get their events, and the scope of a building; what the register holds already becomes events too.
import type { Kysely, Migration } from 'kysely'

interface Before {
  outage: {
    no: number
    person: string | null
    opened_at: string
    opened_by: string | null
    restored_at: string | null
    restored_by: string | null
    closed_at: string | null
  }
  outage_event: { no: number; n: number; event: string }
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

const eventsOf = (row: Before['outage']): object[] => {
  const who = row.person ?? 'watch'
  const scope = row.person === null ? { kind: 'school' } : { kind: 'teacher', person: row.person }
  const opened = { at: row.opened_at, who, kind: 'opened', scope, probe: parsed(row.opened_by), reason: null }
  const restored = { at: row.restored_at, who, kind: 'restored', probe: parsed(row.restored_by) }
  const closed = { at: row.closed_at, who, kind: 'closed' }
  return [opened, ...(row.restored_at ? [restored] : []), ...(row.closed_at ? [closed] : [])]
}

export const outageEvents: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.alterTable('outage').addColumn('building', 'text').execute()
    await schema.alterTable('outage').addColumn('confirmed_at', 'text').execute()
    await schema
      .createTable('outage_event')
      .addColumn('no', 'integer', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('outage_event_pk', ['no', 'n'])
      .execute()
    await schema
      .createTable('planned_outage')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('from_at', 'text', (c) => c.notNull())
      .addColumn('to_at', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('entered_at', 'text', (c) => c.notNull())
      .execute()
    const known = db as Kysely<Before>
    for (const row of await known.selectFrom('outage').selectAll().execute()) {
      const events = eventsOf(row).map((event, at) => ({
        no: row.no,
        n: at + 1,
        event: JSON.stringify({ no: row.no, n: at + 1, ...event }),
      }))
      await known.insertInto('outage_event').values(events).execute()
    }
  },
}
