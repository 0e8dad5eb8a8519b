// A list of which each row is settled by one tap: while it is looked at no row moves, or a double tap on one would settle
// the next as well. What has left the list stays in its place, and what is new comes last.
import { useState } from 'react'

export interface Placed<Row> {
  row: Row
  /** It has left the list since the look began. */
  gone: boolean
}

export const keepPlaces = <Row>(
  placed: readonly Placed<Row>[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Placed<Row>[] => {
  const now = new Map(rows.map((row) => [keyOf(row), row]))
  const kept = placed.map(({ row }): Placed<Row> => {
    const there = now.get(keyOf(row))
    now.delete(keyOf(row))
    return there === undefined ? { row, gone: true } : { row: there, gone: false }
  })
  return [...kept, ...[...now.values()].map((row) => ({ row, gone: false }))]
}

/** `rows` are the same array until the hub has told others. */
export const useKeptPlaces = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Placed<Row>[] => {
  const [seen, setSeen] = useState(() => ({ rows, placed: keepPlaces([], rows, keyOf) }))
  if (seen.rows === rows) return seen.placed
  const next = { rows, placed: keepPlaces(seen.placed, rows, keyOf) }
  setSeen(next)
  return next.placed
}
