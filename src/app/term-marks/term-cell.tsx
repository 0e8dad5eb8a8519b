// A final mark in its sheet: the value, where it is, and whether the pupil has a place there at all.
import { shownState } from '../../domain/transfer/not-carried.ts'
import type { CellView } from '../../store/cell-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { termSheetWords } from '../messages/screens/term-marks.ts'
import { stateWords } from '../messages/states.ts'
import { valueText } from '../messages/values.ts'
import styles from './term-marks.module.css'

interface TermCellProps {
  /** False for who was not in the journal then: a mark that is there all the same stays in sight. */
  open: boolean
  view: CellView | undefined
  /** «Ермакова Злата, 2 четверть» */
  name: string
  /** Row and column, for the arrows. */
  at: string
  /** The one cell that Tab stops at. */
  stop: boolean
  chosen: boolean
  onChoose(): void
}

export const TermCell = ({ open, view, name, at, stop, chosen, onChoose }: TermCellProps) => {
  const value = view?.value ?? null
  if (!open && value === null && view?.state !== 'conflict') {
    return (
      <td className={styles.closed}>
        <span className="visually-hidden">{termSheetWords.notListed}</span>
      </td>
    )
  }
  const text = value === null ? '' : valueText(value)
  const shown = view ? shownState(view) : null
  const said = shown ? `, ${stateWords[shown]}` : ''
  return (
    <td>
      <button
        type="button"
        className={styles.cell}
        data-cell={at}
        data-chosen={chosen}
        tabIndex={stop ? 0 : -1}
        aria-label={`${name}: ${text || termSheetWords.empty}${said}`}
        onClick={onChoose}
        onFocus={onChoose}
      >
        {shown === 'conflict' ? <Glyph name="conflict" size={18} /> : text}
        {shown && shown !== 'conflict' && (
          <span className={styles.corner}>
            <Glyph name={shown} size={12} />
          </span>
        )}
      </button>
    </td>
  )
}
