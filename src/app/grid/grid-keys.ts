// What a key means in the grid. Letters are found by their place, so they work in either layout (Н is where Y is).
import type { Notation } from '../../domain/notation/notation.ts'
import { type AbsenceReason, type Attendance, type Mark, usualLateness } from '../../domain/value.ts'
import { letterKeys } from './letter-keys.ts'

export type Direction = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'gridStart' | 'gridEnd'

export type GridCommand =
  | { kind: 'move'; to: Direction; select: boolean }
  | { kind: 'selectColumn' }
  | { kind: 'mark'; mark: Mark }
  /** «Точка»: on, or off where it stands. */
  | { kind: 'owed' }
  | { kind: 'attendance'; value: Attendance }
  /** The next mark stands beside the one just written. */
  | { kind: 'second' }
  | { kind: 'clear' }
  /** Of the absence that stands; the panel alone says it (п. 2.9). */
  | { kind: 'reason'; reason: AbsenceReason['reason'] | null }
  | { kind: 'next' }
  | { kind: 'leave' }
  | { kind: 'history' }
  | { kind: 'keys' }
  /** What is no mark of the school: a digit, or the mark of a letter that it does not offer. */
  | { kind: 'unknown'; typed: string }

export interface PressedKey {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  /** The key is held down, and says it once more. */
  repeat?: boolean
}

const letters: Record<string, GridCommand> = {
  А: { kind: 'mark', mark: 'н/а' },
  З: { kind: 'mark', mark: 'зач' },
  Т: { kind: 'owed' },
}
const latin = [...'QWERTYUIOPASDFGHJKLZXCVBNM'].map((letter) => `Key${letter}`)
const signs = ['BracketLeft', 'BracketRight', 'Semicolon', 'Quote', 'Comma', 'Period', 'Backquote']
/** The letters of the Russian layout by their places. */
const places: Record<string, string> = Object.fromEntries(
  [...'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬХЪЖЭБЮЁ'].map((letter, at) => [[...latin, ...signs][at], letter]),
)

const moves: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
}
const others: Record<string, GridCommand> = {
  Enter: { kind: 'next' },
  Escape: { kind: 'leave' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  F2: { kind: 'history' },
  '+': { kind: 'second' },
  '=': { kind: 'second' },
  '?': { kind: 'keys' },
}

const markOrNot = (mark: Mark, { marks }: Notation): GridCommand =>
  marks.includes(mark) ? { kind: 'mark', mark } : { kind: 'unknown', typed: mark }

const letterCommand = (letter: string, notation: Notation): GridCommand | null => {
  const code = letterKeys(notation)[letter]
  // The minutes of a late pupil are corrected in the panel.
  if (code === 'late') return { kind: 'attendance', value: { code, minutes: usualLateness[0] } }
  if (code) return { kind: 'attendance', value: { code } }
  const command = letters[letter] ?? null
  return command?.kind === 'mark' ? markOrNot(command.mark, notation) : command
}

const commandFor = (pressed: PressedKey, notation: Notation): GridCommand | null => {
  const { key, code, shiftKey } = pressed
  const control = pressed.ctrlKey || pressed.metaKey
  const move = moves[key]
  if (move && !pressed.altKey) {
    if (!control) return { kind: 'move', to: move, select: shiftKey }
    if (move === 'rowStart') return { kind: 'move', to: 'gridStart', select: false }
    return move === 'rowEnd' ? { kind: 'move', to: 'gridEnd', select: false } : null
  }
  if (control && code === 'KeyA') return { kind: 'selectColumn' }
  if (control || pressed.altKey) return null
  const other = others[key]
  if (other) return other
  if (/^\d$/.test(key)) return markOrNot(key, notation)
  // Keyboards on glass tell the letter alone; a school's letter may be one that the Russian layout lacks.
  const here = places[code]
  return (here && letterCommand(here, notation)) || letterCommand(key.toUpperCase(), notation)
}

/** A key that is held walks on; it writes once, for the cells below would be written unseen. */
const saysAgain = ({ kind }: GridCommand): boolean => kind === 'move' || kind === 'selectColumn'

/** Null for a key that the grid leaves to the browser. */
export const commandOf = (pressed: PressedKey, notation: Notation): GridCommand | null => {
  const command = commandFor(pressed, notation)
  return command && pressed.repeat && !saysAgain(command) ? null : command
}
