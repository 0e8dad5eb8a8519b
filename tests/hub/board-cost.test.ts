// The board's cost grows with what is open, not with history: counted in rows of the database, not in time.
import { randomUUID } from 'node:crypto'
import {
  CompiledQuery,
  createQueryId,
  type Insertable,
  type KyselyPlugin,
  type RootOperationNode,
  sql,
} from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { cellKey } from '../../src/domain/cell.ts'
import type { HubState } from '../../src/domain/entry-state.ts'
import { lessonId } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { plusDays } from '../../src/domain/time.ts'
import { readBacklogHistory } from '../../src/hub/board/backlog-log.ts'
import { readBoard } from '../../src/hub/board/board.ts'
import { readCellHistory, readLessonCells } from '../../src/hub/board/cell-history.ts'
import { readFindings } from '../../src/hub/board/findings.ts'
import { readPeriod } from '../../src/hub/board/period/read-period.ts'
import { inChunks } from '../../src/hub/database/in-chunks.ts'
import type { Database, Tables } from '../../src/hub/database/tables.ts'
import { tellUnbound } from '../../src/hub/intake/bind-by-hand.ts'
import { readReminders } from '../../src/hub/reminders/reminders.ts'
import { readSchoolAnswer } from '../../src/hub/school/school-answer.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool, tuesday } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const now = '2026-11-24T05:00:00.000Z'

