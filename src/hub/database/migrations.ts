// How the tables come to be. A migration that has landed is never edited; the next one follows it.
import { type Migration, Migrator, sql } from 'kysely'
import { backlogPoints } from './backlog-points-migration.ts'
import { boardIndexes } from './board-indexes-migration.ts'
import { declaredLosses } from './declared-losses-migration.ts'
import { first } from './first-migration.ts'
import { forgottenEntries } from './forgotten-migration.ts'
import { lives } from './lives-migration.ts'
import { notCarried } from './not-carried-migration.ts'
import { outageEvents } from './outage-events-migration.ts'
import { reminderTime } from './reminder-time-migration.ts'
import { reminders } from './reminders-migration.ts'
import type { Database } from './tables.ts'
import { withdrawnPlans } from './withdrawn-plans-migration.ts'

const migrations: Record<string, Migration> = {
  '001-first': first,
  '002-outage-events': outageEvents,
  '003-declared-losses': declaredLosses,
  '004-board-indexes': boardIndexes,
  '005-backlog-points': backlogPoints,
  '006-reminders': reminders,
  '007-reminder-time': reminderTime,
  '008-withdrawn-plans': withdrawnPlans,
  '009-not-carried': notCarried,
  '010-forgotten': forgottenEntries,
  '011-lives': lives,
}

/** What this build knows: a database with any other has been made by a newer one. */
export const migrationNames: readonly string[] = Object.keys(migrations)

/** The migrations that have made this database's tables; none where it has never been used. */
export const readMigrations = async (db: Database): Promise<string[]> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** Brings the database to this build's tables; throws when it can't. `incarnation` names a database made now. */
export const migrate = async (db: Database, incarnation: string): Promise<void> => {
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  await sql`insert into revision (id, rev, incarnation) values (1, 0, ${incarnation}) on conflict (id) do nothing`.execute(
    db,
  )
}
