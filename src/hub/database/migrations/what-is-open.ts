// Marks by which the board leaves out what is over: tablets declared lost that have not spoken since, lessons unlocked.
import type { Kysely, Migration } from 'kysely'

interface Before {
  device_report: { device: string; person: string; seen_at: string; lost_at: string | null }
  loss: { device: string; person: string; declared_at: string }
}

export const whatIsOpen: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.alterTable('device_report').addColumn('lost_at', 'text').execute()
    const known = db as Kysely<Before>
    const lost = await known
      .selectFrom('loss')
      .innerJoin('device_report', (join) =>
        join
          .onRef('device_report.device', '=', 'loss.device')
          .onRef('device_report.person', '=', 'loss.person')
          .onRef('device_report.seen_at', '<=', 'loss.declared_at'),
      )
      .select(['loss.device', 'loss.person', 'loss.declared_at'])
      .execute()
    for (const { device, person, declared_at } of lost) {
      await known
        .updateTable('device_report')
        .set({ lost_at: declared_at })
        .where('device', '=', device)
        .where('person', '=', person)
        .execute()
    }
    await schema.createIndex('device_report_lost').on('device_report').column('lost_at').execute()
    await schema.createIndex('locked_lesson_until').on('locked_lesson').column('until').execute()
  },
}
