// The rows of one table in memory, frozen, with everything that a rollback needs.
import { compareKeys, type Key, keyAt, keyText, type Schema } from './keys.ts'

/** How to take one change back. */
export type Undo = () => void

interface Kept {
  key: Key
  row: object
}

/** Nobody else freezes anything, so what is frozen came from here, and whole. */
const frozenCopy = <T>(value: T): T => {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value)) copy[name] = frozenCopy((value as Record<string, unknown>)[name])
  return Object.freeze(copy) as T
}

const constraint = (path: string): Error =>
  Object.assign(new Error(`a row with this ${path} is there already`), { name: 'ConstraintError' })

export const createRows = (schema: Schema) => {
  const kept = new Map<string, Kept>()
  const indexes = new Map(schema.unique.map((path) => [path, new Map<string, string>()]))
  let sorted: Kept[] | null = null
  let lastId = 0

  const change = (text: string, next: Kept | undefined): Undo => {
    const before = kept.get(text)
    const place = (one: Kept | undefined): void => {
      const old = kept.get(text)
      for (const [path, index] of indexes) {
        if (old) index.delete(keyText(keyAt(old.row, path) ?? ''))
        if (one) index.set(keyText(keyAt(one.row, path) ?? ''), text)
      }
      if (one) kept.set(text, one)
      else kept.delete(text)
      sorted = null
    }
    place(next)
    return () => place(before)
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
    const text = keyText(key)
    if (fresh && kept.has(text)) throw constraint(schema.primary)
    for (const [path, index] of indexes) {
      const holder = index.get(keyText(keyAt(row, path) ?? ''))
      if (holder !== undefined && holder !== text) throw constraint(path)
    }
    return { key, undo: change(text, { key, row: frozenCopy(row) }) }
  }

  return {
    put,
    remove: (key: Key): Undo | null => (kept.has(keyText(key)) ? change(keyText(key), undefined) : null),
    get: (key: Key): object | undefined => kept.get(keyText(key))?.row,
    /** In the order of the primary key. */
    all: (): object[] => {
      sorted ??= [...kept.values()].sort((a, b) => compareKeys(a.key, b.key))
      return sorted.map((one) => one.row)
    },
  }
}

export type Rows = ReturnType<typeof createRows>
