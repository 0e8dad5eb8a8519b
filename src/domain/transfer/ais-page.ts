// A lesson as АИС СРО shows it, and the projection of our cells onto it. Presence is an empty cell there.
import type { LessonId } from '../cell.ts'
import { type Cell, cellKey } from '../cell.ts'
import type {
  AbsenceReason,
  Attendance,
  CellValue,
  HomeworkValue,
  Mark,
  MarkValue,
  TopicValue,
} from '../value.ts'

/** Absence codes of АИС: reason unknown, illness, excused, unexcused, late, exempt. */
export type AisAbsence = 'ОТ' | 'Б' | 'УП' | 'НП' | `ОП ${number}` | 'ОСВ'

/** A place on the page: attendance and its reason share one, every other cell has its own. */
export type AisSlot = string

/** What a lesson's page holds; a slot that is missing is empty. */
export interface AisPage {
  lesson: LessonId
  slots: Readonly<Record<AisSlot, string>>
  /** АИС tells who changed the page last, never who changed a cell. */
  changed: { by: string; at: string } | null
}

export const aisSlot = (cell: Cell): AisSlot =>
  cell.kind === 'absenceReason' ? cellKey({ ...cell, kind: 'attendance' }) : cellKey(cell)

const reasonCode = { illness: 'Б', excused: 'УП', unexcused: 'НП' } as const

/** One АИС code for an absence and its reason; '' for presence and for a blank cell. */
export const projectAttendance = (
  attendance: Attendance | null,
  reason: AbsenceReason | null,
): AisAbsence | '' => {
  switch (attendance?.code) {
    case undefined:
    case 'present':
      return ''
    case 'late':
      return `ОП ${attendance.minutes}`
    case 'exempt':
      return 'ОСВ'
    case 'absent':
      return reason ? reasonCode[reason.reason] : 'ОТ'
  }
}

/** The text of any other cell in АИС; '' for blank. */
export const projectValue = (value: CellValue | null): string => {
  if (value === null) return ''
  if ('marks' in value) return value.marks.join('/') + (value.owed ? '•' : '')
  if ('mark' in value) return value.mark
  if ('none' in value) return 'не задано'
  if ('title' in value) return value.title
  if ('planItem' in value) return value.planItem === null ? value.text : `${value.planItem}. ${value.text}`
  if ('text' in value) return value.text
  if ('code' in value) return projectAttendance(value, null)
  return reasonCode[value.reason]
}

const reasonOf: Record<string, AbsenceReason['reason']> = { Б: 'illness', УП: 'excused', НП: 'unexcused' }

/** An АИС code read back as the two cells it stands for. An empty slot is presence. */
export const readAttendance = (code: string): { attendance: Attendance; reason: AbsenceReason | null } => {
  const reason = reasonOf[code]
  if (reason) return { attendance: { code: 'absent' }, reason: { reason } }
  if (code === 'ОТ') return { attendance: { code: 'absent' }, reason: null }
  if (code === 'ОСВ') return { attendance: { code: 'exempt' }, reason: null }
  const late = /^ОП(?: (\d+))?$/.exec(code)
  if (late) return { attendance: { code: 'late', minutes: Number(late[1] ?? 0) }, reason: null }
  return { attendance: { code: 'present' }, reason: null }
}

/** The separator of a double mark stands inside «н/а» too, so that mark is looked for first. */
const readMark = (text: string): MarkValue => ({
  marks: (text.replace('•', '').match(/н\/а|[^/]+/g) ?? []) as Mark[],
  owed: text.includes('•'),
})

const readTopic = (text: string): TopicValue => {
  const match = /^(\d+)\. (.*)$/s.exec(text)
  return match ? { planItem: Number(match[1]), text: match[2] ?? '' } : { planItem: null, text }
}

const readHomework = (text: string): HomeworkValue => (text === 'не задано' ? { none: true } : { text })

/** A slot's text read back as the value of its cell; null for an empty slot. Attendance has its own reader. */
export const readValue = (cell: Cell, text: string): CellValue | null => {
  if (cell.kind === 'attendance') return readAttendance(text).attendance
  if (cell.kind === 'absenceReason') return readAttendance(text).reason
  if (text === '') return null
  switch (cell.kind) {
    case 'mark':
      return readMark(text)
    case 'termMark':
      return { mark: text as Mark }
    case 'work':
      return { title: text }
    case 'topic':
      return readTopic(text)
    case 'homework':
      return readHomework(text)
    case 'individualHomework':
      return { text }
  }
}
