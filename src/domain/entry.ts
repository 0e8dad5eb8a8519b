// An entry is one fact that a person recorded. It never changes: a correction is a further entry.
import type { Cell } from './cell.ts'
import type { PersonId } from './school.ts'
import { sha256Hex } from './sha256.ts'
import type { Instant } from './time.ts'
import { type CellValue, canonical } from './value.ts'

/** UUIDv7: identity, never order. */
export type EntryId = string
export type EntrySource = 'device' | 'paper' | 'file' | 'ais'
export type Role = 'subjectTeacher' | 'classTeacher' | 'deputyHead' | 'head'

/** Whose entries a device keeps: one person's on one device. */
export interface LogOwner {
  device: string
  person: PersonId
}

/** A log is its owner's entries since the last rebuild or fork. `seq` is dense within it. */
export interface LogId extends LogOwner {
  epoch: number
}

/** How far the device's clock stood from the hub's, and how sure that is, in milliseconds. */
export interface ClockReading {
  offsetMs: number
  doubtMs: number
}

export const entrySchema = 2
/** The oldest schema that is still read. */
export const oldestEntrySchema = 1

export interface Entry {
  schema: number
  id: EntryId
  log: LogId
  seq: number
  /** Of the entry before it in the log, '' for the first: a log has one history. Absent in schema 1. */
  prevHash?: string
  role: Role
  cell: Cell
  value: CellValue | null
  /** The value the author saw in the cell. */
  saw: CellValue | null
  /** What the author saw as holding the cell: none, one entry, or every candidate of a conflict it settles. */
  follows: readonly EntryId[]
  /** Why a colleague's or an earlier value is changed. */
  reason?: string
  recordedAt: Instant
  clock: ClockReading | null
  appBuild: string
  refVersion: number
  source: EntrySource
}

export const authorOf = (entry: Entry): PersonId => entry.log.person
export const logKey = (log: LogId): string => `${log.device}/${log.person}/${log.epoch}`
export const isOwnLog = (owner: LogOwner, log: LogId): boolean =>
  log.device === owner.device && log.person === owner.person

/** SHA-256 of the entry's canonical JSON, lower-case hex. The same id with another hash is `id-reuse`. */
export const entryHash = (entry: Entry): string => sha256Hex(canonical(entry))

/** The same fact, wherever in a log it stands: a fork moves entries without touching what they say. */
export const isSameFact = (a: Entry, b: Entry): boolean => {
  const placeless = (entry: Entry) => entryHash({ ...entry, schema: 0, log: a.log, seq: 0, prevHash: '' })
  return placeless(a) === placeless(b)
}

/** The same facts in a log that has none yet: numbered in this order, and each chained to the one before it. */
export const movedTo = (log: LogId, entries: readonly Entry[]): Entry[] => {
  let prevHash = ''
  return entries.map((one, at) => {
    const entry: Entry = { ...one, schema: entrySchema, log, seq: at + 1, prevHash }
    prevHash = entryHash(entry)
    return entry
  })
}
