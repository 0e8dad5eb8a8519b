// A labelled choice of a few words. It looks and speaks as a text field does.
import { type ComponentProps, useId } from 'react'
import styles from './text-field.module.css'

export interface Choice {
  value: string
  label: string
}

interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  label: string
  note?: string
  choices: readonly Choice[]
  onChoose(value: string): void
}

export const SelectField = ({ label, note, choices, onChoose, id, ...rest }: SelectFieldProps) => {
  const made = useId()
  const own = id ?? made
  return (
    <div className={styles.field}>
      <label htmlFor={own}>{label}</label>
      <select
        id={own}
        aria-describedby={note ? `${own}-note` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
        {...rest}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {note && <small id={`${own}-note`}>{note}</small>}
    </div>
  )
}
