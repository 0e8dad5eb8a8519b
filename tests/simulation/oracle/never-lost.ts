// Promise 1: what a screen called saved is on the hub at the end, as it was then.

import { isDeepStrictEqual } from 'node:util'
import { bodyOf, type Facts } from './facts.ts'

/** The entry without its place in a log: a fork moves that, and nothing else. */
const fact = (entry: object): unknown => {
  const { log, seq, prevHash, schema, ...rest } = entry as Record<string, unknown>
  const { device, person } = log as { device: string; person: string }
  return { ...rest, device, person }
}

export const findLost = ({ saved, rows }: Facts): string[] => {
  const kept = new Map(rows.map((row) => [row.id, row]))
  return saved
    .filter((entry) => {
      const row = kept.get(entry.id)
      // As JSON has it: a field that says nothing is none.
      return !row || !isDeepStrictEqual(fact(JSON.parse(JSON.stringify(entry))), fact(bodyOf(row)))
    })
    .map((entry) => entry.id)
}
