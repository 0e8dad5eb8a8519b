// The index by which the administration reads the reminders of the last days, whoever they went to.
import type { Kysely, Migration } from 'kysely'

export const reminderTime: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.createIndex('reminder_at').on('reminder').column('at').execute()
  },
}
