// What is really there afterwards: read from IndexedDB and from the hub's database past the app's own code.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Sqlite from 'libsql'
import type { LogRow } from '../../../src/store/database.ts'

/** The log as it lies in the browser's database; empty when there is no such database. */
export const readLog = (page: Page): Promise<LogRow[]> =>
  page.evaluate(async () => {
    const known = await indexedDB.databases()
    if (!known.some((one) => one.name === 'temporary-journal')) return []
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('temporary-journal')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    try {
      return await new Promise<LogRow[]>((resolve, reject) => {
        const request = db.transaction('log').objectStore('log').getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    } finally {
      db.close()
    }
  })

export interface HubEntry {
  id: string
  hash: string
  seq: number
  device: string
  state: string
}

/** Every entry that the hub of this folder has. */
export const readHub = (dataDir: string): HubEntry[] => {
  const db = new Sqlite(join(dataDir, 'hub.sqlite'), { readonly: true })
  try {
    return db
      .prepare('select id, hash, seq, device, state from entry order by device, seq')
      .all() as HubEntry[]
  } finally {
    db.close()
  }
}

/** The rows of one device: every entry that was made, each once. Throws when it is otherwise. */
export const checkEachOnce = (made: readonly { id: string }[], device: string, dataDir: string): void => {
  const there = readHub(dataDir).filter((row) => row.device === device)
  const ids = there.map((row) => row.id).sort()
  if (new Set(ids).size !== ids.length) throw new Error('the hub has an entry twice')
  const own = made.map((one) => one.id).sort()
  if (ids.join() !== own.join()) throw new Error(`of ${own.length} entries made the hub has ${ids.length}`)
}

/** What of `acknowledged` is not in `kept`; each kept one answers for one acknowledged. */
export const missingOf = (acknowledged: readonly string[], kept: readonly string[]): string[] => {
  const left = [...kept]
  return acknowledged.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
