// What each kind of cell may hold. `null` is the blank cell and the withdrawn value.
import type { CellKind } from './cell.ts'

export type Attendance =
  | { code: 'present' }
  | { code: 'absent' }
  | { code: 'late'; minutes: number }
  | { code: 'exempt' }

/** Minutes that a late pupil is usually late, the least first: what keys offer. */
export const usualLateness = [5, 10, 15] as const

export type AbsenceDocumentKind = 'medical' | 'guardian' | 'order' | 'other'

/** What a document says of an absence: its kind and days. No diagnosis, no number, no scan. */
export interface AbsenceDocument {
  kind: AbsenceDocumentKind
  /** The school date on which the class teacher received it: the term of п. 2.9 begins there. */
  received: string
  /** The first and the last day it covers. */
  from: string
  to: string
}

/** Set by the class teacher over an absence (п. 2.9). */
export interface AbsenceReason {
  reason: 'illness' | 'excused' | 'unexcused'
  /** The day alone, as the first versions kept it. */
  documentReceived?: string
  document?: AbsenceDocument
}

/** What has letters of its own in the register; the log holds these and no letter. */
export type AttendanceCode = Attendance['code'] | AbsenceReason['reason']

/** As a school writes them unless it says otherwise; presence is a tick. */
export const defaultLetters: Readonly<Record<AttendanceCode, string>> = {
  absent: 'Н',
  illness: 'Б',
  excused: 'УП',
  unexcused: 'НП',
  late: 'ОП',
  exempt: 'ОСВ',
  present: '✓',
}

/** As the school writes it. Its scale begins with the default one (see notation/notation.ts). */
export type Mark = string
export const defaultMarks: readonly Mark[] = ['5', '4', '3', '2', 'н/а', 'зач', 'незач', 'осв']

/** One or two marks for one work («5/4»); `owed` is «точка», work that is still to be handed in. */
export interface MarkValue {
  marks: readonly Mark[]
  owed: boolean
}

/**
 * What one more mark makes of a cell: it takes the place of what stands there and pays «точка» off; as a `second` it
 * joins the first («5/4») and leaves «точка» alone. Null where two stand already: no work has a third.
 */
export const withMark = (now: MarkValue | null, mark: Mark, second: boolean): MarkValue | null => {
  const first = now?.marks ?? []
  if (!second || first.length === 0) return { marks: [mark], owed: false }
  return first.length > 1 ? null : { marks: [...first, mark], owed: now?.owed ?? false }
}

/** So many characters a typed text may have, wherever it is typed. */
export const longestText = 4000

/** `planItem` is the number in the КТП; a topic without one is free text and is flagged (п. 2.7). */
export interface TopicValue {
  planItem: number | null
  text: string
}

/** «Не задано» is a fact of its own, not the same as a blank cell (п. 2.8). */
export type HomeworkValue = { text: string } | { none: true }

export interface ValueByKind {
  attendance: Attendance
  absenceReason: AbsenceReason
  work: { title: string }
  mark: MarkValue
  topic: TopicValue
  homework: HomeworkValue
  individualHomework: { text: string }
  termMark: { mark: Mark }
}

/** What a person typed in АИС and no value of the cell's kind says: to the letter, whatever it is. */
export interface AisText {
  aisText: string
}

export type CellValue = ValueByKind[CellKind] | AisText

type Fields = Readonly<Record<string, unknown>>

/** Which JSON writes as it is: the names of all our fields. */
const plainName = /^\w*$/
const quoted = (name: string): string => (plainName.test(name) ? `"${name}"` : JSON.stringify(name))

/** JSON with sorted keys: equal values, equal text. Undefined fields are left out. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let fields = ''
  for (const name of Object.keys(value).sort()) {
    const field = (value as Fields)[name]
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${quoted(name)}:${canonical(field)}`
  }
  return `{${fields}}`
}

/** Whether two values that came as JSON have one canonical text, without writing it. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((one, at) => sameJson(one, b[at]))
  }
  let more = 0
  for (const name of Object.keys(a)) {
    const field = (a as Fields)[name]
    if (field === undefined) continue
    if (!Object.hasOwn(b, name) || !sameJson(field, (b as Fields)[name])) return false
    more += 1
  }
  for (const name of Object.keys(b)) if ((b as Fields)[name] !== undefined) more -= 1
  return more === 0
}

export const sameValue = (a: CellValue | null, b: CellValue | null): boolean => sameJson(a, b)
