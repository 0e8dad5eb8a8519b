// How the tables come to be. A migration that has landed is never edited; the next one follows it.
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { outageEvents } from './outage-events-migration.ts'
import type { Database } from './tables.ts'

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('revision')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('rev', 'integer', (c) => c.notNull())
      .addColumn('incarnation', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('school_version')
      .addColumn('version', 'integer', (c) => c.primaryKey())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('document', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('account')
      .addColumn('person', 'text', (c) => c.primaryKey())
      .addColumn('login', 'text', (c) => c.notNull().unique())
      .addColumn('password_hash', 'text')
      .execute()
    await schema
      .createTable('session')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('entry')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('epoch', 'integer', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('cell_key', 'text', (c) => c.notNull())
      .addColumn('school_class', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('waiting_on', 'text')
      .addColumn('outage', 'integer')
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('recorded_at', 'text', (c) => c.notNull())
      .addColumn('received_at', 'text', (c) => c.notNull())
      .addColumn('transferred_at', 'text')
      .addColumn('verified_at', 'text')
      .addColumn('rev', 'integer', (c) => c.notNull())
      .addUniqueConstraint('entry_log_seq', ['device', 'person', 'epoch', 'seq'])
      .execute()
    await schema.createIndex('entry_person_rev').on('entry').columns(['person', 'rev']).execute()
    await schema.createIndex('entry_state').on('entry').columns(['state', 'person']).execute()
    await schema.createIndex('entry_cell').on('entry').column('cell_key').execute()
    await schema.createIndex('entry_waiting').on('entry').column('waiting_on').execute()
    await schema
      .createTable('cell')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('lesson', 'text')
      .addColumn('teacher', 'text')
      .addColumn('classes', 'text', (c) => c.notNull())
      .addColumn('cell', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('holders', 'text', (c) => c.notNull())
      .addColumn('candidates', 'text', (c) => c.notNull())
      .addColumn('ais_base', 'text', (c) => c.notNull())
      .addColumn('conflict_opened_at', 'text')
      .addColumn('rev', 'integer', (c) => c.notNull())
      .execute()
    await schema.createIndex('cell_rev').on('cell').column('rev').execute()
    await schema.createIndex('cell_lesson').on('cell').column('lesson').execute()
    await schema.createIndex('cell_conflict').on('cell').column('conflict_opened_at').execute()
    await schema
      .createTable('outage')
      .addColumn('no', 'integer', (c) => c.primaryKey())
      .addColumn('person', 'text')
      .addColumn('opened_at', 'text', (c) => c.notNull())
      .addColumn('opened_by', 'text')
      .addColumn('restored_at', 'text')
      .addColumn('restored_by', 'text')
      .addColumn('closed_at', 'text')
      .addColumn('rev', 'integer', (c) => c.notNull())
      .execute()
    await schema
      .createTable('intent')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('lesson', 'text', (c) => c.notNull())
      .addColumn('slot', 'text', (c) => c.notNull())
      .addColumn('base', 'text', (c) => c.notNull())
      .addColumn('target', 'text', (c) => c.notNull())
      .addColumn('entries', 'text', (c) => c.notNull())
      .addColumn('written_at', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text')
      .execute()
    await schema.createIndex('intent_open').on('intent').columns(['person', 'outcome']).execute()
    await schema
      .createTable('audit')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('device', 'text')
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .execute()
    await schema
      .createTable('device_report')
      .addColumn('device', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('report', 'text', (c) => c.notNull())
      .addColumn('unsent', 'integer', (c) => c.notNull())
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('device_report_pk', ['device', 'person'])
      .execute()
  },
}

const migrations: Record<string, Migration> = { '001-first': first, '002-outage-events': outageEvents }

/** What this build knows: a database with any other has been made by a newer one. */
export const migrationNames: readonly string[] = Object.keys(migrations)

/** Brings the database to this build's tables; throws when it can't. `incarnation` names a database made now. */
export const migrate = async (db: Database, incarnation: string): Promise<void> => {
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  await sql`insert into revision (id, rev, incarnation) values (1, 0, ${incarnation}) on conflict (id) do nothing`.execute(
    db,
  )
}
