// A button: at least 48 px high, whatever it says.
import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { createSecondTaps } from './second-tap.ts'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

const look = (kind: ButtonKind, wide: boolean, own: string | undefined): string =>
  [styles.button, styles[kind], wide && styles.wide, own].filter(Boolean).join(' ')

interface Look {
  kind?: ButtonKind
  /** Takes the whole width. */
  wide?: boolean
}

interface Press {
  pressed?: boolean
  /** Its row goes with the press: a second tap must not settle the row after it, which nobody has read. */
  settles?: boolean
}

/** One for all: the second tap meets another button than the first. */
const isSecondTap = createSecondTaps()

export const Button = ({
  kind = 'plain',
  wide = false,
  pressed,
  settles = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: Look & Press & ComponentProps<'button'>) => (
  <button
    type={type}
    aria-pressed={pressed}
    className={look(kind, wide, className)}
    onClick={settles ? (event) => void (isSecondTap(event.timeStamp) || onClick?.(event)) : onClick}
    {...rest}
  />
)
