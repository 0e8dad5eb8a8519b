// The cells of a lesson by the slots in which АИС shows them.
import type { LessonId } from '../../domain/cell.ts'
import { lessonById } from '../../domain/lesson.ts'
import { isTooEarly } from '../../domain/role.ts'
import { type AisSlot, aisSlot } from '../../domain/transfer/ais-page.ts'
import { type BookCell, readCellRow } from '../cells/book-rows.ts'
import type { CellBook } from '../cells/cell-book.ts'
import type { Trx } from '../database/tables.ts'

/**
 * As the database has them now. Loads the cells and their entries into the book. What was recorded of a lesson that was
 * moved on afterwards is left out until the lesson has begun: АИС is told of no lesson that was not held.
 */
export const lessonSlots = async (
  trx: Trx,
  book: CellBook,
  lesson: LessonId,
): Promise<Map<AisSlot, BookCell[]>> => {
  const rows = await trx.selectFrom('cell').selectAll().where('lesson', '=', lesson).orderBy('key').execute()
  const begins = lessonById(book.school, lesson)?.begins ?? null
  const read = rows
    .map(readCellRow)
    .filter(({ cell }) => begins === null || !isTooEarly(begins, cell.kind, book.now))
  await book.loadCells(read.map((one) => one.cell))
  const slots = new Map<AisSlot, BookCell[]>()
  for (const row of read) {
    const slot = aisSlot(row.cell)
    slots.set(slot, [...(slots.get(slot) ?? []), row])
  }
  return slots
}
