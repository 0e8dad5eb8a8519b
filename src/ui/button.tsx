// A button, and a link that looks like one. At least 48 px high, whatever it says.
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
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
}: Look & { pressed?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button type={type} aria-pressed={pressed} className={look(kind, wide, className)} {...rest} />
)

export const LinkButton = ({
  kind = 'plain',
  wide = false,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement>) => (
  <a className={look(kind, wide, className)} {...rest}>
    {children}
  </a>
)
