// Whoever teaches a subject beside the teacher of a final mark, so that their pull finds it too.
import type { Kysely, Migration } from 'kysely'

export const coTeachers: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('cell').addColumn('co_teachers', 'text').execute()
  },
}
