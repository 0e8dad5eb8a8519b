// Which letter of the keyboard writes which attendance: what the school's own letters begin with, and the usual keys.
import { folded } from '../../domain/notation/look-alike.ts'
import type { Notation } from '../../domain/notation/notation.ts'
import type { Attendance } from '../../domain/value.ts'

type Code = Attendance['code']

const usual: Readonly<Record<string, Code>> = { Н: 'absent', О: 'late', В: 'exempt' }
const codes: readonly Code[] = ['absent', 'late', 'exempt', 'present']

const beginning = (letters: string): string => [...folded(letters)][0] ?? ''

const keysOf = ({ letters }: Notation): Readonly<Record<string, Code>> => {
  const own = codes
    .map((code) => [beginning(letters[code]), code] as const)
    .filter(([letter]) => /\p{L}/u.test(letter))
    .reverse()
  const kept = own.filter(([letter, code]) => usual[letter] === code)
  return { ...usual, ...Object.fromEntries([...own, ...kept]) }
}

/** Each key asks, and a school's notation stays the same. */
const found = new WeakMap<Notation, Readonly<Record<string, Code>>>()

/**
 * By letter, in capitals. Of two codes that begin alike, the one whose usual key it is has it, or else the first; a usual
 * key that another's letters begin with is that other's.
 */
export const letterKeys = (notation: Notation): Readonly<Record<string, Code>> => {
  const keys = found.get(notation) ?? keysOf(notation)
  found.set(notation, keys)
  return keys
}

/** The key of a code for the list of keys: of the school's own letters if they have it. Null where none is left. */
export const keyOf = (code: Code, notation: Notation): string | null => {
  const keys = letterKeys(notation)
  const own = beginning(notation.letters[code])
  return keys[own] === code ? own : (Object.keys(keys).find((letter) => keys[letter] === code) ?? null)
}
