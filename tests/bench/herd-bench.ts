// The herd after an outage: every tablet sends its entries at once, over HTTP to a hub in this process, by turns with
// batches committed in groups, each by itself, and against a bare append to a file. Printed as JSON, ratios of one run.
// `DEVICES=200 ROUNDS=5 DATABASE_URL=… npx tsx tests/bench/herd-bench.ts`; without an address the hub is on SQLite.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v7 } from 'uuid'
import { type PushAnswer, protocolVersion } from '../../src/contract/protocol.ts'
import { type Entry, entryHash, entrySchema } from '../../src/domain/entry.ts'
import { type DatabasePlace, openDatabase } from '../../src/hub/database/open-database.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { runServer } from '../../src/hub/run-server.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { createHubRig } from '../hub/hub-rig.ts'

const devices = Number(process.env.DEVICES ?? 200)
const rounds = Number(process.env.ROUNDS ?? 5)
const entriesEach = 50
const address = process.env.DATABASE_URL

const works = ['oralAnswer', 'controlTest', 'independentWork', 'labWork', 'practicalWork', 'essay'] as const
const report = {
  ...{ unsent: entriesEach, oldestUnsentAt: null, clockOffsetMs: null, appBuild: 'bench' },
  ...{ freeBytes: null, persisted: null },
}

/** What tablet `no` brings: marks of one lesson of former weeks, the same ones as every twentieth tablet. */
const batchOf = (no: number): string => {
  const log = { device: `d${no}`, person: 'algebraist', epoch: 1 }
  const lesson = `s${no % 2 === 0 ? 1 : 4}@2026-11-${no % 4 < 2 ? 17 : 24}`
  let prevHash = ''
  const entries = Array.from({ length: entriesEach }, (_, at): Entry => {
    const workType = works[Math.floor(at / 10)] ?? 'essay'
    const n = 1 + ((at + (no % 20)) % 20)
    const entry: Entry = {
      ...{ schema: entrySchema, id: v7(), log, seq: at + 1, prevHash, role: 'subjectTeacher' },
      cell: { kind: 'mark', lesson, pupil: no % 3 === 0 ? 'p1' : 'p2', workType, n },
      ...{ value: { marks: ['4'], owed: false }, saw: null, follows: [] },
      ...{ recordedAt: '2026-11-24T05:00:00.000Z', clock: null, appBuild: 'bench', refVersion: 1 },
      source: 'device',
    }
    prevHash = entryHash(entry)
    return entry
  })
  return JSON.stringify({ protocol: protocolVersion, log, entries, report })
}

interface Herd {
  entriesPerSecond: number
  slowestToMedian: number
}

interface Counted extends Herd {
  commits: number
  lost: number
  doubled: number
  withoutReceipt: number
}

/** All at once; each tablet's time is from the first moment to its answer. */
const send = async (url: string, cookie: string, batches: readonly string[]) => {
  const began = performance.now()
  const answers = await Promise.all(
    batches.map(async (body) => {
      const headers = { 'content-type': 'application/json', cookie }
      const response = await fetch(`${url}/api/push`, { method: 'POST', headers, body })
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const said = (await response.json()) as PushAnswer
      return { receipts: said.receipts.length, ms: performance.now() - began }
    }),
  )
  const times = answers.map((one) => one.ms).sort((a, b) => a - b)
  const [median = 0, slowest = 0] = [times[Math.floor(times.length / 2)], times.at(-1)]
  const herd: Herd = {
    entriesPerSecond: (batches.length * entriesEach) / (slowest / 1000),
    slowestToMedian: slowest / median,
  }
  return { ...herd, receipts: answers.reduce((sum, one) => sum + one.receipts, 0) }
}

const emptyPlace = async (folder: string): Promise<DatabasePlace> => {
  if (address === undefined) return { kind: 'sqlite', file: join(folder, `${randomUUID()}.sqlite`) }
  const url = new URL(address)
  const admin = new pg.Client({ connectionString: address })
  await admin.connect()
  url.pathname = `/herd_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${url.pathname.slice(1)}`)
  await admin.end()
  return { kind: 'postgres', url: url.href }
}

