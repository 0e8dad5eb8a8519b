// Where a roll call by cards goes on, and what a key means there. Pure.
import type { Notation } from '../../domain/notation/notation.ts'
import type { Attendance } from '../../domain/value.ts'
import { commandOf, type GridCommand, type PressedKey } from '../grid/grid-keys.ts'

/** The first pupil without a record whom nobody has called «здесь»; the number of pupils when there is none. */
export const resumeAt = (
  pupils: readonly { id: string }[],
  isRecorded: (pupil: string) => boolean,
  here: ReadonlySet<string>,
): number => {
  const at = pupils.findIndex(({ id }) => !isRecorded(id) && !here.has(id))
  return at < 0 ? pupils.length : at
}

/** Whose card lies open, null past the last, and the number that it had when it was opened. */
export interface OpenCard {
  pupil: string | null
  at: number
}

/**
 * Where the card stands by now among those who are called, from 0: it stays with its pupil, whoever has come or gone. One
 * whose cells have closed since stands between those around it.
 */
export const placeOfCard = (
  rows: readonly { id: string; closed?: boolean }[],
  { pupil, at }: OpenCard,
): number => {
  const called = (part: readonly { closed?: boolean }[]): number => part.filter((one) => !one.closed).length
  if (pupil === null) return called(rows)
  const row = rows.findIndex((one) => one.id === pupil)
  return row < 0 ? at : called(rows.slice(0, row))
}

/** What is done to the mark of the card, as in the grid. */
export type MarkCommand = Extract<GridCommand, { kind: 'mark' | 'owed' | 'second' }> | { kind: 'clearMark' }

/** `here` writes nothing: presence stays a proposal until «Урок отмечен». */
export type CardCommand =
  | { kind: 'here' }
  | { kind: 'attendance'; value: Attendance }
  | { kind: 'clear' }
  | MarkCommand
  | { kind: 'go'; step: 1 | -1 }

const arrows: Record<string, CardCommand> = {
  ArrowRight: { kind: 'here' },
  ArrowLeft: { kind: 'attendance', value: { code: 'absent' } },
  ArrowDown: { kind: 'go', step: 1 },
  ArrowUp: { kind: 'go', step: -1 },
}

/** Letters as in the grid; right is «здесь» and left is «Н», as with a finger. Null for any other key. */
export const cardCommandOf = (pressed: PressedKey, notation: Notation): CardCommand | null => {
  const modified = pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey
  const arrow = modified ? undefined : arrows[pressed.key]
  // A key that is held walks on, and neither writes nor calls whom nobody has looked at.
  if (arrow) return pressed.repeat && arrow.kind !== 'go' ? null : arrow
  const command = commandOf(pressed, notation)
  switch (command?.kind) {
    case 'attendance':
      // A school's own letter of presence is «здесь»: a card records no presence by itself.
      return command.value.code === 'present' ? { kind: 'here' } : command
    case 'mark':
    case 'owed':
    case 'second':
    case 'clear':
      return command
    default:
      return null
  }
}

/** Far enough to be meant: a third of a phone's width. */
const farPx = 96

/** What a finger that went `dx`, `dy` pixels meant; null for a scroll or a touch. */
export const swiped = (dx: number, dy: number): CardCommand | null => {
  if (Math.abs(dx) < farPx || Math.abs(dx) < 2 * Math.abs(dy)) return null
  return dx > 0 ? { kind: 'here' } : { kind: 'attendance', value: { code: 'absent' } }
}
