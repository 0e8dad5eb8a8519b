// Before several cells are written at once: which ones, and which are left. Nothing is written while it is open.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '../../../ui/button.tsx'
import { cellsWord, gridWords } from '../../messages/lesson/grid.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { letterOf, valueText } from '../../messages/values.ts'
import styles from './bulk.module.css'
import type { BulkPlan, PlannedCell } from './bulk-plan.ts'

interface BulkPreviewProps {
  what: 'paste' | 'clear'
  plan: BulkPlan
  onWrite(cells: readonly PlannedCell[]): void
  onClose(): void
}

const Listed = ({ title, cells }: { title: string; cells: readonly PlannedCell[] }) =>
  cells.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {cells.map(({ pupil, change, away }) => (
          <li key={pupil.id}>
            <span>
              {pupil.name}
              {away && change.value !== null && <small>{gridWords.absentStands(letterOf('absent'))}</small>}
            </span>
            <b>
              {change.saw !== null && <s>{valueText(change.saw)}</s>}{' '}
              {change.value && valueText(change.value)}
            </b>
          </li>
        ))}
      </ul>
    </section>
  )

const Buttons = ({ what, plan, onWrite, onClose }: BulkPreviewProps) => {
  const { writes, recorded } = plan
  const all = [...writes, ...recorded]
  return (
    <div className={styles.buttons}>
      {what === 'paste' && writes.length > 0 && (
        <Button kind="primary" wide onClick={() => onWrite(writes)}>
          {keyWords.record(writes.length)}
        </Button>
      )}
      {recorded.length > 0 && (
        <Button wide onClick={() => onWrite(all)}>
          {what === 'clear'
            ? gridWords.clear
            : writes.length > 0
              ? gridWords.writeAndReplace(writes.length)
              : gridWords.replace}{' '}
          {recorded.length}
        </Button>
      )}
      <Button kind="quiet" wide onClick={onClose}>
        {all.length > 0
          ? what === 'clear'
            ? gridWords.doNotClear
            : gridWords.doNotPaste
          : keyWords.understood}
      </Button>
    </div>
  )
}

export const BulkPreview = (props: BulkPreviewProps) => {
  const { what, plan, onClose } = props
  const heading = useRef<HTMLHeadingElement>(null)
  // Not an answer: an Enter meant for something else would give it before the list has been read.
  useEffect(() => heading.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  const title = what === 'paste' ? gridWords.pasteTitle : gridWords.clearTitle
  return (
    <section className={styles.preview} aria-label={title} onKeyDown={onKeyDown}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Buttons {...props} />
      <Listed title={gridWords.willBeWritten(cellsWord(plan.writes.length))} cells={plan.writes} />
      <Listed
        title={
          what === 'clear'
            ? gridWords.willBeCleared(cellsWord(plan.recorded.length))
            : gridWords.recordedStay(cellsWord(plan.recorded.length))
        }
        cells={plan.recorded}
      />
      {plan.conflicts.length > 0 && (
        <p>{gridWords.conflictsStay(plan.conflicts.map((pupil) => pupil.name).join(', '))}</p>
      )}
      {what === 'paste' && plan.same > 0 && <p>{gridWords.sameStands(cellsWord(plan.same))}</p>}
    </section>
  )
}
