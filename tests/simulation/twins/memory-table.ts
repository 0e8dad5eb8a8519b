// A table as the store asks for it: the part of Dexie's that the device's memory uses.
import { compareKeys, type Key, keyAt, type Schema } from './keys.ts'
import { Collection, type Source, Where } from './memory-collection.ts'
import type { Rows, Undo } from './memory-rows.ts'

export interface TablePorts {
  rows: Rows
  schema: Schema
  /** Throws when the database is closed; otherwise the operation happens now. */
  touch(): void
  noteUndo(undo: Undo): void
}

const bulkError = (failures: unknown[]): Error =>
  Object.assign(new Error('some rows failed'), { name: 'BulkError', failures })

const sourceOf = ({ rows, schema, touch, noteUndo }: TablePorts): Source => ({
  ...{ rows, schema, touch },
  put: (row, fresh) => {
    const { key, undo } = rows.put(row, fresh)
    noteUndo(undo)
    return key
  },
  remove: (key) => {
    const undo = rows.remove(key)
    if (undo) noteUndo(undo)
  },
})

/** Each operation is refused when the database is closed, and done at once when it is not. */
export class MemoryTable {
  readonly #source: Source
  readonly #everything: Collection
  constructor(ports: TablePorts) {
    this.#source = sourceOf(ports)
    this.#everything = new Collection(this.#source, { matches: () => true })
  }
  async get(key: Key): Promise<object | undefined> {
    this.#source.touch()
    return this.#source.rows.get(key)
  }
  async bulkGet(keys: readonly Key[]): Promise<(object | undefined)[]> {
    this.#source.touch()
    return keys.map(this.#source.rows.get)
  }
  async put(row: object): Promise<Key> {
    this.#source.touch()
    return this.#source.put(row, false)
  }
  async add(row: object): Promise<Key> {
    this.#source.touch()
    return this.#source.put(row, true)
  }
  /** As Dexie does: the good rows of a bulk stay unless its transaction is taken back. */
  #bulk(given: readonly object[], fresh: boolean): void {
    this.#source.touch()
    const failures: unknown[] = []
    for (const row of given) {
      try {
        this.#source.put(row, fresh)
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw bulkError(failures)
  }
  async bulkPut(given: readonly object[]): Promise<void> {
    this.#bulk(given, false)
  }
  async bulkAdd(given: readonly object[]): Promise<void> {
    this.#bulk(given, true)
  }
  async delete(key: Key): Promise<void> {
    this.#source.touch()
    this.#source.remove(key)
  }
  async bulkDelete(keys: readonly Key[]): Promise<void> {
    this.#source.touch()
    for (const key of keys) this.#source.remove(key)
  }
  async clear(): Promise<void> {
    this.#source.touch()
    for (const { key } of [...this.#source.rows.all()]) this.#source.remove(key)
  }
  toCollection(): Collection {
    return this.#everything
  }
  filter(matches: (row: never) => boolean): Collection {
    return this.#everything.filter(matches)
  }
  orderBy(by: string): Collection {
    return new Collection(this.#source, { by, matches: () => true })
  }
  toArray(): Promise<object[]> {
    return this.#everything.toArray()
  }
  count(): Promise<number> {
    return this.#everything.count()
  }
  where(path: string): Where
  where(fields: Readonly<Record<string, Key>>): Collection
  where(path: string | Readonly<Record<string, Key>>): Where | Collection {
    if (typeof path === 'string') return new Where(this.#source, path)
    const wanted = Object.entries(path)
    const matches = (row: object): boolean =>
      wanted.every(([name, value]) => {
        const key = keyAt(row, name)
        return key !== undefined && compareKeys(key, value) === 0
      })
    return new Collection(this.#source, { matches: (one) => matches(one.row) })
  }
}
