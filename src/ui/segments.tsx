// A choice of a few views side by side; on a narrow screen the signs alone stay.
import type { ReactNode } from 'react'
import styles from './segments.module.css'

interface SegmentsProps<T extends string> {
  label: string
  choices: readonly { value: T; label: string; icon?: ReactNode }[]
  value: T
  /** On a narrow screen the words stand under the signs instead of giving way. */
  wordsBelow?: boolean
  onChoose(value: T): void
}

export const Segments = <T extends string>({
  label,
  choices,
  value,
  wordsBelow = false,
  onChoose,
}: SegmentsProps<T>) => (
  <fieldset className={styles.segments} data-below={wordsBelow} aria-label={label}>
    {choices.map((choice) => (
      <button
        key={choice.value}
        type="button"
        aria-pressed={choice.value === value}
        onClick={() => onChoose(choice.value)}
      >
        {choice.icon}
        <span>{choice.label}</span>
      </button>
    ))}
  </fieldset>
)
