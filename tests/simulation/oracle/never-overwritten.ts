// Promise 4 in the journal: a value gives way only to somebody who had it before their eyes.
import { isDeepStrictEqual } from 'node:util'
import { bodyOf, type FactRow, type Facts, groundsOf, isLater, rowPlace } from './facts.ts'

/** A value gave way only to somebody who had it before their eyes: by its id, by an equal one's, or as seen. */
export const findReplacedUnseen = ({ rows, readLate }: Facts): string[] => {
  const byCell = new Map<string, FactRow[]>()
  for (const row of rows) byCell.set(rowPlace(row), [...(byCell.get(rowPlace(row)) ?? []), row])
  return rows
    .filter((row) => row.state === 'superseded')
    .filter((row) => {
      const { id, value } = bodyOf(row)
      const around = (byCell.get(rowPlace(row)) ?? []).filter((other) => other.id !== id)
      const equal = new Set([
        id,
        ...around.filter((o) => isDeepStrictEqual(bodyOf(o).value, value)).map((o) => o.id),
      ])
      return !around.some((other) => {
        const { ids, saws } = groundsOf(other, rows)
        // АИС sees nothing: its word may only fill what was blank.
        const sees = other.person !== 'ais' || value === null
        // Who only saw an equal value has replaced this one by coming after it with another.
        const isAfter = other.received_at > row.received_at || readLate.has(other.id)
        const replaces = isAfter && !isDeepStrictEqual(bodyOf(other).value, value)
        const hadSeen = sees && replaces && saws.some((saw) => isDeepStrictEqual(saw, value))
        // Who goes on in a log knows what is in it.
        const ownLater = isLater(other, row)
        const stoodOn = ids.some((one) => equal.has(one))
        return other.state !== 'refused' && (stoodOn || hadSeen || ownLater)
      })
    })
    .map((row) => row.id)
}

/** What one tablet wrote later gives way to what it wrote before only when a person who saw both chose so. */
export const findTurnedBack = ({ rows }: Facts): string[] => {
  const holding = rows.filter((row) => ['accepted', 'transferred', 'verified'].includes(row.state))
  return holding
    .filter((row) => {
      return rows.some((other) => {
        if (rowPlace(other) !== rowPlace(row) || other.state !== 'superseded') return false
        const chosen = rows.some((one) => one.state !== 'refused' && bodyOf(one).follows.includes(other.id))
        return isLater(other, row) && !chosen
      })
    })
    .map((row) => `${row.id} stands over a later entry of its own log`)
}
