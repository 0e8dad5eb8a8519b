// Marks of one pupil under the chosen work, in the place of the lesser keys of attendance. The card stays.
import type { WorkRef } from '../../domain/cell.ts'
import type { MarkValue } from '../../domain/value.ts'
import { workKey } from '../lesson/lesson-cells.ts'
import { workSpoken } from '../messages/grid.ts'
import { markText } from '../messages/values.ts'
import styles from './cards.module.css'
import type { CardCommand } from './roll-call.ts'

interface MarkKeysProps {
  works: readonly WorkRef[]
  work: WorkRef
  value: MarkValue | null
  onWork(work: WorkRef): void
  onCommand(command: CardCommand): void
}

const marks = ['5', '4', '3', '2', 'н/а'] as const

export const MarkKeys = ({ works, work, value, onWork, onCommand }: MarkKeysProps) => (
  <fieldset className={styles.marks}>
    <legend className="visually-hidden">Отметка, {workSpoken(work)}</legend>
    {works.length > 1 && (
      <select
        aria-label="Работа"
        value={workKey(work)}
        onChange={({ currentTarget }) => onWork(works[currentTarget.selectedIndex] ?? work)}
      >
        {works.map((one) => (
          <option key={workKey(one)} value={workKey(one)}>
            {workSpoken(one)}
          </option>
        ))}
      </select>
    )}
    <div className={styles.others}>
      {marks.map((mark) => (
        <button
          key={mark}
          type="button"
          className={styles.key}
          aria-pressed={value?.marks.includes(mark) ?? false}
          onClick={() => onCommand({ kind: 'mark', mark })}
        >
          <b>{mark}</b>
        </button>
      ))}
      <button
        type="button"
        className={styles.key}
        aria-label={`Убрать отметку${value ? ` ${markText(value)}` : ''}`}
        onClick={() => onCommand({ kind: 'clearMark' })}
      >
        <b>⌫</b>
      </button>
    </div>
  </fieldset>
)
