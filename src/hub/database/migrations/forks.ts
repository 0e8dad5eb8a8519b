// When a tablet's log last met another history under the same numbers: it is a copy, or was put back from one.
import type { Kysely, Migration } from 'kysely'

export const forks: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('device_report').addColumn('forked_at', 'text').execute()
  },
}
