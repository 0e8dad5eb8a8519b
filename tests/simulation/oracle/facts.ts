// What the oracle is handed, and the plainest reading of it: it shares no code with what it judges.
import { isDeepStrictEqual } from 'node:util'
import type { AisWrite } from '../ais.ts'
import type { BroughtFile } from './brought-file.ts'
import type { ListsInForce } from './moved-lessons.ts'
import { aisPlaceOf, type PlacedCell, placeOf } from './places.ts'

export interface FactRow {
  id: string
  person: string
  state: string
  /** Why it was refused or is held. */
  reason: string | null
  recorded_at: string
  received_at: string
  verified_at: string | null
  body: string
}

export interface Facts {
  /** What screens called saved: the entries, as they were then. */
  saved: readonly { id: string }[]
  /** Every entry row of the hub. */
  rows: readonly FactRow[]
  /** What each tablet says of its entries. */
  told: readonly { id: string; state: string }[]
  aisLog: readonly AisWrite[]
  /** What the hub's cells count, as JSON. */
  cells: readonly { key: string; holders: string; candidates: string }[]
  /** Rows that a hub had before it was restored from a copy: what it then said and did stays said and done. */
  forgotten: readonly FactRow[]
  /** Which lists the hub had, in their order; none where they were never followed by others. */
  lists: readonly ListsInForce[]
  /** Ids of what the hub held, and judged by other lists than those it came to. */
  readLate: ReadonlySet<string>
  /** What a deputy brought of a teacher who had left. */
  files: readonly BroughtFile[]
}

interface Body {
  id: string
  log: { epoch: number }
  seq: number
  cell: PlacedCell
  value: Record<string, unknown> | null
  saw: Record<string, unknown> | null
  follows: string[]
  reason?: string
  refVersion: number
}

interface Reading {
  body: Body
  place: string
  aisPlace: string
}

const readings = new WeakMap<FactRow, Reading>()
const readingOf = (row: FactRow): Reading => {
  const known = readings.get(row)
  if (known) return known
  const body = JSON.parse(row.body) as Body
  const reading = { body, place: placeOf(body.cell), aisPlace: aisPlaceOf(body.cell) }
  readings.set(row, reading)
  return reading
}

export const bodyOf = (row: FactRow): Body => readingOf(row).body
/** The cell that an entry speaks of, whatever the hub has filed it under. */
export const rowPlace = (row: FactRow): string => readingOf(row).place
/** Its place on the page of АИС. */
export const rowSlot = (row: FactRow): string => readingOf(row).aisPlace

/** In the same log, at a later place. */
export const isLater = (row: FactRow, than: FactRow): boolean => {
  const [a, b] = [bodyOf(row), bodyOf(than)]
  return a.seq > b.seq && isDeepStrictEqual(a.log, b.log)
}

/** What an entry stands on: a refused one of its own author counts for what that one stood on. */
export const groundsOf = (row: FactRow, rows: readonly FactRow[]): { ids: string[]; saws: Body['saw'][] } => {
  const { follows, saw } = bodyOf(row)
  const grounds = { ids: [...follows], saws: [saw] }
  for (const id of follows) {
    const before = rows.find((one) => one.id === id)
    if (before?.state !== 'refused' || before.person !== row.person) continue
    const further = groundsOf(before, rows)
    grounds.ids.push(...further.ids)
    grounds.saws.push(...further.saws)
  }
  return grounds
}
