// A labelled field for text. The label stays above it, the note and the error below.
import { type ComponentProps, useId } from 'react'
import styles from './text-field.module.css'

type BoxProps =
  | ({ multiline?: false } & ComponentProps<'input'>)
  | ({ multiline: true } & ComponentProps<'textarea'>)

const Box = (props: BoxProps) => {
  if (props.multiline) {
    const { multiline, ...area } = props
    return <textarea rows={3} {...area} />
  }
  const { multiline, ...input } = props
  return <input {...input} />
}

type TextFieldProps = BoxProps & { label: string; note?: string; error?: string }

export const TextField = ({ label, note, error, className = '', id, ...box }: TextFieldProps) => {
  const made = useId()
  const own = id ?? made
  const about = [note && `${own}-note`, error && `${own}-error`].filter(Boolean).join(' ')
  return (
    <div className={`${styles.field} ${className}`}>
      <label htmlFor={own}>{label}</label>
      <Box id={own} aria-describedby={about || undefined} aria-invalid={error ? true : undefined} {...box} />
      {note && <small id={`${own}-note`}>{note}</small>}
      {error && (
        <small id={`${own}-error`} className={styles.error}>
          {error}
        </small>
      )}
    </div>
  )
}
