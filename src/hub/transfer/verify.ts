// What АИС is seen to hold: the entries that say so have arrived, and what it names no more has left.
import type { Cell } from '../../domain/cell.ts'
import type { EntryId } from '../../domain/entry.ts'
import { readAttendance } from '../../domain/transfer/ais-page.ts'
import type { CellBook } from '../cells/cell-book.ts'
import { aisAuthor } from './ais-author.ts'
import { baseCell, type SlotWork } from './slot-work.ts'

/** Entries that АИС itself told and that hold a value together with these have arrived with them. */
export const verifyTold = (book: CellBook, cells: readonly Cell[], entries: readonly EntryId[]): void => {
  for (const cell of cells) {
    const { holders } = book.cellAt(cell).state
    if (!holders.some((id) => entries.includes(id))) continue
    for (const id of holders) if (book.entry(id)?.author === aisAuthor) book.setState(id, 'verified')
  }
}

/** A reason that the slot names no more has left АИС, alone or with its absence: it is to be carried again. */
export const unverifyReason = (book: CellBook, cells: readonly Cell[], text: string): void => {
  const reason = cells.find((cell) => cell.kind === 'absenceReason')
  if (!reason || readAttendance(text).reason !== null) return
  const { value, holders } = book.cellAt(reason).state
  if (value === null) return
  for (const id of holders) {
    if (book.entry(id)?.state === 'verified') book.setState(id, 'accepted')
  }
}

/** АИС holds the slot's value: the entries that hold it have arrived. */
export const verifySlot = (book: CellBook, work: SlotWork, text: string): void => {
  for (const id of work.entries) book.setState(id, 'verified')
  verifyTold(book, work.cells, work.entries)
  unverifyReason(book, work.cells, text)
  book.setAisBase(baseCell(work), text)
}
