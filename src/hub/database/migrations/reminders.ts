// Reminders that one person sends another.
import type { Kysely, Migration } from 'kysely'

export const reminders: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('reminder')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('sender', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('reminder_person').on('reminder').columns(['person', 'at']).execute()
  },
}
