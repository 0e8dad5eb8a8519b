// What of one lesson a person's run may write: slots of the АИС page with the entries each would carry.
import { type Cell, cellKey, type LessonId } from '../../domain/cell.ts'
import type { CellState } from '../../domain/conflict.ts'
import type { EntryId } from '../../domain/entry.ts'
import type { HubState } from '../../domain/entry-state.ts'
import type { PersonId } from '../../domain/school.ts'
import { type AisSlot, projectAttendance, projectValue } from '../../domain/transfer/ais-page.ts'
import type { SlotTarget } from '../../domain/transfer/transfer-plan.ts'
import type { AbsenceReason, AisText, Attendance } from '../../domain/value.ts'
import type { CellBook } from '../cells/cell-book.ts'
import type { Trx } from '../database/tables.ts'
import { aisAuthor } from './ais-author.ts'
import { lessonSlots } from './lesson-slots.ts'

export interface SlotWork extends SlotTarget {
  /** The cells that this slot shows, attendance first. */
  cells: readonly Cell[]
  /** The person's own entries that the slot carries, and АИС's former word that goes back with them. */
  entries: readonly EntryId[]
}

interface Held {
  cell: Cell
  state: CellState
  aisBase: string
  own: readonly EntryId[]
  /** What АИС told and has not held since a write of ours: nobody's session but that of its slot can carry it. */
  word: readonly EntryId[]
  /** АИС has, or is about to be told by this very run, what the cell holds. */
  goes: boolean
}

const arrived: readonly HubState[] = ['transferred', 'verified']

const heldBy = (book: CellBook, person: PersonId, cell: Cell, state: CellState, aisBase: string): Held => {
  const states = state.holders.map((id) => ({ id, entry: book.entry(id) }))
  const waitingOf = (author: PersonId): EntryId[] =>
    states.filter(({ entry }) => entry?.author === author && entry.state === 'accepted').map(({ id }) => id)
  const own = waitingOf(person)
  // What АИС told and a person then chose stands there already.
  const there = states.some(
    ({ entry }) => entry !== undefined && (arrived.includes(entry.state) || entry.author === aisAuthor),
  )
  return { cell, state, aisBase, own, word: waitingOf(aisAuthor), goes: own.length > 0 || there }
}

const inConflict = (cells: readonly Held[]): boolean => cells.some((one) => one.state.candidates.length > 0)

/**
 * The slot that attendance and its reason share. The absence is its own author's to carry, and a reason without an
 * absence waits: АИС has no place for it.
 */
const attendanceSlot = (slot: AisSlot, cells: readonly Held[]): SlotWork | null => {
  const attendance = cells.find((one) => one.cell.kind === 'attendance')
  const reason = cells.find((one) => one.cell.kind === 'absenceReason')
  if (!attendance?.goes || inConflict(cells)) return null
  const value = attendance.state.value as Attendance | AisText | null
  const given = (reason?.state.value ?? null) as AbsenceReason | null
  const isAbsent = value !== null && 'code' in value && value.code === 'absent'
  const fits = isAbsent || given === null
  const own = [...attendance.own, ...(fits ? (reason?.own ?? []) : [])]
  if (own.length === 0) return null
  const entries = [...own, ...(isAbsent ? (reason?.word ?? []) : [])]
  const target = projectAttendance(value, reason?.goes ? given : null)
  return { slot, base: attendance.aisBase, target, cells: cells.map((one) => one.cell), entries }
}

/** One slot from the cells that share it; null when there is nothing of this person's to carry, or it must wait. */
const slotOf = (slot: AisSlot, cells: readonly Held[]): SlotWork | null => {
  const [only] = cells
  if (!only) return null
  if (only.cell.kind === 'attendance' || only.cell.kind === 'absenceReason')
    return attendanceSlot(slot, cells)
  if (only.own.length === 0 || inConflict(cells)) return null
  const { aisBase: base, state } = only
  return { slot, base, target: projectValue(state.value), cells: [only.cell], entries: only.own }
}

/** The work of one lesson as the database has it now. Loads its cells and their entries into the book. */
export const slotWork = async (
  trx: Trx,
  book: CellBook,
  person: PersonId,
  lesson: LessonId,
): Promise<SlotWork[]> => {
  const slots = await lessonSlots(trx, book, lesson)
  return [...slots]
    .map(([slot, cells]) =>
      slotOf(
        slot,
        cells.map(({ cell, state, aisBase }) => heldBy(book, person, cell, state, aisBase)),
      ),
    )
    .filter((work): work is SlotWork => work !== null)
}

/** The cell that keeps what АИС holds in a slot: attendance for the shared one. */
export const baseCell = (work: SlotWork): Cell => {
  const cell = work.cells.find((one) => cellKey(one) === work.slot) ?? work.cells[0]
  if (!cell) throw new Error('a slot without a cell')
  return cell
}
