// What a key writes into a cell: the new value, or why it writes nothing. Pure.
import { type AbsenceReason, type Attendance, type MarkValue, withMark } from '../../domain/value.ts'
import type { TodayColumn } from './grid-columns.ts'
import type { GridCommand } from './grid-keys.ts'

export type Writing = Extract<GridCommand, { kind: 'mark' | 'owed' | 'attendance' | 'clear' | 'reason' }>

export type NotWritten =
  | { why: 'readOnly' }
  | { why: 'notInLesson' }
  | { why: 'notBegun' }
  | { why: 'noMark'; typed: string }
  | { why: 'markInAttendance' }
  | { why: 'twoMarks' }

export type GridValue = Attendance | MarkValue | AbsenceReason

export type NewValue = { ok: true; value: GridValue | null } | { ok: false; not: NotWritten }

const write = (value: GridValue | null): NewValue => ({ ok: true, value })

/**
 * `second`: `+` was pressed before. Attendance is written from any column: it has one cell a pupil. «Точка» goes on and off
 * in every view, by key and by finger, and leaves the marks.
 */
export const newValue = (
  column: TodayColumn['kind'],
  now: GridValue | null,
  writing: Writing,
  second: boolean,
): NewValue => {
  if (writing.kind === 'attendance') return write(writing.value)
  if (writing.kind === 'clear') return write(null)
  if (writing.kind === 'reason') return write(writing.reason && { reason: writing.reason })
  if (column === 'attendance') return { ok: false, not: { why: 'markInAttendance' } }
  const mark = now as MarkValue | null
  if (writing.kind === 'owed') {
    const { marks, owed } = mark ?? { marks: [], owed: false }
    return write(owed && marks.length === 0 ? null : { marks, owed: !owed })
  }
  const joined = withMark(mark, writing.mark, second)
  return joined ? write(joined) : { ok: false, not: { why: 'twoMarks' } }
}
