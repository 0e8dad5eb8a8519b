// What a substitute typed of a lesson that the tablet's lists don't have, as entries of provisional cells.
import type { Cell } from '../../domain/cell.ts'
import { provisionalLesson, provisionalPupil } from '../../domain/provisional.ts'
import type { CellValue } from '../../domain/value.ts'

export interface TypedLesson {
  schoolClass: string
  date: string
  period: string
  topic: string
  homework: string
  /** «Не задано» is said, not left out (п. 2.8). */
  noHomework: boolean
  /** A name a line. */
  absent: string
}

export interface TypedChange {
  cell: Cell
  value: CellValue
}

/** Empty fields say nothing and make no entry. */
export const changesOf = (typed: TypedLesson): TypedChange[] => {
  const { schoolClass, date, period } = typed
  const lesson = provisionalLesson({ schoolClass, date, period: Number(period) })
  const topic = typed.topic.trim()
  const homework = typed.homework.trim()
  const names = new Set(typed.absent.split('\n').flatMap((line) => line.trim() || []))
  return [
    ...(topic ? [{ cell: { kind: 'topic', lesson } as const, value: { planItem: null, text: topic } }] : []),
    ...(typed.noHomework
      ? [{ cell: { kind: 'homework', lesson } as const, value: { none: true as const } }]
      : []),
    ...(homework && !typed.noHomework
      ? [{ cell: { kind: 'homework', lesson } as const, value: { text: homework } }]
      : []),
    ...[...names].map((name) => ({
      cell: { kind: 'attendance', lesson, pupil: provisionalPupil(name) } as const,
      value: { code: 'absent' } as const,
    })),
  ]
}
