// Judges an arriving entry by the rules it must keep by itself, and gives it its row.
import { readEntry } from '../../contract/entry-schema.ts'
import { type Cell, cellKey, lessonOf } from '../../domain/cell.ts'
import { authorOf, type Entry } from '../../domain/entry.ts'
import type { HubState } from '../../domain/entry-state.ts'
import { lessonById } from '../../domain/lesson.ts'
import { bindCell, isProvisional } from '../../domain/provisional.ts'
import { classOfCell } from '../../domain/pupils/class-of-cell.ts'
import type { VerdictReason } from '../../domain/receipt.ts'
import type { Refusal } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { indexOf } from '../../domain/school-index.ts'
import type { CellBook } from '../cells/cell-book.ts'
import type { NewEntryRow } from '../database/tables.ts'
import type { Arrival } from './arrival.ts'
import { checkByLists, type Former } from './former-lists.ts'

export interface Fresh {
  arrival: Arrival
  entry: Entry | null
  state: HubState
  reason: VerdictReason | null
  /** The lists that took it: those of today, or those it was recorded against. */
  school: School
}

/** Those of other lists than today's that this build can read. */
export const readStale = (school: School, arrivals: readonly Arrival[]): Entry[] =>
  arrivals.flatMap(({ envelope }) => {
    if (envelope.refVersion === school.version) return []
    const read = readEntry(envelope)
    return read.ok ? [read.entry] : []
  })

/** An entry of a provisional lesson or pupil means a cell of the lists; null while the lists have none. */
const bind = (school: School, entry: Entry, meant: (entry: Entry) => Cell): Entry | null => {
  if (!isProvisional(entry.cell)) return entry
  const cell = bindCell(school, meant(entry), authorOf(entry))
  return cell && { ...entry, cell }
}

/** What no lists cure: days that are what they are, another's name, another's number. */
const ofTheEntry: readonly Refusal[] = ['documentDates', 'foreignAuthor', 'idReuse']

/**
 * Judges one new entry by the rules it must keep; one that can't be read, or placed, is kept as it came, and so is one
 * that only lists which the hub has lost may allow. `meant` is the cell that a person says is meant.
 */
const judgeAlone = (
  current: School,
  former: Former,
  arrival: Arrival,
  now: string,
  meant?: (entry: Entry) => Cell,
): Fresh => {
  const read = readEntry(arrival.envelope)
  if (!read.ok) return { arrival, entry: null, state: 'held', reason: read.why, school: current }
  // No tablet speaks for АИС: the hub itself reads what stands there.
  if (read.entry.source === 'ais')
    return { arrival, entry: null, state: 'held', reason: 'malformed', school: current }
  const entry = bind(current, read.entry, meant ?? (({ cell }) => cell))
  if (entry === null) return { arrival, entry, state: 'held', reason: 'notBound', school: current }
  const { check, school } = checkByLists(current, former, entry, now)
  if (!check.ok && !meant && former.lacks(entry) && !ofTheEntry.includes(check.refusal))
    return { arrival, entry: null, state: 'held', reason: 'notBound', school: current }
  if (!check.ok) return { arrival, entry, state: 'refused', reason: check.refusal, school }
  return { arrival, entry, state: 'waiting', reason: null, school }
}

/**
 * Judges one entry as `judgeAlone` does. One that breaks the judging is kept as it came: no entry may stop the others of
 * its batch, an edit of the lists or a start of the hub.
 */
export const judge = (...asked: Parameters<typeof judgeAlone>): Fresh => {
  try {
    return judgeAlone(...asked)
  } catch {
    const [school, , arrival] = asked
    return { arrival, entry: null, state: 'held', reason: 'malformed', school }
  }
}

/** The entry as it came; of a bound one the cell is the lists', and the provisional one stands beside it. */
export const bodyOf = ({ arrival: { envelope }, entry }: Fresh): string => {
  const came = envelope.cell as Cell | undefined
  if (entry === null || came === undefined || !isProvisional(came)) return JSON.stringify(envelope)
  return JSON.stringify({ ...envelope, cell: entry.cell, boundFrom: came })
}

/** A stored body as the entry came, which is what its hash is of. */
export const asItCame = (body: Entry & { boundFrom?: Cell }): Entry => {
  const { boundFrom, ...rest } = body
  return boundFrom === undefined ? body : { ...rest, cell: boundFrom }
}

/** The row of a judged entry; its state is the book's where the entry has met its cell. */
export const rowOf = (
  fresh: Fresh,
  book: CellBook,
  outage: number | null,
  now: string,
  rev: number,
): NewEntryRow => {
  const { envelope, hash } = fresh.arrival
  const { entry, school } = fresh
  const state = book.entry(envelope.id)
  return {
    id: envelope.id,
    hash,
    device: envelope.log.device,
    person: envelope.log.person,
    epoch: envelope.log.epoch,
    seq: envelope.seq,
    cell_key: entry === null ? '' : cellKey(entry.cell),
    school_class: (entry && classOfCell(school, entry.cell, entry.recordedAt)) ?? '',
    state: state?.state ?? fresh.state,
    reason: state?.refusal ?? fresh.reason,
    waiting_on: state?.waitingOn ?? null,
    outage,
    body: bodyOf(fresh),
    recorded_at: entry?.recordedAt ?? now,
    received_at: now,
    transferred_at: state?.transferredAt ?? null,
    verified_at: null,
    rev,
  }
}

/** The buildings of the classes that an entry concerns, where the school has several: of its lesson, or of its pupil. */
export const buildingsOf = (school: School, entry: Entry | null): string[] => {
  if (entry === null) return []
  const id = lessonOf(entry.cell)
  const own = id === null ? classOfCell(school, entry.cell, entry.recordedAt) : null
  const classes = id === null ? (own === null ? [] : [own]) : (lessonById(school, id)?.classes ?? [])
  const { classes: known } = indexOf(school)
  return [...new Set(classes.flatMap((one) => known.get(one)?.building ?? []))]
}
