// Promise 1: what a screen called saved is on the hub at the end, as it was then.
import { isDeepStrictEqual } from 'node:util'
import { bodyOf, type FactRow, type Facts } from './facts.ts'

/** The entry without its place in a log: a fork moves that, and nothing else. */
const fact = (entry: object): unknown => {
  const { log, seq, prevHash, schema, ...rest } = entry as Record<string, unknown>
  const { device, person } = log as { device: string; person: string }
  return { ...rest, device, person }
}

/** As JSON has it: a field that says nothing is none. Whose very text is the same needs no closer look. */
const isSame = (a: unknown, b: unknown): boolean => {
  const text = JSON.stringify(a)
  return text === JSON.stringify(b) || isDeepStrictEqual(JSON.parse(text), b)
}

/** Among these rows is the entry, as it was then. */
export const keptIn = (rows: readonly FactRow[]) => {
  const kept = new Map(rows.map((row) => [row.id, row]))
  return (entry: { id: string }): boolean => {
    const row = kept.get(entry.id)
    return row !== undefined && isSame(fact(entry), fact(bodyOf(row)))
  }
}

export const findLost = ({ saved, rows }: Facts): string[] => {
  const isKept = keptIn(rows)
  return saved.filter((entry) => !isKept(entry)).map((entry) => entry.id)
}
