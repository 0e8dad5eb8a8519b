// Points of the backlog over time, an outage each: what the board's chart is drawn from.
import type { Kysely, Migration } from 'kysely'

export const backlogPoints: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('backlog_point')
      .addColumn('outage', 'integer', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addColumn('carried', 'integer', (c) => c.notNull())
      .addColumn('verified', 'integer', (c) => c.notNull())
      .addColumn('waiting', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('backlog_point_pk', ['outage', 'at'])
      .execute()
  },
}
