// A table as the store asks for it: the part of Dexie's that the device's memory uses.
import { compareKeys, type Key, keyAt, type Schema } from './keys.ts'
import type { Rows, Undo } from './memory-rows.ts'

export interface TablePorts {
  rows: Rows
  schema: Schema
  /** Throws when the database is closed; otherwise the operation happens now. */
  touch(): void
  noteUndo(undo: Undo): void
}

interface Query {
  matches(row: object): boolean
  /** The index that is asked. */
  by?: string
  most?: number
  backwards?: boolean
  /** Asked of each row just before it is handed on. */
  ends?(row: object): boolean
}

interface Collection {
  toArray(): Promise<object[]>
  first(): Promise<object | undefined>
  count(): Promise<number>
  sortBy(field: string): Promise<object[]>
  filter(also: (row: never) => boolean): Collection
  limit(most: number): Collection
  reverse(): Collection
  until(ends: (row: never) => boolean): Collection
  each(take: (row: never) => void): Promise<void>
  modify(changes: object): Promise<number>
  delete(): Promise<number>
}

const equal = (a: Key | undefined, b: Key): boolean => a !== undefined && compareKeys(a, b) === 0

const bulkError = (failures: unknown[]): Error =>
  Object.assign(new Error('some rows failed'), { name: 'BulkError', failures })

export const createTable = ({ rows, schema, touch, noteUndo }: TablePorts) => {
  const put = (row: object, fresh: boolean): Key => {
    const { key, undo } = rows.put(row, fresh)
    noteUndo(undo)
    return key
  }
  const remove = (key: Key): void => {
    const undo = rows.remove(key)
    if (undo) noteUndo(undo)
  }
  const primary = (row: object): Key => keyAt(row, schema.primary) ?? ''

  const collect = (query: Query): Collection => {
    const found = (): object[] => {
      touch()
      const matching = rows.all().filter(query.matches)
      const { by } = query
      // An index gives its rows in its own order, equal ones in the order of the primary key.
      if (by !== undefined && by !== schema.primary)
        matching.sort((a, b) => compareKeys(keyAt(a, by) ?? '', keyAt(b, by) ?? ''))
      if (query.backwards) matching.reverse()
      return query.most === undefined ? matching : matching.slice(0, query.most)
    }
    return {
      toArray: async () => found(),
      first: async () => found()[0],
      count: async () => found().length,
      sortBy: async (field) =>
        found().sort((a, b) => compareKeys(keyAt(a, field) ?? '', keyAt(b, field) ?? '')),
      filter: (also) => collect({ ...query, matches: (row) => query.matches(row) && also(row as never) }),
      limit: (most) => collect({ ...query, most }),
      reverse: () => collect({ ...query, backwards: !query.backwards }),
      until: (ends) => collect({ ...query, ends: (row) => ends(row as never) }),
      each: async (take) => {
        for (const row of found()) {
          if (query.ends?.(row)) return
          take(row as never)
        }
      },
      modify: async (changes) => {
        const changed = found()
        for (const row of changed) put({ ...row, ...changes }, false)
        return changed.length
      },
      delete: async () => {
        const gone = found()
        for (const row of gone) remove(primary(row))
        return gone.length
      },
    }
  }
  const where = (path: string | Record<string, Key>) => {
    if (typeof path !== 'string') {
      const wanted = Object.entries(path)
      return collect({ matches: (row) => wanted.every(([name, key]) => equal(keyAt(row, name), key)) })
    }
    const by = (matches: (key: Key) => boolean): Collection =>
      collect({
        by: path,
        matches: (row) => {
          const key = keyAt(row, path)
          return key !== undefined && matches(key)
        },
      })
    return {
      equals: (wanted: Key) => by((key) => equal(key, wanted)),
      anyOf: (wanted: readonly Key[]) => by((key) => wanted.some((one) => equal(key, one))),
      between: (low: Key, high: Key, withLow = true, withHigh = false) =>
        by((key) => {
          const [below, above] = [compareKeys(key, low), compareKeys(key, high)]
          return (withLow ? below >= 0 : below > 0) && (withHigh ? above <= 0 : above < 0)
        }),
    }
  }
  /** As Dexie does: the good rows of a bulk stay unless its transaction is taken back. */
  const bulk = (given: readonly object[], fresh: boolean): void => {
    const failures: unknown[] = []
    for (const row of given) {
      try {
        put(row, fresh)
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw bulkError(failures)
  }
  /** An operation as a promise: refused when the database is closed, done at once when it is not. */
  const operation =
    <A extends unknown[], T>(work: (...asked: A) => T) =>
    async (...asked: A): Promise<T> => {
      touch()
      return work(...asked)
    }
  const everything = collect({ matches: () => true })
  return {
    get: operation((key: Key) => rows.get(key)),
    bulkGet: operation((keys: readonly Key[]) => keys.map((key) => rows.get(key))),
    put: operation((row: object) => put(row, false)),
    add: operation((row: object) => put(row, true)),
    bulkPut: operation((given: readonly object[]) => bulk(given, false)),
    bulkAdd: operation((given: readonly object[]) => bulk(given, true)),
    delete: operation(remove),
    bulkDelete: operation((keys: readonly Key[]) => {
      for (const key of keys) remove(key)
    }),
    clear: operation(() => {
      for (const row of rows.all()) remove(primary(row))
    }),
    toCollection: () => everything,
    filter: everything.filter,
    orderBy: (by: string) => collect({ by, matches: () => true }),
    toArray: everything.toArray,
    count: everything.count,
    where,
  }
}
