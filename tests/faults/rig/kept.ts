// What is really there afterwards: read from IndexedDB and from the hub's database past the app's own code.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { LogHead, LogRow } from '../../../src/store/database.ts'
import { Finding } from './finding.ts'

/** All rows of a table as they lie in the browser's database; none when there is no such database. */
const readTable = <T>(page: Page, table: string): Promise<T[]> =>
  page.evaluate(async (name) => {
    const known = await indexedDB.databases()
    if (!known.some((one) => one.name === 'temporary-journal')) return []
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('temporary-journal')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    try {
      return await new Promise<T[]>((resolve, reject) => {
        const request = db.transaction(name).objectStore(name).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    } finally {
      db.close()
    }
  }, table)

export const readLog = (page: Page): Promise<LogRow[]> => readTable<LogRow>(page, 'log')

export const readHeads = (page: Page): Promise<LogHead[]> => readTable<LogHead>(page, 'logHead')

/** What waits above the watermarks. */
export const countUnsent = async (page: Page): Promise<number> =>
  (await readHeads(page)).reduce((sum, head) => sum + head.lastSeq - head.watermark, 0)

export const countDrafts = async (page: Page): Promise<number> => (await readTable(page, 'draft')).length

export interface HubEntry {
  id: string
  hash: string
  seq: number
  device: string
  state: string
}

const readRows = `
const Sqlite = require('libsql')
const db = new Sqlite(process.argv[1], { readonly: true })
const rows = db.prepare('select id, hash, seq, device, state from entry order by device, seq').all()
process.stdout.write(JSON.stringify(rows))`

/** Every entry that the hub of this folder has. Read by a process of its own: libsql keeps a closed file open. */
export const readHub = (dataDir: string): HubEntry[] =>
  JSON.parse(
    execFileSync(process.execPath, ['-e', readRows, join(dataDir, 'hub.sqlite')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 20_000,
      maxBuffer: 100_000_000,
    }),
  )

/**
 * Every entry that was made is there, each once, and nothing else is; and the hub has read each, for one that it only keeps
 * meets no cell. Throws a `Finding` when it is otherwise.
 */
export const checkOnce = (made: readonly { id: string }[], there: readonly HubEntry[]): void => {
  const ids = new Set(there.map((row) => row.id))
  if (ids.size !== there.length) throw new Finding('doubled', 'the hub has an entry twice')
  const missing = made.filter((one) => !ids.has(one.id))
  if (missing.length > 0) throw new Finding('missing at the hub', `${missing.length} of ${made.length}`)
  if (ids.size > made.length) throw new Finding('foreign at the hub', `${ids.size} for ${made.length} made`)
  const held = there.filter((row) => row.state === 'held')
  if (held.length > 0) throw new Finding('unread at the hub', `${held.length} of ${made.length}`)
}

/** The same of one device, as the hub of this folder has it. */
export const checkEachOnce = (made: readonly { id: string }[], device: string, dataDir: string): void =>
  checkOnce(
    made,
    readHub(dataDir).filter((row) => row.device === device),
  )

/** What of `acknowledged` is not in `kept`; each kept one answers for one acknowledged. */
export const missingOf = (acknowledged: readonly string[], kept: readonly string[]): string[] => {
  const left = [...kept]
  return acknowledged.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
