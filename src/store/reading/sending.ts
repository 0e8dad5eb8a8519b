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

/** Of cells those whose own entry is under way, as they are shown then. */
export const cellsUnderWay = (
  cells: ReadonlyMap<CellKey, CellView>,
  batch: readonly EntryId[],
): Map<CellKey, CellView> => {
  const under = new Set(batch)
  const shown = new Map<CellKey, CellView>()
  if (under.size === 0) return shown
  for (const view of cells.values()) {
    const [own] = view.follows
    const isSent = view.state === 'queued' && own !== undefined && under.has(own)
    if (isSent) shown.set(view.key, { ...view, state: 'sending' })
  }
  return shown
}

/** The cells with those that are under way; the very map where none is. */
export const cellsWithSending = (
  cells: Map<CellKey, CellView>,
  batch: readonly EntryId[],
): Map<CellKey, CellView> => {
  const sent = cellsUnderWay(cells, batch)
  return sent.size === 0 ? cells : new Map([...cells, ...sent])
}
