// Entries that a deputy's act leaves out of АИС, and lessons that АИС did not let anybody change.
import type { Kysely, Migration } from 'kysely'

export const notCarried: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('not_carried')
      .addColumn('entry', 'text', (c) => c.primaryKey())
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('not_carried_at').on('not_carried').column('at').execute()
    await schema
      .createTable('locked_lesson')
      .addColumn('lesson', 'text', (c) => c.primaryKey())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('until', 'text')
      .execute()
  },
}
