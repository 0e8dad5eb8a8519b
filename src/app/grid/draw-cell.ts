// What stands in a cell of this lesson, drawn by the DOM alone: a key changes one cell, and React would look at all.
import type { EntryState } from '../../domain/entry-state.ts'
import type { AbsenceReason, AisText, Attendance, MarkValue } from '../../domain/value.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import { letterOf, markText } from '../messages/values.ts'
import styles from './grid.module.css'
import { attendanceLetters } from './grid-columns.ts'

export type Shown =
  | { kind: 'attendance'; value: Attendance | AisText | null; reason: AbsenceReason | null }
  | { kind: 'work'; value: MarkValue | AisText | null }

const element = (tag: string, className?: string, text?: string): HTMLElement => {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

const aisText = (text: string): HTMLElement => {
  const made = element('small', undefined, text)
  made.title = text
  return made
}

/** Elements of their own each time: letters never slide within their cell. */
const partsOf = (shown: Shown): (Node | string)[] => {
  const { kind, value } = shown
  if (kind === 'work') return value ? [element('span', undefined, markText(value))] : []
  if (value === null) return [element('i', styles.proposal)]
  if ('aisText' in value) return [aisText(value.aisText)]
  if (value.code === 'present') return [element('span', styles.tick, letterOf('present'))]
  const letters = attendanceLetters(value, shown.reason)
  return value.code === 'late'
    ? [letters, element('small', undefined, keyWords.minutes(value.minutes))]
    : [letters]
}

const setOrDrop = (cell: Element, name: string, value: string | null): void =>
  value === null ? cell.removeAttribute(name) : cell.setAttribute(name, value)

/** `sign` gives a fresh copy of a state's glyph; the one that stands there already stays. */
export const drawCell = (
  cell: HTMLElement,
  shown: Shown,
  state: EntryState | null,
  sign: (state: EntryState) => Node,
): void => {
  const { value } = shown
  let corner = state !== null && cell.dataset.state === state ? cell.lastElementChild : null
  while (cell.firstChild && cell.firstChild !== corner) cell.firstChild.remove()
  if (state !== null && !corner) {
    corner = element('span', styles.corner)
    corner.append(sign(state))
    cell.append(corner)
  }
  cell.prepend(...partsOf(shown))
  setOrDrop(cell, 'data-code', value !== null && 'code' in value ? value.code : null)
  setOrDrop(cell, 'data-state', state)
}