/** Every panel of the board and the pages below it, by what it reads. */
const panels: Record<string, (db: Database, school?: School) => Promise<unknown>> = {
  board: (db, school = tinySchool) => readBoard(db, school, 'deputy', { now, ais: null }),
  backlog: (db, school = tinySchool) => readBacklogHistory(db, school, now),
  findings: (db, school = tinySchool) => readFindings(db, school, tuesday, now),
  period: (db, school = tinySchool) => readPeriod(db, school, { from: tuesday, to: tuesday }, now),
  'a period amid the history': (db) =>
    readPeriod(db, tinySchool, { from: '2025-09-03', to: '2025-09-05' }, now),
  reminders: (db) => readReminders(db, tinySchool, now),
  'the school’s lists': (db) => readSchoolAnswer(db, tinySchool, now),
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

interface Past {
  no: number
  day: string
}

/** A row of the table for each of them. */
const fill = async <T extends keyof Tables, One>(
  db: Database,
  table: T,
  some: readonly One[],
  rowOf: (one: One) => Insertable<Tables[T]>,
): Promise<void> => {
  await inChunks(some, (part) =>
    db
      .insertInto(table)
      .values(part.map(rowOf) as never)
      .execute(),
  )
}

/** What was recorded in an outage that is over: verified, replaced after a conflict, given up, a final mark entered by hand. */
const entriesOf = ({ no, day }: Past) => {
  const entry = (n: number, state: HubState, lesson: string | null, key: string) => ({
    ...{ id: `old-${no}-${n}`, seq: no * 100 + n, state, lesson, key, no, day },
  })
  const lesson = `old${no}@x`
  return [
    ...[0, 1, 2, 3, 4].map((n) => entry(n, 'verified', lesson, `${lesson}/attendance/${n}`)),
    entry(5, 'superseded', lesson, `${lesson}/attendance/0`),
    entry(6, 'notCarried', lesson, `${lesson}/attendance/5`),
    entry(7, 'notCarried', null, `term:q2/algebra/old${no}`),
    entry(8, 'verified', null, `term:q1/algebra/old${no}`),
    entry(9, 'refused', lesson, `${lesson}/attendance/6`),
  ]
}

/**
 * Outages of former months, each over and done with: entries verified, replaced, given up and refused, conflicts settled,
 * lessons that АИС had locked and tablets declared lost; points and reminders are kept.
 */
const fillHistory = async (db: Database, outages: number, firstNo = 1): Promise<void> => {
  const body = JSON.stringify(makeEntry({ id: 'old' }))
  const cell = JSON.stringify(makeEntry({ id: 'old' }).cell)
  const past = Array.from(
    { length: outages },
    (_, at): Past => ({
      no: firstNo + at,
      day: new Date(Date.parse('2025-09-01T02:00:00.000Z') + at * 7_200_000).toISOString(),
    }),
  )
  const entries = past.flatMap(entriesOf)
  await fill(db, 'outage', past, ({ no, day }) => ({
    ...{ no, person: null, building: null, opened_at: day, opened_by: null, restored_at: day },
    ...{ restored_by: null, closed_at: day, confirmed_at: null, rev: 0 },
  }))
  await fill(db, 'entry', entries, ({ id, seq, state, key, no, day }) => ({
    ...{ id, hash: '', device: 'old', person: 'algebraist', epoch: 1, seq, cell_key: key, state },
    ...{ school_class: '7a', reason: null, waiting_on: null, outage: no, body, rev: 0 },
    ...{ recorded_at: day, received_at: day },
    ...{ transferred_at: state === 'verified' ? day : null, verified_at: state === 'verified' ? day : null },
  }))
  const cells = entries.filter((one) => !['superseded', 'refused'].includes(one.state))
  await fill(db, 'cell', cells, ({ id, key, lesson }) => ({
    ...{ key, lesson, teacher: 'algebraist', classes: ',7a,', cell, value: '{"code":"absent"}' },
    ...{ holders: JSON.stringify([id]), candidates: '[]', ais_base: '', conflict_opened_at: null, rev: 0 },
  }))
  const givenUp = entries.filter((one) => one.state === 'notCarried')
  await fill(db, 'not_carried', givenUp, ({ id, day, lesson }) => ({
    cause: lesson === null ? ('byHand' as const) : ('locked' as const),
    ...{ entry: id, act: `act-${id}`, note: '' },
    ...{ who: 'deputy', at: day },
  }))
  await fill(db, 'locked_lesson', past, ({ no, day }) => ({ lesson: `old${no}@x`, since: day, until: day }))
  const report = JSON.stringify({ ...pushOf([], { device: '', person: '', epoch: 1 }).report, unsent: 3 })
  await fill(db, 'device_report', past, ({ no, day }) => ({
    ...{ device: `old-${no}`, person: 'algebraist', report, unsent: 3, seen_at: day },
    lost_at: day,
  }))
  await fill(db, 'loss', past, ({ no, day }) => ({
    ...{ id: `loss-${no}`, device: `old-${no}`, person: 'algebraist', unsent: 3, oldest_unsent_at: day },
    ...{ seen_at: day, cause: 'broken', declared_at: day, declared_by: 'deputy' },
  }))
  await fill(db, 'backlog_point', past, ({ no, day }) => ({
    ...{ outage: no, at: day, recorded: 5, carried: 0, verified: 5, waiting: 0 },
  }))
  await fill(db, 'reminder', past, ({ no, day }) => ({
    ...{ id: `old-${no}`, person: 'algebraist', sender: 'deputy', text: 'Отметьте урок', at: day },
  }))
  await fill(db, 'audit', past, ({ no, day }) => ({
    ...{ id: `old-${no}`, at: day, who: 'algebraist', device: 'old', action: 'push' as const },
    ...{ subject: `seq ${no}`, before: null, after: '5 entries' },
  }))
}

/** With lessons of algebra on every Tuesday of the year. */
const longSchool: School = {
  ...tinySchool,
  terms: [{ id: 'q2', name: '2-я четверть', from: '2026-05-01', to: '2026-12-30' }],
}

/** Algebra of so many former weeks, every cell of it with an entry that is over and done with. */
const fillLessons = async (db: Database, weeks: number): Promise<void> => {
  const cells = Array.from({ length: weeks }, (_, week) => plusDays(tuesday, -7 * (week + 1))).flatMap(
    (date) =>
      ['p1', 'p2'].map((pupil) => ({ kind: 'attendance', lesson: lessonId('s1', date), pupil }) as const),
  )
  const entry = makeEntry({ id: 'kept' })
  await db
    .insertInto('cell')
    .values(
      cells.map((cell) => ({
        ...{ key: cellKey(cell), lesson: cell.lesson, teacher: 'algebraist', classes: ',7a,' },
        ...{ cell: JSON.stringify(cell), value: '{"code":"absent"}', holders: '[]', candidates: '[]' },
        ...{ ais_base: '', conflict_opened_at: null, rev: 0 },
      })),
    )
    .execute()
  await db
    .insertInto('entry')
    .values(
      cells.map((cell, n) => ({
        ...{ id: randomUUID(), hash: '', device: 'kept', person: 'algebraist', epoch: 1, seq: n + 1 },
        ...{ cell_key: cellKey(cell), school_class: '7a', state: 'verified' as const, reason: null },
        ...{ waiting_on: null, outage: null, body: JSON.stringify({ ...entry, cell }), recorded_at: now },
        ...{ received_at: now, transferred_at: now, verified_at: now, rev: 0 },
      })),
    )
    .execute()
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

  /** The costs while one person's own outage, entered by a deputy, has lasted so many weeks and the others' lessons were kept. */
  const costsOfLongOutage = async (weeks: number) => {
    const database = await open()
    closing.push(database.drop)
    const { db } = database
    const opened = new Date(Date.parse(now) - weeks * 7 * 86_400_000).toISOString()
    await db
      .insertInto('outage')
      .values({
        ...{ no: 1, person: 'deputy', building: null, opened_at: opened, opened_by: null, restored_at: null },
        ...{ restored_by: null, closed_at: null, confirmed_at: opened, rev: 0 },
      })
      .execute()
    await fillHistory(db, 100 * weeks, 2)
    await fillLessons(db, weeks)
    const rig = await createHubRig({ db, school: longSchool })
    closing.push(rig.hub.close)
    if (name === 'PostgreSQL') await sql`analyze`.execute(rig.db)
    const board = await readBoard(rig.db, longSchool, 'deputy', { now, ais: null })
    expect(board.outages[0]).toMatchObject({ no: 1, restoredAt: null })
    const costs: Record<string, number> = {}
    for (const panel of ['board', 'backlog', 'findings'] as const) {
      const read = panels[panel]
      const count = costOn[name === 'SQLite' ? 'SQLite' : 'PostgreSQL']
      if (read) costs[panel] = await count(rig.db, (db) => read(db, longSchool))
    }
    return costs
  }

  it.skipIf(skip)('costs the same when an outage has been open for months', { timeout: 60_000 }, async () => {
    const short = await costsOfLongOutage(6)
    const long = await costsOfLongOutage(24)
    for (const [panel, cost] of Object.entries(long)) {
      expect(cost, panel).toBeGreaterThan(0)
      expect(cost, panel).toBeLessThanOrEqual((short[panel] ?? 0) * 1.2)
    }
  })
})
