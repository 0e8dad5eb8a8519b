// Short names for tables of the regulation: moments at the school, lessons of the tiny one, what was recorded.
import type { Cell } from '../../src/domain/cell.ts'
import { cellKey } from '../../src/domain/cell.ts'
import type { Recorded } from '../../src/domain/findings/finding.ts'
import type { KnownCells } from '../../src/domain/findings/obligation.ts'
import { type Lesson, lessonById } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { dateAt, momentOf } from '../../src/domain/time.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { tinySchool } from '../domain/tiny-school.ts'

/** `at('24.11 15:05')` of 2026, by the school's clock; `24:00` is the end of that day. */
export const at = (text: string): string => {
  const [, day, month, time = ''] = /^(\d\d)\.(\d\d) (.+)$/.exec(text) ?? []
  return momentOf(`2026-${month}-${day}`, time, tinySchool.zone)
}

/** The moment as the school reads it: `24.11 15:05`. */
export const read = (instant: string | undefined | null): string => {
  if (!instant) return 'none'
  const date = dateAt(instant, tinySchool.zone)
  const time = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16)
  return `${date.slice(8)}.${date.slice(5, 7)} ${time}`
}

export const lessonOf = (id: string, school: School = tinySchool): Lesson => {
  const found = lessonById(school, id)
  if (!found) throw new Error(`no lesson ${id}`)
  return found
}

/** Recorded by a clock that is known to be right. */
export const recorded = (cell: Cell, value: CellValue | null, when: string): Recorded => ({
  cell,
  value,
  author: 'algebraist',
  saw: null,
  reason: null,
  recordedAt: at(when),
  clock: { offsetMs: 0, doubtMs: 0 },
  receivedAt: null,
})

export const known = (rows: readonly (readonly [Cell, CellValue | null])[]): KnownCells =>
  new Map(rows.map(([cell, value]) => [cellKey(cell), { cell, value }]))
