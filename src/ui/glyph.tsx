// The sign of a state: the circle fills on its way. Colour is never the only sign.
import { memo, type ReactNode } from 'react'
import styles from './glyph.module.css'

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
const disc = <circle cx="8" cy="8" r="6.8" fill="currentColor" />
const cut = {
  fill: 'none',
  stroke: 'var(--surface)',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const shapes = {
  empty: (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeDasharray="1.6 2.17"
    />
  ),
  queued: ring,
  sending: (
    <>
      {ring}
      <path d="M8 8V3.6A4.4 4.4 0 0 1 12.4 8z" fill="currentColor" />
    </>
  ),
  accepted: (
    <>
      {ring}
      <path d="M8 3.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  carrying: (
    <>
      {ring}
      <path d="M8 8V3.6A4.4 4.4 0 1 1 3.6 8z" fill="currentColor" />
    </>
  ),
  transferred: disc,
  verified: (
    <>
      {disc}
      <path d="M4.9 8.3l2.2 2.2 4.1-4.7" {...cut} />
    </>
  ),
  waiting: (
    <>
      {ring}
      <path d="M8 4.8V8l2 1.6" {...line} />
    </>
  ),
  superseded: (
    <>
      {ring}
      <path d="M3.6 12.4l8.8-8.8" {...line} />
    </>
  ),
  notCarried: (
    <>
      {ring}
      <path d="M5 8h6" {...line} />
    </>
  ),
  byHand: (
    <>
      {ring}
      <path d="M5.2 10.8l.5-2.3 3.7-3.7 1.8 1.8-3.7 3.7z" {...line} strokeWidth="1.3" />
    </>
  ),
  lost: (
    <>
      {ring}
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" {...line} />
    </>
  ),
  conflict: (
    <path
      d="M8 1.6 15 14H1z"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
  ),
  aisOther: (
    <>
      <path d="M8 2.2 14.6 13.6H1.4z" {...line} />
      <circle cx="8" cy="10" r="2.1" fill="currentColor" />
    </>
  ),
  refused: (
    <>
      <rect x="1.4" y="1.4" width="13.2" height="13.2" rx="2.4" fill="currentColor" />
      <path d="M8 4v5" {...cut} />
      <circle cx="8" cy="11.7" r="1.1" fill="var(--surface)" />
    </>
  ),
  held: <path d="M5.4 3v10M10.6 3v10" {...line} strokeWidth="2.6" />,
  signIn: (
    <>
      <rect x="2.8" y="7" width="10.4" height="7" rx="1.6" {...line} />
      <path d="M5 7V5.2a3 3 0 0 1 6 0V7" {...line} />
    </>
  ),
  none: <path d="M3.4 3.4l9.2 9.2M12.6 3.4l-9.2 9.2" {...line} strokeWidth="1.9" />,
  apart: <path d="M4.6 8h6.8" {...line} strokeWidth="1.2" />,
  notBegun: <circle cx="8" cy="8" r="1.6" fill="currentColor" />,
} satisfies Record<string, ReactNode>

export type GlyphName = keyof typeof shapes

interface GlyphProps {
  name: GlyphName
  size?: number
  title?: string
}

/** Kept as drawn: it stands in lines whose numbers change with each burst of taps. */
export const Glyph = memo(({ name, size = 14, title }: GlyphProps) => (
  <svg
    className={styles.glyph}
    data-name={name}
    width={size}
    height={size}
    viewBox="0 0 16 16"
    role={title ? 'img' : undefined}
    aria-label={title}
    aria-hidden={title ? undefined : true}
  >
    {shapes[name]}
  </svg>
))