const checkKept = async (db: Database, receipts: number) => {
  const rows = await db.selectFrom('entry').select(['id', 'device', 'seq']).execute()
  const wanted = devices * entriesEach
  return {
    lost: wanted - new Set(rows.map((row) => `${row.device} ${row.seq}`)).size,
    doubled: rows.length - new Set(rows.map((row) => row.id)).size,
    withoutReceipt: wanted - receipts,
  }
}

const playHub = async (folder: string, inGroups: boolean): Promise<Counted> => {
  const db = await openDatabase(await emptyPlace(folder), randomUUID)
  let commits = 0
  const transaction = db.transaction.bind(db)
  db.transaction = () => {
    commits += 1
    return transaction()
  }
  const { hub, signIn } = await createHubRig({
    ...{ db, school: tinySchool },
    ...(inGroups ? {} : { commit: (_, work) => db.transaction().execute(work) }),
  })
  const running = await runServer(hub.app.fetch, { port: 0, host: '127.0.0.1' }, hub.close)
  const { cookie } = await signIn('algebraist', 'desk')
  const batches = Array.from({ length: devices }, (_, no) => batchOf(no))
  commits = 0
  const herd = await send(`http://127.0.0.1:${running.port}`, cookie(), batches)
  const counted = { ...herd, commits, ...(await checkKept(db, herd.receipts)) }
  await running.stop()
  return counted
}

/** The limit: what was sent is appended and made durable, by itself, and nothing is looked at. */
const playAppend = async (folder: string) => {
  const file = await open(join(folder, `${randomUUID()}.log`), 'a')
  const append = async (request: Request): Promise<Response> => {
    await file.appendFile(await request.text())
    await file.datasync()
    return Response.json({ receipts: [] })
  }
  const running = await runServer(append, { port: 0, host: '127.0.0.1' }, () => file.close())
  const batches = Array.from({ length: devices }, (_, no) => batchOf(no))
  const herd = await send(`http://127.0.0.1:${running.port}`, '', batches)
  await running.stop()
  return herd
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const folder = mkdtempSync(join(tmpdir(), 'journal-herd-'))
try {
  const played: { grouped: Counted; alone: Counted; append: Herd }[] = []
  for (let round = 0; round < rounds; round += 1) {
    // By turns, so that neither side always warms the other up.
    const groupedFirst = round % 2 === 0
    const first = await playHub(folder, groupedFirst)
    const second = await playHub(folder, !groupedFirst)
    const [grouped, alone] = groupedFirst ? [first, second] : [second, first]
    played.push({ grouped, alone, append: await playAppend(folder) })
  }
  const of = (side: 'grouped' | 'alone' | 'append', what: keyof Herd) =>
    median(played.map((round) => round[side][what]))
  const sum = (side: 'grouped' | 'alone', what: 'commits' | 'lost' | 'doubled' | 'withoutReceipt') =>
    played.reduce((all, round) => all + round[side][what], 0)
  const hubOf = (side: 'grouped' | 'alone') => ({
    entriesPerSecond: Math.round(of(side, 'entriesPerSecond')),
    slowestToMedian: Number(of(side, 'slowestToMedian').toFixed(2)),
    commitsARound: sum(side, 'commits') / rounds,
    ...{ lost: sum(side, 'lost'), doubled: sum(side, 'doubled') },
    withoutReceipt: sum(side, 'withoutReceipt'),
  })
  const ratio = (a: number, b: number) => Number((a / b).toFixed(2))
  const [grouped, alone] = [hubOf('grouped'), hubOf('alone')]
  const appended = Math.round(of('append', 'entriesPerSecond'))
  console.log(
    JSON.stringify(
      {
        environment: {
          node: process.version,
          cpus: cpus().length,
          database: address ? 'PostgreSQL' : 'SQLite',
        },
        ...{ devices, entriesEach, rounds, grouped, alone },
        append: { entriesPerSecond: appended },
        ratios: {
          groupedToAlone: ratio(grouped.entriesPerSecond, alone.entriesPerSecond),
          groupedToAppend: ratio(grouped.entriesPerSecond, appended),
          commits: ratio(grouped.commitsARound, alone.commitsARound),
        },
      },
      null,
      2,
    ),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
