// A word of АИС: what a person wrote there, as an entry. Its id is made from what was said, so that a hub which has
// forgotten it, being restored from a backup, gives the same report the same name.
import { type Cell, cellKey } from '../cell.ts'
import type { EntryId } from '../entry.ts'
import { sha256Hex } from '../sha256.ts'
import { type CellValue, canonical } from '../value.ts'

const prefix = 'ais-'

/** `ordinal` counts the words of АИС in the cell, from one: the same value said again later is another word. */
export const aisWordId = (cell: Cell, ordinal: number, value: CellValue | null): EntryId => {
  const said = canonical([cellKey(cell), ordinal, value])
  return prefix + sha256Hex(said).slice(0, 32)
}

/** No tablet can be expected to deliver such an entry. */
export const isAisWord = (id: EntryId): boolean => id.startsWith(prefix)
