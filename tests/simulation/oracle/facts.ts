// What the oracle is handed, and the plainest reading of it: it shares no code with what it judges.

import { isDeepStrictEqual } from 'node:util'
import type { AisWrite } from '../ais.ts'

export interface FactRow {
  id: string
  person: string
  cell_key: string
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
}

interface Body {
  id: string
  log: object
  seq: number
  cell: { kind: string }
  value: Record<string, unknown> | null
  saw: Record<string, unknown> | null
  follows: string[]
  reason?: string
}

const bodies = new WeakMap<FactRow, Body>()
export const bodyOf = (row: FactRow): Body => {
  const body = bodies.get(row) ?? (JSON.parse(row.body) as Body)
  bodies.set(row, body)
  return body
}

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

/** Attendance and its reason share one place in АИС. */
export const slotKey = (slot: string): string => slot.replace('/attendance/', '/')
export const rowSlot = (row: FactRow): string => row.cell_key.replace(/\/(attendance|absenceReason)\//, '/')
