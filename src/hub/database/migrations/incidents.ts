// Losses of tablets' memories, each by itself until a deputy has dealt with it; those of the last reports come along.
import type { Kysely, Migration } from 'kysely'

interface Told {
  device_report: { device: string; person: string; report: string; seen_at: string }
  incident: {
    device: string
    person: string
    at: string
    restored: number
    lost: number
    altered: number
    heard_at: string
  }
}

interface Report {
  incident?: { at: string; restored: number; lost: number; altered: number } | null
}

export const incidents: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('incident')
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('restored', 'integer', (c) => c.notNull())
      .addColumn('lost', 'integer', (c) => c.notNull())
      .addColumn('altered', 'integer', (c) => c.notNull())
      .addColumn('heard_at', 'text', (c) => c.notNull())
      .addColumn('dealt_at', 'text')
      .addColumn('dealt_by', 'text')
      .addPrimaryKeyConstraint('incident_pk', ['device', 'person', 'at'])
      .execute()
    await schema.createIndex('incident_dealt').on('incident').column('dealt_at').execute()
    const known = db as Kysely<Told>
    const reports = await known.selectFrom('device_report').selectAll().execute()
    for (const { device, person, report, seen_at } of reports) {
      const { incident } = JSON.parse(report) as Report
      if (!incident) continue
      const { at, restored, lost, altered } = incident
      const row = { device, person, at, restored, lost, altered, heard_at: seen_at }
      await known.insertInto('incident').values(row).execute()
    }
  },
}
