// Reads a column from the clipboard: a line a pupil, as spreadsheets write it. Pure.
import { type Mark, type MarkValue, markScale } from '../../../domain/value.ts'

/** `null` is an empty line: its pupil's cell stays as it is. */
export type ParsedColumn =
  | { ok: true; values: readonly (MarkValue | null)[] }
  | { ok: false; fault: ColumnFault }

export type ColumnFault =
  | { why: 'empty' }
  /** Several columns have something in them. */
  | { why: 'columns'; count: number }
  /** The first line that is no mark (from 1), as it was, and how many such lines there are. */
  | { why: 'content'; line: number; text: string; count: number }
  | { why: 'tooLong'; lines: number }

/** A class has some thirty pupils; more lines than this are not a column of marks. */
const mostLines = 500
/** Whatever the school writes between two marks, a table may have been made elsewhere. */
const pair = /^(н\/а|[^\s/-]+)(?:\/|-|\s+)(н\/а|[^\s/-]+)$/i
const dot = /(?:•|точка|т)$/i

const asMark = (text: string): Mark | undefined =>
  markScale.find((mark) => mark === text.trim().toLowerCase())

/** Undefined where the text is no mark: «5», «5/4» however it is separated, «н/а», «зач», with «•» for work that is owed. */
const parseMark = (text: string): MarkValue | undefined => {
  const owed = dot.test(text)
  const rest = (owed ? text.replace(dot, '') : text).trim()
  if (owed && rest === '') return { marks: [], owed }
  const whole = asMark(rest)
  if (whole) return { marks: [whole], owed }
  const [first, second] = (pair.exec(rest)?.slice(1) ?? []).map(asMark)
  return first && second ? { marks: [first, second], owed } : undefined
}

/** Spreadsheets end the last line too, and quote a cell only where it holds a line's end. */
const linesOf = (text: string): string[] =>
  text
    .replace(/\r\n?|[\v\u2028\u2029]/g, '\n')
    .replace(/\n$/, '')
    .split('\n')

export const parseColumn = (text: string): ParsedColumn => {
  const rows = linesOf(text).map((line) => line.split('\t').map((cell) => cell.trim()))
  if (rows.length > mostLines) return { ok: false, fault: { why: 'tooLong', lines: rows.length } }
  const filled = new Set(rows.flatMap((row) => row.flatMap((cell, n) => (cell === '' ? [] : [n]))))
  if (filled.size === 0) return { ok: false, fault: { why: 'empty' } }
  if (filled.size > 1) return { ok: false, fault: { why: 'columns', count: filled.size } }
  const [column = 0] = filled
  const cells = rows.map((row) => row[column] ?? '')
  const values = cells.map((cell) => (cell === '' ? null : parseMark(cell)))
  const wrong = values.flatMap((value, n) => (value === undefined ? [n] : []))
  const [first] = wrong
  if (first !== undefined) {
    const fault = { why: 'content', line: first + 1, text: cells[first] ?? '', count: wrong.length } as const
    return { ok: false, fault }
  }
  return { ok: true, values: values.map((value) => value ?? null) }
}
