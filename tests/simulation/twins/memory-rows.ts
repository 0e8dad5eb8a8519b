// The rows of one table in memory, frozen, in the order of the primary key, with everything that a rollback needs.
import { compareKeys, type Key, keyAt, keyText, type Schema } from './keys.ts'

/** How to take one change back. */
export type Undo = () => void

export interface Kept {
  key: Key
  row: object
}

/** Nobody else freezes anything, so what is frozen came from here, and whole. */
const frozenCopy = <T>(value: T): T => {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T
  const copy = { ...value } as Record<string, unknown>
  for (const name in copy) {
    const field = copy[name]
    if (typeof field === 'object') copy[name] = frozenCopy(field)
  }
  return Object.freeze(copy) as T
}

const constraint = (path: string): Error =>
  Object.assign(new Error(`a row with this ${path} is there already`), { name: 'ConstraintError' })

export const createRows = (schema: Schema) => {
  const kept: Kept[] = []
  const indexes = schema.unique.map((path) => ({ path, holders: new Map<string, Kept>() }))
  let lastId = 0

  /** Where the key stands, or would stand. */
  const placeOf = (key: Key): number => {
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareKeys((kept[middle] as Kept).key, key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  const find = (key: Key): Kept | undefined => {
    const there = kept[placeOf(key)]
    return there && compareKeys(there.key, key) === 0 ? there : undefined
  }
  const indexed = (one: Kept, path: string): string => keyText(keyAt(one.row, path) ?? '')

  const place = (key: Key, next: Kept | undefined): void => {
    const at = placeOf(key)
    const before = find(key)
    for (const { path, holders } of indexes) {
      if (before) holders.delete(indexed(before, path))
      if (next) holders.set(indexed(next, path), next)
    }
    if (next) kept.splice(at, before ? 1 : 0, next)
    else if (before) kept.splice(at, 1)
  }
  const change = (key: Key, before: Kept | undefined, next: Kept | undefined): Undo => {
    place(key, next)
    return () => place(key, before)
  }

  /** With `fresh` a row under the same key is an error, as with `add`. */
  const put = (given: object, fresh: boolean): { key: Key; undo: Undo } => {
    let row = given
    if (schema.auto && keyAt(row, schema.primary) === undefined) {
      lastId += 1
      row = { ...row, [schema.primary]: lastId }
    }
    const key = keyAt(row, schema.primary)
    if (key === undefined) throw Object.assign(new Error('a row without its key'), { name: 'DataError' })
    const next = { key, row: frozenCopy(row) }
    const before = find(key)
    if (fresh && before) throw constraint(schema.primary)
    for (const { path, holders } of indexes) {
      const holder = holders.get(indexed(next, path))
      if (holder && holder !== before) throw constraint(path)
    }
    return { key, undo: change(key, before, next) }
  }

  return {
    put,
    remove: (key: Key): Undo | null => {
      const before = find(key)
      return before ? change(key, before, undefined) : null
    },
    get: (key: Key): object | undefined => find(key)?.row,
    /** In the order of the primary key. They stand there until the next change. */
    all: (): readonly Kept[] => kept,
  }
}

export type Rows = ReturnType<typeof createRows>
