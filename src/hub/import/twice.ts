// What may stand in a list once: the rows that say it again are faults.
import type { ListName } from './columns.ts'
import type { Fault } from './read-lists.ts'

export const twice = <R extends { row: number }>(
  list: ListName,
  column: string,
  rows: readonly R[],
  keyOf: (row: R) => string,
): Fault[] => {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const value = keyOf(row)
    if (!seen.has(value)) {
      seen.add(value)
      return []
    }
    return [{ list, row: row.row, column, problem: 'twice', value } as const]
  })
}
