// What a key writes into a cell: the new value, or why it writes nothing. Pure.
import type { Attendance, Mark, MarkValue } from '../../domain/value.ts'
import type { TodayColumn } from './grid-columns.ts'
import type { GridCommand } from './grid-keys.ts'

export type Writing = Extract<GridCommand, { kind: 'mark' | 'owed' | 'attendance' | 'clear' }>

export type NotWritten =
  | { why: 'readOnly' }
  | { why: 'notBegun' }
  | { why: 'noMark'; typed: string }
  | { why: 'markInAttendance' }
  | { why: 'twoMarks' }

export type NewValue = { ok: true; value: Attendance | MarkValue | null } | { ok: false; not: NotWritten }

const write = (value: Attendance | MarkValue | null): NewValue => ({ ok: true, value })

const withMark = (now: MarkValue | null, mark: Mark, second: boolean): NewValue => {
  const first = now?.marks ?? []
  if (!second || first.length === 0) return write({ marks: [mark], owed: false })
  if (first.length > 1) return { ok: false, not: { why: 'twoMarks' } }
  return write({ marks: [...first, mark], owed: now?.owed ?? false })
}

/** `second`: `+` was pressed before. Attendance is written from any column: it has one cell a pupil. */
export const newValue = (
  column: TodayColumn['kind'],
  now: Attendance | MarkValue | null,
  writing: Writing,
  second: boolean,
): NewValue => {
  if (writing.kind === 'attendance') return write(writing.value)
  if (writing.kind === 'clear') return write(null)
  if (column === 'attendance') return { ok: false, not: { why: 'markInAttendance' } }
  const mark = now as MarkValue | null
  if (writing.kind === 'owed') return write({ marks: mark?.marks ?? [], owed: true })
  return withMark(mark, writing.mark, second)
}
