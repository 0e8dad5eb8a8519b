// The hub's entries as they lie in its database.
import type { Database } from '../../../src/hub/database/tables.ts'
import type { FactRow } from './facts.ts'

export const readRows = ({ db }: { db: Database }): Promise<FactRow[]> =>
  db
    .selectFrom('entry')
    .select(['id', 'person', 'state', 'reason', 'body'])
    .select(['recorded_at', 'received_at', 'verified_at'])
    .orderBy('rev')
    .execute()
