// Which changes of what is recorded are corrections that must say why (п. 2.6).
import type { Cell } from './cell.ts'
import type { SchoolDate } from './time.ts'
import type { CellValue, MarkValue } from './value.ts'

const marksOf = (value: CellValue | null): MarkValue['marks'] =>
  value !== null && 'marks' in value ? value.marks : []

/**
 * A mark of an earlier day is corrected when one that stood there is replaced or taken away. A mark for owed work
 * («точка») and a second mark beside the first correct nothing.
 */
export const correctsEarlierMark = (
  change: { cell: Cell; value: CellValue | null; saw: CellValue | null },
  lessonDate: SchoolDate,
  today: SchoolDate,
): boolean => {
  if (change.cell.kind !== 'mark' || lessonDate >= today) return false
  const next = marksOf(change.value)
  return marksOf(change.saw).some((mark, at) => next[at] !== mark)
}
