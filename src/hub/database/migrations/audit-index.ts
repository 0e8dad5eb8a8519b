// The audit log is asked by what was done to what, and only ever grows.
import type { Kysely, Migration } from 'kysely'

export const auditIndex: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.createIndex('audit_action').on('audit').columns(['action', 'subject']).execute()
  },
}
