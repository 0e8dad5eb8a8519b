// Reads a column from the clipboard: a line a pupil, as spreadsheets write it. Pure.
import { readMarks } from '../../../domain/notation/notation.ts'
import type { Mark, MarkValue } from '../../../domain/value.ts'

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
const between = /\/|-|\s+/g
const dot = /(?:•|точка|т)$/i

/** Undefined where the text is no mark: «5», «5/4» however it is separated, «н/а», «зач», with «•» for work that is owed. */
const parseMark = (text: string, scale: readonly Mark[]): MarkValue | undefined => {
  // A mark of the school may end as «точка» does.
  const whole = readMarks(text, scale, between)
  if (whole) return { marks: whole, owed: false }
  if (!dot.test(text)) return undefined
  const rest = text.replace(dot, '').trim()
  const marks = rest === '' ? [] : readMarks(rest, scale, between)
  return marks ? { marks, owed: true } : undefined
}

/** Spreadsheets end the last line too, and quote a cell only where it holds a line's end. */
const linesOf = (text: string): string[] =>
  text
    .replace(/\r\n?|[\v\u2028\u2029]/g, '\n')
    .replace(/\n$/, '')
    .split('\n')

/** `scale`: the marks that the school offers. */
export const parseColumn = (text: string, scale: readonly Mark[]): ParsedColumn => {
  const rows = linesOf(text).map((line) => line.split('\t').map((cell) => cell.trim()))
  if (rows.length > mostLines) return { ok: false, fault: { why: 'tooLong', lines: rows.length } }
  const filled = new Set(rows.flatMap((row) => row.flatMap((cell, n) => (cell === '' ? [] : [n]))))
  if (filled.size === 0) return { ok: false, fault: { why: 'empty' } }
  if (filled.size > 1) return { ok: false, fault: { why: 'columns', count: filled.size } }
  const [column = 0] = filled
  const cells = rows.map((row) => row[column] ?? '')
  const values = cells.map((cell) => (cell === '' ? null : parseMark(cell, scale)))
  const wrong = values.flatMap((value, n) => (value === undefined ? [n] : []))
  const [first] = wrong
  if (first !== undefined) {
    const fault = { why: 'content', line: first + 1, text: cells[first] ?? '', count: wrong.length } as const
    return { ok: false, fault }
  }
  return { ok: true, values: values.map((value) => value ?? null) }
}
