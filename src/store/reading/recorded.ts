// What this tablet knows of who recorded what and when, for the linter of the regulation.
import type { LessonId } from '../../domain/cell.ts'
import { authorOf, type LogOwner } from '../../domain/entry.ts'
import type { Recorded } from '../../domain/findings/finding.ts'
import type { CellRow, JournalDatabase, LogRow, ReceiptRow } from '../database.ts'

const receivedAt = ({ logKey, seq }: LogRow, receipts: readonly ReceiptRow[]): string | null =>
  receipts.find((one) => one.logKey === logKey && one.fromSeq <= seq && seq <= one.toSeq && one.rev > 0)
    ?.at ?? null

const ofRow = (row: LogRow, receipts: readonly ReceiptRow[]): Recorded => ({
  cell: row.entry.cell,
  value: row.entry.value,
  author: authorOf(row.entry),
  saw: row.entry.saw,
  reason: row.entry.reason ?? null,
  recordedAt: row.entry.recordedAt,
  clock: row.entry.clock,
  receivedAt: receivedAt(row, receipts),
})

/** Of others' entries the hub tells no clock: what they were late by is «время не подтверждено» here. */
const ofHolders = (row: CellRow): Recorded[] =>
  row.holders.map((holder) => ({
    ...{ cell: row.cell, value: row.value, author: holder.author, saw: null, reason: null },
    ...{ recordedAt: holder.recordedAt, clock: null, receivedAt: null },
  }))

/** Entries of these lessons: the own ones that the hub has not refused, and the holders of what only others recorded. */
export const readRecorded = async (
  db: JournalDatabase,
  lessons: readonly LessonId[],
  owner: LogOwner,
): Promise<Recorded[]> => {
  const rows = await db.log
    .where('lesson')
    .anyOf(lessons)
    .filter((row) => row.entry.log.person === owner.person)
    .toArray()
  const verdicts = await db.verdict.bulkGet(rows.map((row) => row.id))
  const own = rows.filter((_, at) => verdicts[at]?.state !== 'refused')
  const logs = [...new Set(own.map((row) => row.logKey))]
  const receipts = await db.receipt.where('logKey').anyOf(logs).toArray()
  const touched = new Set(own.map((row) => row.cellKey))
  const pulled = await db.cell.where('lesson').anyOf(lessons).toArray()
  const others = pulled.filter((row) => !touched.has(row.key)).flatMap(ofHolders)
  return [...own.map((row) => ofRow(row, receipts)), ...others]
}
