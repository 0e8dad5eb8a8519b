// The lives that this database has begun since it was first made: each restore from a copy is one.
import type { Kysely, Migration } from 'kysely'

export const lives: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('life')
      .addColumn('incarnation', 'text', (c) => c.primaryKey())
      .addColumn('began_at', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .execute()
  },
}
