// The board's cost grows with what is open, not with history: counted in rows and in steps of the database, not in time.
import { randomUUID } from 'node:crypto'
import { type Kysely, type KyselyPlugin, sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { readBacklogHistory } from '../../src/hub/board/backlog-log.ts'
import { readBoard } from '../../src/hub/board/board.ts'
import type { Database, Tables } from '../../src/hub/database/tables.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const now = '2026-11-24T05:00:00.000Z'
const [sqlite] = databases

/** The database with a count of the rows that come out of it. */
const counting = (db: Database) => {
  let rows = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      rows += result.rows.length
      return result
    },
  }
  return { db: db.withPlugin(plugin) as Kysely<Tables>, rows: () => rows }
}

/** What SQLite did for every statement since it opened: instructions carried out, and rows stepped over by full scans. */
const work = async (db: Database) => {
  const { rows } = await sql<{ steps: number; scanned: number }>`
    select sum(nstep) as steps, sum(nscan) as scanned from sqlite_stmt`.execute(db)
  return { steps: Number(rows[0]?.steps ?? 0), scanned: Number(rows[0]?.scanned ?? 0) }
}

/** Outages of former months, each over and done with: entries verified, cells settled, points and events kept. */
const fillHistory = async (db: Database, outages: number): Promise<void> => {
  const body = JSON.stringify(makeEntry({ id: 'old' }))
  const cell = JSON.stringify(makeEntry({ id: 'old' }).cell)
  for (let no = 1; no <= outages; no += 1) {
    const day = new Date(Date.parse('2025-09-01T02:00:00.000Z') + no * 7_200_000).toISOString()
    await db
      .insertInto('outage')
      .values({
        ...{ no, person: null, building: null, opened_at: day, opened_by: null, restored_at: day },
        ...{ restored_by: null, closed_at: day, confirmed_at: null, rev: 0 },
      })
      .execute()
    const entries = Array.from({ length: 20 }, (_, n) => ({
      ...{ id: randomUUID(), hash: '', device: 'old', person: 'algebraist', epoch: 1, seq: no * 100 + n },
      ...{
        cell_key: `old${no}@x/attendance/${n}`,
        school_class: '7a',
        state: 'verified' as const,
        reason: null,
      },
      ...{ waiting_on: null, outage: no, body, recorded_at: day, received_at: day },
      ...{ transferred_at: day, verified_at: day, rev: 0 },
    }))
    await db.insertInto('entry').values(entries).execute()
    const cells = entries.map((one) => ({
      ...{ key: one.cell_key, lesson: `old${no}@x`, teacher: 'algebraist', classes: ',7a,', cell },
      ...{ value: '{"code":"absent"}', holders: JSON.stringify([one.id]), candidates: '[]', ais_base: '' },
      ...{ conflict_opened_at: null, rev: 0 },
    }))
    await db.insertInto('cell').values(cells).execute()
    await db
      .insertInto('backlog_point')
      .values({ outage: no, at: day, recorded: 20, carried: 0, verified: 20, waiting: 0 })
      .execute()
  }
}

describe('the board', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  /** Two open entries beside so many former outages of twenty entries each. */
  const costAfter = async (outages: number) => {
    const database = await sqlite?.open()
    if (!database) throw new Error('no database')
    closing.push(database.drop)
    await fillHistory(database.db, outages)
    const rig = await createHubRig({ db: database.db })
    closing.push(rig.hub.close)
    const teacher = await rig.signIn('algebraist', 'tablet')
    const ofP2 = { kind: 'attendance', lesson: algebraFirst, pupil: 'p2' } as const
    await teacher.client.push(pushOf([makeEntry({ id: 'a1' }), makeEntry({ id: 'a2', seq: 2, cell: ofP2 })]))
    const counted = counting(rig.db)
    const before = await work(rig.db)
    const board = await readBoard(counted.db, tinySchool, 'deputy', { now, ais: null })
    await readBacklogHistory(counted.db, tinySchool, now)
    const after = await work(rig.db)
    expect(board.totals).toEqual({ recorded: 2, waiting: 2, conflicts: 0, verified: 0 })
    const { n } = await rig.db
      .selectFrom('entry')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(n).toBe(outages * 20 + 2)
    return {
      rows: counted.rows(),
      steps: after.steps - before.steps,
      scanned: after.scanned - before.scanned,
    }
  }

  it('reads as many rows after a year of outages as after the first', async () => {
    const young = await costAfter(1)
    const old = await costAfter(200)
    expect(young.rows).toBeGreaterThan(5)
    expect(old.rows).toBe(young.rows)
    // The steps inside the database, too: four thousand entries more cost next to nothing.
    expect(old.steps).toBeGreaterThan(100)
    expect(old.steps - young.steps).toBeLessThan(50)
    expect(old.scanned - young.scanned).toBeLessThan(5)
  })
})
