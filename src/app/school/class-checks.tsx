// Which classes a day concerns: none ticked means the whole school.
import type { School } from '../../domain/school.ts'
import { classChoices } from './lesson-words.ts'
import styles from './school.module.css'

interface ClassChecksProps {
  school: School
  legend: string
  chosen: readonly string[]
  onChoose(ids: readonly string[]): void
}

export const ClassChecks = ({ school, legend, chosen, onChoose }: ClassChecksProps) => (
  <fieldset className={`${styles.checks} ${styles.whole}`}>
    <legend>{legend}</legend>
    {classChoices(school).map(({ value, label }) => (
      <label key={value}>
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={(event) =>
            onChoose(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        />
        {label}
      </label>
    ))}
  </fieldset>
)
