// Entries that others wait for and that nobody will bring: so a deputy has said.
import type { Kysely, Migration } from 'kysely'

export const forgottenEntries: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('forgotten')
      .addColumn('entry', 'text', (c) => c.primaryKey())
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
  },
}
