// Rows of a table that a query has chosen. Classes, unlike the rest: a closure for each word of a query would cost more
// than its answer.
import { compareKeys, type Key, keyAt, type Schema } from './keys.ts'
import type { Kept, Rows } from './memory-rows.ts'

/** The table that is asked. */
export interface Source {
  rows: Rows
  schema: Schema
  /** Throws when the database is closed; otherwise the operation happens now. */
  touch(): void
  put(row: object, fresh: boolean): Key
  remove(key: Key): void
}

interface Query {
  matches(one: Kept): boolean
  /** The index that is asked. */
  by?: string
  most?: number
  backwards?: boolean
  /** Asked of each row just before it is handed on. */
  ends?(row: never): boolean
}

type RowTest = (row: never) => boolean

const byIndex =
  (path: string) =>
  (a: object, b: object): number =>
    compareKeys(keyAt(a, path) ?? '', keyAt(b, path) ?? '')

export class Collection {
  readonly #source: Source
  readonly #query: Query
  constructor(source: Source, query: Query) {
    this.#source = source
    this.#query = query
  }
  #kept(): Kept[] {
    const { rows, touch } = this.#source
    touch()
    return rows.all().filter(this.#query.matches)
  }
  #found(): object[] {
    const matching = this.#kept().map((one) => one.row)
    const { by, backwards, most } = this.#query
    // An index gives its rows in its own order, equal ones in the order of the primary key.
    if (by !== undefined && by !== this.#source.schema.primary) matching.sort(byIndex(by))
    if (backwards) matching.reverse()
    return most === undefined ? matching : matching.slice(0, most)
  }
  #with(more: Partial<Query>): Collection {
    return new Collection(this.#source, { ...this.#query, ...more })
  }
  async toArray(): Promise<object[]> {
    return this.#found()
  }
  async first(): Promise<object | undefined> {
    return this.#found()[0]
  }
  async count(): Promise<number> {
    return this.#found().length
  }
  async primaryKeys(): Promise<Key[]> {
    return this.#found().map((row) => keyAt(row, this.#source.schema.primary) ?? '')
  }
  async sortBy(field: string): Promise<object[]> {
    return this.#found().sort(byIndex(field))
  }
  filter(also: RowTest): Collection {
    const { matches } = this.#query
    return this.#with({ matches: (one) => matches(one) && also(one.row as never) })
  }
  limit(most: number): Collection {
    return this.#with({ most })
  }
  reverse(): Collection {
    return this.#with({ backwards: !this.#query.backwards })
  }
  until(ends: RowTest): Collection {
    return this.#with({ ends })
  }
  async each(take: (row: never) => void): Promise<void> {
    for (const row of this.#found()) {
      if (this.#query.ends?.(row as never)) return
      take(row as never)
    }
  }
  async modify(changes: object): Promise<number> {
    const changed = this.#found()
    for (const row of changed) this.#source.put({ ...row, ...changes }, false)
    return changed.length
  }
  async delete(): Promise<number> {
    const { schema, remove } = this.#source
    const gone = this.#found()
    for (const row of gone) remove(keyAt(row, schema.primary) ?? '')
    return gone.length
  }
}

/** Whose keys of one index are asked about. */
export class Where {
  readonly #source: Source
  readonly #path: string
  constructor(source: Source, path: string) {
    this.#source = source
    this.#path = path
  }
  #by(holds: (key: Key) => boolean): Collection {
    const path = this.#path
    if (path === this.#source.schema.primary)
      return new Collection(this.#source, { matches: (one) => holds(one.key) })
    const matches = ({ row }: Kept): boolean => {
      const key = keyAt(row, path)
      return key !== undefined && holds(key)
    }
    return new Collection(this.#source, { by: path, matches })
  }
  equals(wanted: Key): Collection {
    return this.#by((key) => compareKeys(key, wanted) === 0)
  }
  anyOf(wanted: readonly Key[]): Collection {
    return this.#by((key) => wanted.some((one) => compareKeys(key, one) === 0))
  }
  between(low: Key, high: Key, withLow = true, withHigh = false): Collection {
    return this.#by((key) => {
      const below = compareKeys(key, low)
      if (withLow ? below < 0 : below <= 0) return false
      const above = compareKeys(key, high)
      return withHigh ? above <= 0 : above < 0
    })
  }
}
