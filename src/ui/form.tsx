// A form that stays where it is: fields in as many columns as have room, below them what sends it and what leaves it.
import type { FormEvent, ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './form.module.css'

interface FormProps {
  onSubmit(): unknown
  /** Takes the whole width of the grid that it stands in itself. */
  wide?: boolean
  children: ReactNode
}

export const Form = ({ onSubmit, wide = false, children }: FormProps) => (
  <form
    className={styles.form}
    data-wide={wide}
    onSubmit={(event: FormEvent) => {
      event.preventDefault()
      void onSubmit()
    }}
  >
    {children}
  </form>
)

/** A part of a form that no column is wide enough for. */
export const Whole = ({ children }: { children: ReactNode }) => <div className={styles.whole}>{children}</div>

interface ActsProps {
  submit: string
  disabled?: boolean
  /** The word and the act that leave the form. */
  leave?: { label: string; go(): void }
  children?: ReactNode
}

export const FormActs = ({ submit, disabled, leave, children }: ActsProps) => (
  <div className={styles.acts}>
    <Button kind="primary" type="submit" disabled={disabled}>
      {submit}
    </Button>
    {leave && (
      <Button kind="quiet" onClick={leave.go}>
        {leave.label}
      </Button>
    )}
    {children}
  </div>
)
