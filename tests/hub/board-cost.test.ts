// The board's cost grows with what is open, not with history: counted in rows of the database, not in time.
import { randomUUID } from 'node:crypto'
import { CompiledQuery, createQueryId, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { readBacklogHistory } from '../../src/hub/board/backlog-log.ts'
import { readBoard } from '../../src/hub/board/board.ts'
import { readCellHistory, readLessonCells } from '../../src/hub/board/cell-history.ts'
import { readFindings } from '../../src/hub/board/findings.ts'
import { inChunks } from '../../src/hub/database/in-chunks.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { tellUnbound } from '../../src/hub/intake/bind-by-hand.ts'
import { readReminders } from '../../src/hub/reminders/reminders.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool, tuesday } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const now = '2026-11-24T05:00:00.000Z'

/** Every panel of the board and the pages below it, by what it reads. */
const panels: Record<string, (db: Database) => Promise<unknown>> = {
  board: (db) => readBoard(db, tinySchool, 'deputy', { now, ais: null }),
  backlog: (db) => readBacklogHistory(db, tinySchool, now),
  findings: (db) => readFindings(db, tinySchool, tuesday, now),
  reminders: (db) => readReminders(db, tinySchool, now),
  unbound: (db) => tellUnbound(db, tinySchool, now),
  lesson: (db) => readLessonCells(db, tinySchool, 'deputy', algebraFirst, now),
  history: (db) => readCellHistory(db, tinySchool, 'deputy', `${algebraFirst}/attendance/p1`, now),
}

/** The statements that a panel asks the database for. */
const statementsOf = async (db: Database, read: (db: Database) => Promise<unknown>) => {
  const asked: RootOperationNode[] = []
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await read(db.withPlugin(plugin))
  return asked.map((node) => db.getExecutor().compileQuery(node, createQueryId()))
}

interface Plan {
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** Rows that a plan's scans stepped over, those that a filter left out included. */
const scannedBy = (plan: Plan): number => {
  const own = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  const below = (plan.Plans ?? []).reduce((sum, one) => sum + scannedBy(one), 0)
  return below + (plan['Node Type'].endsWith('Scan') ? own : 0)
}

/** What SQLite did for every statement since it opened: its instructions are rows times columns. */
const stepsSoFar = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ steps: number }>`select sum(nstep) as steps from sqlite_stmt`.execute(db)
  return Number(rows[0]?.steps ?? 0)
}

const costOn = {
  SQLite: async (db: Database, read: (db: Database) => Promise<unknown>): Promise<number> => {
    const before = await stepsSoFar(db)
    await read(db)
    return (await stepsSoFar(db)) - before
  },
  PostgreSQL: async (db: Database, read: (db: Database) => Promise<unknown>): Promise<number> => {
    let rows = 0
    for (const { sql: text, parameters } of await statementsOf(db, read)) {
      const explained = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters]),
      )
      for (const row of explained.rows) rows += scannedBy(row['QUERY PLAN'][0].Plan)
    }
    return rows
  },
}

/** Outages of former months, each over and done with: entries verified, cells settled, points and reminders kept. */
const fillHistory = async (db: Database, outages: number): Promise<void> => {
  const body = JSON.stringify(makeEntry({ id: 'old' }))
  const cell = JSON.stringify(makeEntry({ id: 'old' }).cell)
  const past = Array.from({ length: outages }, (_, at) => ({
    no: at + 1,
    day: new Date(Date.parse('2025-09-01T02:00:00.000Z') + at * 7_200_000).toISOString(),
  }))
  const entries = past.flatMap(({ no, day }) =>
    Array.from({ length: 5 }, (_, n) => ({
      ...{ id: randomUUID(), hash: '', device: 'old', person: 'algebraist', epoch: 1, seq: no * 100 + n },
      ...{ cell_key: `old${no}@x/attendance/${n}`, school_class: '7a', state: 'verified' as const },
      ...{ reason: null, waiting_on: null, outage: no, body, recorded_at: day, received_at: day },
      ...{ transferred_at: day, verified_at: day, rev: 0 },
    })),
  )
  await inChunks(past, (some) =>
    db
      .insertInto('outage')
      .values(
        some.map(({ no, day }) => ({
          ...{ no, person: null, building: null, opened_at: day, opened_by: null, restored_at: day },
          ...{ restored_by: null, closed_at: day, confirmed_at: null, rev: 0 },
        })),
      )
      .execute(),
  )
  await inChunks(entries, (some) => db.insertInto('entry').values(some).execute())
  await inChunks(entries, (some) =>
    db
      .insertInto('cell')
      .values(
        some.map((one) => ({
          ...{
            key: one.cell_key,
            lesson: `old${one.outage}@x`,
            teacher: 'algebraist',
            classes: ',7a,',
            cell,
          },
          ...{ value: '{"code":"absent"}', holders: `["${one.id}"]`, candidates: '[]', ais_base: '' },
          ...{ conflict_opened_at: null, rev: 0 },
        })),
      )
      .execute(),
  )
  await inChunks(past, (some) =>
    db
      .insertInto('backlog_point')
      .values(
        some.map(({ no, day }) => ({
          ...{ outage: no, at: day, recorded: 5, carried: 0, verified: 5, waiting: 0 },
        })),
      )
      .execute(),
  )
  await inChunks(past, (some) =>
    db
      .insertInto('reminder')
      .values(
        some.map(({ day }) => ({
          ...{ id: randomUUID(), person: 'algebraist', sender: 'deputy', text: 'Отметьте урок', at: day },
        })),
      )
      .execute(),
  )
}

describe.each(databases)('the board, on $name', ({ name, open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  /** What each panel costs with two open entries beside so many former outages of five entries each. */
  const costsAfter = async (outages: number) => {
    const database = await open()
    closing.push(database.drop)
    await fillHistory(database.db, outages)
    const rig = await createHubRig({ db: database.db })
    closing.push(rig.hub.close)
    const teacher = await rig.signIn('algebraist', 'tablet')
    const ofP2 = { kind: 'attendance', lesson: algebraFirst, pupil: 'p2' } as const
    await teacher.client.push(pushOf([makeEntry({ id: 'a1' }), makeEntry({ id: 'a2', seq: 2, cell: ofP2 })]))
    // PostgreSQL gathers its statistics by itself, some time later; SQLite has none.
    if (name === 'PostgreSQL') await sql`analyze`.execute(rig.db)
    const board = await readBoard(rig.db, tinySchool, 'deputy', { now, ais: null })
    expect(board.totals).toEqual({ recorded: 2, waiting: 2, conflicts: 0, verified: 0 })
    const costs: Record<string, number> = {}
    for (const [panel, read] of Object.entries(panels)) {
      costs[panel] = await costOn[name === 'SQLite' ? 'SQLite' : 'PostgreSQL'](rig.db, read)
    }
    return costs
  }

  it.skipIf(skip)('costs the same after ten times as many outages', { timeout: 60_000 }, async () => {
    const young = await costsAfter(300)
    const old = await costsAfter(3000)
    for (const [panel, cost] of Object.entries(old)) {
      expect(cost, panel).toBeGreaterThan(0)
      expect(cost, panel).toBeLessThanOrEqual((young[panel] ?? 0) * 1.2)
    }
  })
})
