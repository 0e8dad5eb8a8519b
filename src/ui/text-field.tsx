// A labelled field for text. The label stays above it, the note and the error below.
import { type InputHTMLAttributes, useId } from 'react'
import styles from './text-field.module.css'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  note?: string
  error?: string
}

export const TextField = ({ label, note, error, className, ...input }: TextFieldProps) => {
  const id = useId()
  const about = [note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`${styles.field} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-describedby={about || undefined}
        aria-invalid={error ? true : undefined}
        {...input}
      />
      {note && <small id={`${id}-note`}>{note}</small>}
      {error && (
        <small id={`${id}-error`} className={styles.error}>
          {error}
        </small>
      )}
    </div>
  )
}
