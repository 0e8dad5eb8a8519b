// By which rules the stored cells and entries were given their class and teacher: null for those of a former build.
import type { Kysely, Migration } from 'kysely'

export const placement: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('revision').addColumn('placement', 'integer').execute()
  },
}
