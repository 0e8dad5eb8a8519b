// Indexes by which a period finds its outages: those that began in it, and of each scope the last one before it.
import type { Kysely, Migration } from 'kysely'

export const outageTimes: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.createIndex('outage_opened').on('outage').column('opened_at').execute()
    await schema
      .createIndex('outage_scope')
      .on('outage')
      .columns(['person', 'building', 'opened_at'])
      .execute()
  },
}
