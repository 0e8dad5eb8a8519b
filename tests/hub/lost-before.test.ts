// Tablets that a former build knew as lost: marked so, unless they have spoken since.
import { afterEach, describe, expect, it } from 'vitest'
import { whatIsOpen } from '../../src/hub/database/migrations/what-is-open.ts'
import { databases } from './databases.ts'

const [early, noon, late] = [
  '2026-11-24T01:00:00.000Z',
  '2026-11-24T05:00:00.000Z',
  '2026-11-24T09:00:00.000Z',
]

describe.each(databases)('a tablet declared lost before, on $name', ({ open, skip }) => {
  let drop: () => Promise<void> = async () => {}
  afterEach(() => drop())

  it.skipIf(skip)('is marked by the act that came after its last word', async () => {
    const database = await open()
    drop = database.drop
    const { db } = database
    await db.schema.dropIndex('device_report_lost').execute()
    await db.schema.dropIndex('locked_lesson_until').execute()
    await db.schema.alterTable('device_report').dropColumn('lost_at').execute()
    const spoke = (device: string, seen_at: string) =>
      db
        .insertInto('device_report')
        .values({ device, person: 'algebraist', report: '{}', unsent: 3, seen_at })
        .execute()
    await spoke('drowned', early)
    await spoke('found', late)
    await spoke('known', early)
    for (const device of ['drowned', 'found']) {
      await db
        .insertInto('loss')
        .values({
          ...{ id: device, device, person: 'algebraist', unsent: 3, oldest_unsent_at: null, seen_at: early },
          ...{ cause: 'broken', declared_at: noon, declared_by: 'deputy' },
        })
        .execute()
    }
    await whatIsOpen.up(db)
    const rows = await db
      .selectFrom('device_report')
      .select(['device', 'lost_at'])
      .orderBy('device')
      .execute()
    expect(rows.map((row) => [row.device, row.lost_at])).toEqual([
      ['drowned', noon],
      ['found', null],
      ['known', null],
    ])
    await db.destroy()
  })
})
