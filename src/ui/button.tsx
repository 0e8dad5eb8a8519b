// A button: at least 48 px high, whatever it says.
import type { ComponentProps } from 'react'
import styles from './button.module.css'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

const look = (kind: ButtonKind, wide: boolean, own: string | undefined): string =>
  [styles.button, styles[kind], wide && styles.wide, own].filter(Boolean).join(' ')

interface Look {
  kind?: ButtonKind
  /** Takes the whole width. */
  wide?: boolean
}

export const Button = ({
  kind = 'plain',
  wide = false,
  pressed,
  className,
  type = 'button',
  ...rest
}: Look & { pressed?: boolean } & ComponentProps<'button'>) => (
  <button type={type} aria-pressed={pressed} className={look(kind, wide, className)} {...rest} />
)
