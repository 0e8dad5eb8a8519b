// Gaps of dead tablets, each declared lost by an act of its own.
import type { Kysely, Migration } from 'kysely'

export const declaredLosses: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('loss')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('unsent', 'integer', (c) => c.notNull())
      .addColumn('oldest_unsent_at', 'text')
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('declared_at', 'text', (c) => c.notNull())
      .addColumn('declared_by', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('loss_device').on('loss').columns(['device', 'person']).execute()
  },
}
