// «Другое значение» on its way: what keys a cell has, what a key or a text makes of it, and what would be put. Pure.
import type { Cell } from '../../domain/cell.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { type CellValue, type MarkValue, usualLateness } from '../../domain/value.ts'
import { newValue } from '../grid/grid-value.ts'
import { topicOf } from '../lesson/facts/planned-topic.ts'
import { notation } from '../messages/values.ts'

export interface Half {
  /** As it stands in the field. */
  text?: string
  /** What is pressed; null is «пусто». It goes before the text. */
  value?: CellValue | null
  /** The next mark joins the first («5/4»). */
  second?: boolean
}

const attendance: readonly CellValue[] = [
  { code: 'present' },
  { code: 'absent' },
  ...usualLateness.map((minutes) => ({ code: 'late', minutes }) as const),
  { code: 'exempt' },
]
const reasons = ['illness', 'excused', 'unexcused'] as const

const ofKind = (cell: Cell): readonly CellValue[] => {
  switch (cell.kind) {
    case 'attendance':
      return attendance
    case 'absenceReason':
      return reasons.map((reason) => ({ reason }))
    case 'termMark':
      return notation().marks.map((mark) => ({ mark }))
    case 'homework':
      return [{ none: true }]
    default:
      return []
  }
}

/** Whole values to press, «пусто» the last. A mark has keys of its own beside it. */
export const pressable = (cell: Cell): readonly (CellValue | null)[] => [...ofKind(cell), null]

export const isTyped = ({ kind }: Cell): boolean =>
  kind === 'topic' || kind === 'homework' || kind === 'individualHomework' || kind === 'work'

export const markIn = ({ value }: Half): MarkValue => {
  const marked = value !== undefined && value !== null && 'marks' in value
  return marked ? value : { marks: [], owed: false }
}

type MarkKey = { kind: 'mark'; mark: string } | { kind: 'owed' } | { kind: 'second' }

/** A key of the mark, by the rule of the lesson's own keys. One that can do nothing leaves everything as it is. */
export const pressMark = (half: Half, key: MarkKey): Half => {
  const now = markIn(half)
  if (key.kind === 'second') return now.marks.length === 1 ? { ...half, second: !half.second } : half
  const made = newValue('work', now, key, half.second ?? false)
  if (!made.ok) return half
  return made.value === null ? {} : { value: made.value }
}

const typedValue = (school: School, cell: Cell, text: string): CellValue => {
  if (cell.kind === 'work') return { title: text }
  if (cell.kind !== 'topic') return { text }
  const lesson = lessonById(school, cell.lesson)
  return lesson ? topicOf(school, lesson, text) : { planItem: null, text }
}

/** Undefined while nothing is pressed or typed. */
export const madeOf = (school: School, cell: Cell, half: Half): CellValue | null | undefined => {
  if (half.value !== undefined) return half.value
  const text = half.text?.trim() ?? ''
  return text === '' ? undefined : typedValue(school, cell, text)
}
