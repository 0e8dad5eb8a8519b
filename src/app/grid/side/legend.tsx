// What the signs in the corners mean, with how many there are.
import { type EntryState, entryStates } from '../../../domain/entry-state.ts'
import { Glyph } from '../../../ui/glyph.tsx'
import { gridWords } from '../../messages/lesson/grid.ts'
import { stateWords } from '../../messages/states.ts'
import { useAfterBurst } from '../../runtime/use-after-burst.ts'
import styles from '../grid.module.css'
import type { GridCells } from '../grid-cells.ts'

/** On the screen from the beginning, so that nothing moves when the first of them comes. */
const always: readonly EntryState[] = ['queued', 'accepted', 'verified']

export const Legend = ({ cells }: { cells: GridCells }) => {
  useAfterBurst(cells.onAny, cells.version)
  const counts = new Map<EntryState, number>()
  for (const { state, cell } of cells.views.values()) {
    if (state !== null && 'pupil' in cell) counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  const shown = entryStates.filter((state) => always.includes(state) || counts.has(state))
  return (
    <p className={styles.legend}>
      <span>
        <i className={styles.proposal} /> {gridWords.proposed}
      </span>
      {shown
        .toSorted((a, b) => Number(always.includes(b)) - Number(always.includes(a)))
        .map((state) => (
          <span key={state}>
            <Glyph name={state} size={14} /> <b key={counts.get(state)}>{counts.get(state) ?? 0}</b>{' '}
            {stateWords[state]}
          </span>
        ))}
      <small>{gridWords.leftIsReadOnly}</small>
    </p>
  )
}
