// What is under way just now, laid over what the log says: the log itself knows of no sending.
import type { CellKey } from '../../domain/cell.ts'
import type { EntryId } from '../../domain/entry.ts'
import type { CellView } from '../cell-view.ts'
import type { ListedEntry } from '../outbox-view.ts'

/** `batch`: the entries that the engine has just sent. What has its receipt by now stays what the receipt says. */
export const withSending = (
  list: readonly ListedEntry[],
  batch: readonly EntryId[],
): readonly ListedEntry[] => {
  if (batch.length === 0) return list
  const under = new Set(batch)
  return list.map((one) =>
    one.state === 'queued' && under.has(one.entry.id) ? { ...one, state: 'sending' } : one,
  )
}

/** The same of cells, by the own entry that each shows; the very map where nothing of it is under way. */
export const cellsWithSending = (
  cells: Map<CellKey, CellView>,
  batch: readonly EntryId[],
): Map<CellKey, CellView> => {
  if (batch.length === 0) return cells
  const under = new Set(batch)
  const sent = [...cells.values()].filter(
    ({ state, follows: [own] }) => state === 'queued' && own !== undefined && under.has(own),
  )
  if (sent.length === 0) return cells
  return new Map([...cells, ...sent.map((view) => [view.key, { ...view, state: 'sending' }] as const)])
}
