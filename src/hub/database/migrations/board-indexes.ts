// Indexes by which the board reads what is open without reading what is done.
import type { Kysely, Migration } from 'kysely'

export const boardIndexes: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.createIndex('entry_outage').on('entry').columns(['outage', 'state']).execute()
    await schema.createIndex('outage_closed').on('outage').column('closed_at').execute()
    await schema.createIndex('outage_restored').on('outage').column('restored_at').execute()
  },
}
