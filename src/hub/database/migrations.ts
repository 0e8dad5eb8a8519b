// How the tables come to be. A migration that has landed is never edited; the next one follows it.
import { type Migration, Migrator, sql } from 'kysely'
import { auditIndex } from './migrations/audit-index.ts'
import { backlogPoints } from './migrations/backlog-points.ts'
import { boardIndexes } from './migrations/board-indexes.ts'
import { boots } from './migrations/boots.ts'
import { coTeachers } from './migrations/co-teachers.ts'
import { confirmedByReason } from './migrations/confirmed-by-reason.ts'
import { declaredLosses } from './migrations/declared-losses.ts'
import { first } from './migrations/first.ts'
import { forgottenEntries } from './migrations/forgotten.ts'
import { forks } from './migrations/forks.ts'
import { incidents } from './migrations/incidents.ts'
import { lives } from './migrations/lives.ts'
import { notCarried } from './migrations/not-carried.ts'
import { outageEvents } from './migrations/outage-events.ts'
import { outageTimes } from './migrations/outage-times.ts'
import { placement } from './migrations/placement.ts'
import { reminderTime } from './migrations/reminder-time.ts'
import { reminders } from './migrations/reminders.ts'
import { whatIsOpen } from './migrations/what-is-open.ts'
import { withdrawnPlans } from './migrations/withdrawn-plans.ts'
import type { Database } from './tables.ts'

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
  '012-confirmed-by-reason': confirmedByReason,
  '013-placement': placement,
  '014-outage-times': outageTimes,
  '015-what-is-open': whatIsOpen,
  '016-incidents': incidents,
  '017-boots': boots,
  '018-forks': forks,
  '019-co-teachers': coTeachers,
  '020-audit-index': auditIndex,
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
