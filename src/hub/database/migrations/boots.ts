// Each start of the hub, with the revision it began at: what a tablet has seen of one is held against it.
import type { Kysely, Migration } from 'kysely'

export const boots: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('boot')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('no', 'integer', (c) => c.notNull())
      .addColumn('from_rev', 'integer', (c) => c.notNull())
      .execute()
  },
}
