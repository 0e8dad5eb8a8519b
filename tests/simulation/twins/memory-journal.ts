// The device's database in memory: the fast twin of Dexie over IndexedDB. It is for one thread of control: transactions
// follow one another, and one that is under way when its tab closes still ends.
import { type JournalDatabase, journalVersions } from '../../../src/store/database.ts'
import { readSchema, type Schema } from './keys.ts'
import { createRows, type Rows, type Undo } from './memory-rows.ts'
import { MemoryTable } from './memory-table.ts'

const schemas = new Map<string, Schema>(
  journalVersions.flatMap((tables) => Object.entries(tables)).map(([name, text]) => [name, readSchema(text)]),
)

interface Running {
  undos: Undo[]
  /** Closing the database lets what is under way end. */
  handle: object
}

/** What lies on the tablet, whichever tab has it open. */
export interface MemoryDisk {
  tables: Map<string, { schema: Schema; rows: Rows }>
  running: Running | null
  /** Resolves when the last transaction asked for has ended. */
  last: Promise<unknown>
}

export const createMemoryDisk = (): MemoryDisk => ({
  tables: new Map([...schemas].map(([name, schema]) => [name, { schema, rows: createRows(schema) }])),
  running: null,
  last: Promise.resolve(),
})

const closedError = (): Error =>
  Object.assign(new Error('the database has been closed'), { name: 'DatabaseClosedError' })

export const openMemoryJournal = (disk: MemoryDisk): JournalDatabase => {
  const handle = {}
  let closed = false
  const touch = (): void => {
    if (closed && disk.running?.handle !== handle) throw closedError()
  }
  const noteUndo = (undo: Undo): void => void disk.running?.undos.push(undo)

  const run = async <T>(scope: () => Promise<T>): Promise<T> => {
    touch()
    const running: Running = { undos: [], handle }
    disk.running = running
    try {
      return await scope()
    } catch (error) {
      for (const undo of running.undos.reverse()) undo()
      throw error
    } finally {
      disk.running = null
    }
  }
  const transaction = <T>(...asked: unknown[]): Promise<T> => {
    const scope = asked.at(-1) as () => Promise<T>
    const mine = disk.last.then(() => run(scope))
    disk.last = mine.catch(() => undefined)
    return mine
  }
  const tables = Object.fromEntries(
    [...disk.tables].map(([name, { rows, schema }]) => [
      name,
      new MemoryTable({ rows, schema, touch, noteUndo }),
    ]),
  )
  const close = (): void => {
    closed = true
  }
  return { ...tables, transaction, close } as unknown as JournalDatabase
}
