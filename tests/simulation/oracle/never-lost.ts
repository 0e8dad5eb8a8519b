// Promise 1: what a screen called saved is on the hub at the end, as it was then.
import { isDeepStrictEqual } from 'node:util'
import { bodyOf, type Facts } from './facts.ts'

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

export const findLost = ({ saved, rows }: Facts): string[] => {
  const kept = new Map(rows.map((row) => [row.id, row]))
  return saved
    .filter((entry) => {
      const row = kept.get(entry.id)
      return !row || !isSame(fact(entry), fact(bodyOf(row)))
    })
    .map((entry) => entry.id)
}
