// An announced outage can be withdrawn: its row stays, with who said so, when and why.
import type { Kysely, Migration } from 'kysely'

export const withdrawnPlans: Migration = {
  async up({ schema }: Kysely<unknown>) {
    for (const column of ['withdrawn_at', 'withdrawn_by', 'withdrawn_reason']) {
      await schema.alterTable('planned_outage').addColumn(column, 'text').execute()
    }
  },
}
