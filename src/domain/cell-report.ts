// What the hub tells a device about a cell and about an outage.
import type { Cell, CellKey } from './cell.ts'
import type { EntryId, EntrySource } from './entry.ts'
import type { HubState } from './entry-state.ts'
import type { OutageScope } from './outage.ts'
import type { Instant } from './time.ts'
import type { NotCarried } from './transfer/not-carried.ts'
import type { CellValue } from './value.ts'

/** Who holds a value: one entry with what a person wants to know of it. */
export interface Holder {
  entry: EntryId
  author: string
  device: string | null
  recordedAt: Instant
  source: EntrySource
}

export interface ReportedCandidate {
  value: CellValue | null
  entries: Holder[]
}

export interface CellReport {
  key: CellKey
  cell: Cell
  value: CellValue | null
  holders: Holder[]
  /** The candidates of an open conflict; empty while nobody disagrees. */
  candidates: ReportedCandidate[]
  /** The least advanced state of its holders, `conflict` while candidates stand, null when blank. */
  state: HubState | null
  rev: number
  /** The act by which its value is not carried, where its state is that. */
  notCarried?: NotCarried
  /** What АИС was last verified to hold here, in its own letters; absent where nothing was, or by a hub of before. */
  ais?: string
}

export interface OutageReport {
  no: number
  scope: OutageScope
  openedAt: Instant
  restoredAt: Instant | null
  closedAt: Instant | null
  due: Instant | null
  strict: Instant | null
  /** The date that stood before another outage moved it, and that outage; absent where none did. */
  firstDue?: Instant
  extendedBy?: number
  confirmedAt?: Instant
}
