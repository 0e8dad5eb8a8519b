// What the signs in the corners mean, with how many there are.
import { useCallback, useSyncExternalStore } from 'react'
import { type EntryState, entryStates } from '../../domain/entry-state.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { stateWords } from '../messages/states.ts'
import styles from './grid.module.css'
import type { GridCells } from './grid-cells.ts'

export const Legend = ({ cells }: { cells: GridCells }) => {
  const onAny = useCallback((listener: () => void) => cells.onAny(listener), [cells])
  useSyncExternalStore(onAny, cells.version)
  const counts = new Map<EntryState, number>()
  for (const { state, cell } of cells.views.values()) {
    if (state !== null && 'pupil' in cell) counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return (
    <p className={styles.legend}>
      {entryStates
        .filter((state) => counts.has(state))
        .map((state) => (
          <span key={state}>
            <Glyph name={state} size={14} /> {counts.get(state)} {stateWords[state]}
          </span>
        ))}
      <span>
        <i className={styles.proposal} /> предлагается: на уроке
      </span>
      <small>слева от двойной черты только чтение</small>
    </p>
  )
}
