// The rows of one table of the hub's twin: frozen, in the order in which they came, with all a rollback needs.
import type { Cellular, ColumnReader, Row, TableSchema } from './hub-schema.ts'

/** How to take one change back. */
export type Undo = () => void

const constraint = (kind: string, table: string): Error =>
  Object.assign(new Error(`${kind} constraint of ${table}`), { code: `SQLITE_CONSTRAINT_${kind}` })

export const createHubRows = ({ name, columns, required, unique, readers }: TableSchema) => {
  const rows = new Map<number, Row>()
  const indexes = unique.map((parts) => ({ parts, words: parts.join(), found: new Map<string, number>() }))
  let last = 0

  const keyOf = (parts: readonly string[], row: Row): string =>
    parts.length === 1 ? String(row[parts[0] as string]) : JSON.stringify(parts.map((part) => row[part]))

  const blank: Row = Object.fromEntries(columns.map((column) => [column, null]))

  /** The row with what was given in its columns. */
  const withFields = (row: Row, given: Readonly<Record<string, unknown>>): Row => {
    const next: Record<string, Cellular> = { ...row }
    for (const field of Object.keys(given)) {
      if (!(field in row)) throw new Error(`${name} has no column ${field}`)
      next[field] = (given[field] ?? null) as Cellular
    }
    for (const column of required) if (next[column] === null) throw constraint('NOTNULL', name)
    return Object.freeze(next)
  }

  const isSameKey = (parts: readonly string[], a: Row, b: Row): boolean =>
    parts.every((part) => a[part] === b[part])

  const place = (id: number, next: Row | undefined): void => {
    const before = rows.get(id)
    for (const { parts, found } of indexes) {
      if (before && next && isSameKey(parts, before, next)) continue
      if (before) found.delete(keyOf(parts, before))
      if (next) found.set(keyOf(parts, next), id)
    }
    if (next) rows.set(id, next)
    else rows.delete(id)
  }

  const change = (id: number, before: Row | undefined, next: Row | undefined): Undo => {
    for (const { parts, found } of next ? indexes : []) {
      if (before && isSameKey(parts, before, next as Row)) continue
      const holder = found.get(keyOf(parts, next as Row))
      if (holder !== undefined && holder !== id) throw constraint('UNIQUE', name)
    }
    place(id, next)
    return () => place(id, before)
  }

  return {
    name,
    /** Throws for a column that the table hasn't. */
    read: (column: string): ColumnReader => {
      const reader = readers.get(column)
      if (!reader) throw new Error(`${name} has no column ${column}`)
      return reader
    },
    insert: (given: Readonly<Record<string, unknown>>): Undo => {
      last += 1
      return change(last, undefined, withFields(blank, given))
    },
    update: (id: number, fields: Readonly<Record<string, unknown>>): Undo => {
      const before = rows.get(id) as Row
      return change(id, before, withFields(before, fields))
    },
    remove: (id: number): Undo => change(id, rows.get(id), undefined),
    /** The row whose unique columns `parts` have these values; undefined where no such key is declared. */
    find: (parts: readonly string[], row: Row): number | undefined => {
      const words = parts.join()
      const index = indexes.find((one) => one.words === words)
      if (!index) throw new Error(`${name} has no unique ${words}`)
      return index.found.get(keyOf(parts, row))
    },
    /** The column that is the whole primary key. */
    key: unique[0]?.length === 1 ? unique[0][0] : undefined,
    byKey: (key: Cellular): number | undefined => indexes[0]?.found.get(String(key)),
    at: (id: number): Row => rows.get(id) as Row,
    entries: (): Iterable<[number, Row]> => rows,
  }
}

export type HubRows = ReturnType<typeof createHubRows>
