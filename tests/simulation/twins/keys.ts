// Keys as IndexedDB orders them, and a table's schema as Dexie writes it.
export type Key = string | number | readonly Key[]

const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2)

/** Numbers before strings before arrays; arrays part by part. */
export const compareKeys = (a: Key, b: Key): number => {
  if (a === b) return 0
  if (typeof a !== typeof b) return rank(a) - rank(b)
  if (typeof a !== 'object' || typeof b !== 'object') return a < b ? -1 : 1
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at += 1) {
    const order = compareKeys(a[at] as Key, b[at] as Key)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** The same text for the same key, for a Map. */
export const keyText = (key: Key): string => (typeof key === 'string' ? `s${key}` : JSON.stringify(key))

export interface Schema {
  primary: string
  auto: boolean
  unique: readonly string[]
}

export const readSchema = (text: string): Schema => {
  const [primary = '', ...indexes] = text.split(',').map((part) => part.trim())
  return {
    primary: primary.replace('++', ''),
    auto: primary.startsWith('++'),
    unique: indexes.filter((index) => index.startsWith('&')).map((index) => index.slice(1)),
  }
}

/** The fields of `[logKey+seq]`; null where the path is one field. */
const fieldsOf = (path: string): string[] | null =>
  path.startsWith('[') ? path.slice(1, -1).split('+') : null

const known = new Map<string, string[] | null>()

/** `id` or `[logKey+seq]` of a row; undefined where the row has no such key. */
export const keyAt = (row: object, path: string): Key | undefined => {
  const values = row as Record<string, Key | undefined>
  let fields = known.get(path)
  if (fields === undefined) {
    fields = fieldsOf(path)
    known.set(path, fields)
  }
  if (fields === null) return values[path]
  const parts: Key[] = []
  for (const field of fields) {
    const part = values[field]
    if (part === undefined) return undefined
    parts.push(part)
  }
  return parts
}
