// The few cells a simulation fights over: few, so that people meet in them.
import type { Cell } from '../../src/domain/cell.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'

type LessonCell = Exclude<Cell, { kind: 'termMark' }>

const oral = { workType: 'oralAnswer', n: 1 } as const

/** Of the algebra lesson, which its teacher and the class teacher may both write, and one lesson of the latter's own. */
const cells: readonly LessonCell[] = [
  { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' },
  { kind: 'attendance', lesson: algebraFirst, pupil: 'p2' },
  { kind: 'mark', lesson: algebraFirst, pupil: 'p1', ...oral },
  { kind: 'topic', lesson: algebraFirst },
  { kind: 'homework', lesson: algebraFirst },
  { kind: 'absenceReason', lesson: algebraFirst, pupil: 'p1' },
  { kind: 'attendance', lesson: english, pupil: 'p2' },
]

const values: Record<string, readonly (CellValue | null)[]> = {
  attendance: [
    { code: 'absent' },
    { code: 'present' },
    { code: 'late', minutes: 5 },
    { code: 'exempt' },
    null,
  ],
  absenceReason: [{ reason: 'illness' }, { reason: 'excused' }, null],
  mark: [
    { marks: ['5'], owed: false },
    { marks: ['4'], owed: false },
    { marks: ['5', '4'], owed: true },
    // Outside the scale: the hub refuses it, and what follows must reach through it.
    { marks: ['6' as '5'], owed: false },
    null,
  ],
  topic: [{ planItem: 5, text: 'Одночлены' }, { planItem: null, text: 'Повторение' }, null],
  homework: [{ none: true }, { text: '№ 341' }, null],
}

export const cellAt = (n: number): LessonCell => cells[n % cells.length] as LessonCell
export const valueAt = (cell: Cell, n: number): CellValue | null => {
  const list = values[cell.kind] ?? []
  return list[n % list.length] ?? null
}

/** Longer than any text of ours. */
const long = 'Стр. 12, № 341. '.repeat(260)

/** What a person may type into АИС for a cell: its own texts, presence as an empty cell among them, and what is none of them. */
const texts: Record<string, readonly string[]> = {
  attendance: ['ОТ', '', 'ОП 5', 'ОСВ', 'Б', 'УП', 'Н', 'ОП', 'Б ', 'от', 'x'],
  absenceReason: ['Б', 'УП', 'ОТ', '', 'уп', 'Н'],
  mark: ['5', '4', '5/4•', '', '5/4/3', 'x', ' 4'],
  topic: ['5. Одночлены', 'Повторение', '', '005. Одночлены', long],
  homework: ['не задано', '№ 341', '', 'Не задано', long],
}
export const aisTextAt = (cell: Cell, n: number): string => {
  const list = texts[cell.kind] ?? []
  return list[n % list.length] ?? ''
}
