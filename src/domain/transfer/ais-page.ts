// A lesson as АИС СРО shows it, and the projection of our cells onto it. Presence is an empty cell there.
import type { LessonId } from '../cell.ts'
import { type Cell, cellKey } from '../cell.ts'
import { readMarks } from '../notation/notation.ts'
import {
  type AbsenceReason,
  type AisText,
  type Attendance,
  type CellValue,
  type HomeworkValue,
  longestText,
  type Mark,
  type MarkValue,
  type TopicValue,
} from '../value.ts'

/** A place on the page: attendance and its reason share one, every other cell has its own. */
export type AisSlot = string

/** What a lesson's page holds; a slot that is missing is empty. */
export interface AisPage {
  lesson: LessonId
  slots: Readonly<Record<AisSlot, string>>
  /** АИС tells who changed the page last, never who changed a cell. */
  changed: { by: string; at: string } | null
}

/** The cell by which the slot of another is named: attendance for a reason. */
export const slotCell = (cell: Cell): Cell =>
  cell.kind === 'absenceReason' ? { ...cell, kind: 'attendance' } : cell

export const aisSlot = (cell: Cell): AisSlot => cellKey(slotCell(cell))

/** АИС keeps codes of its own, whatever letters the school writes. */
const reasonCodes = { illness: 'Б', excused: 'УП', unexcused: 'НП' } as const

/** One АИС code for an absence and its reason; '' for presence and for a blank cell. A text of АИС stands for itself. */
export const projectAttendance = (
  attendance: Attendance | AisText | null,
  reason: AbsenceReason | null,
): string => {
  if (attendance !== null && 'aisText' in attendance) return attendance.aisText
  switch (attendance?.code) {
    case undefined:
    case 'present':
      return ''
    case 'late':
      return `ОП ${attendance.minutes}`
    case 'exempt':
      return 'ОСВ'
    case 'absent':
      return reason ? reasonCodes[reason.reason] : 'ОТ'
  }
}

/** The text of any other cell in АИС; '' for blank. */
export const projectValue = (value: CellValue | null): string => {
  if (value === null) return ''
  if ('aisText' in value) return value.aisText
  if ('marks' in value) return value.marks.join('/') + (value.owed ? '•' : '')
  if ('mark' in value) return value.mark
  if ('none' in value) return 'не задано'
  if ('title' in value) return value.title
  if ('planItem' in value) return value.planItem === null ? value.text : `${value.planItem}. ${value.text}`
  if ('text' in value) return value.text
  if ('code' in value) return projectAttendance(value, null)
  return reasonCodes[value.reason]
}

const reasonOf: Record<string, AbsenceReason['reason']> = { Б: 'illness', УП: 'excused', НП: 'unexcused' }
/** The wire and the tablets know no later arrival. */
const mostMinutes = 300

/** What an АИС code says of attendance; null for a text that is none of its codes. */
const readCode = (code: string): Attendance | null => {
  if (code === '') return { code: 'present' }
  if (code === 'ОТ' || reasonOf[code]) return { code: 'absent' }
  if (code === 'ОСВ') return { code: 'exempt' }
  const minutes = Number(/^ОП ([1-9]\d{0,2})$/.exec(code)?.[1] ?? 0)
  return 1 <= minutes && minutes <= mostMinutes ? { code: 'late', minutes } : null
}

/**
 * An АИС code read back as the two cells it stands for; neither case nor spaces around it matter. An empty slot is
 * presence. Any other text stays a text: nobody's absence is guessed from it, and none is denied.
 */
export const readAttendance = (
  text: string,
): { attendance: Attendance | AisText; reason: AbsenceReason | null } => {
  const code = text.trim().toUpperCase()
  const reason = reasonOf[code]
  return { attendance: readCode(code) ?? { aisText: text }, reason: reason ? { reason } : null }
}

/** Does what АИС holds in a slot say the value of the cell? Of the shared slot each cell has its own part. */
export const tellsValue = (cell: Cell, value: CellValue | null, text: string): boolean => {
  const written = [text, text.trim()]
  if (cell.kind === 'attendance') {
    const said = projectAttendance(value as Attendance | AisText | null, readAttendance(text).reason)
    return [...written, text.trim().toUpperCase()].includes(said)
  }
  if (cell.kind === 'absenceReason') return projectValue(value) === projectValue(readAttendance(text).reason)
  return written.includes(projectValue(value))
}

const readMark = (text: string, scale: readonly Mark[]): MarkValue => ({
  marks: readMarks(text.replace('•', ''), scale, /\//g) ?? [],
  owed: text.includes('•'),
})

const readTopic = (text: string): TopicValue => {
  const [, planItem, topic = ''] = /^(\d{1,9})\. (.*)$/s.exec(text) ?? []
  // «007. » is no number of a plan: it must be written back as it stands.
  const isNumber = planItem !== undefined && planItem === String(Number(planItem))
  return isNumber ? { planItem: Number(planItem), text: topic } : { planItem: null, text }
}

const readHomework = (text: string): HomeworkValue => (text === 'не задано' ? { none: true } : { text })

const readText = (cell: Cell, text: string, scale: readonly Mark[]): CellValue | null => {
  switch (cell.kind) {
    case 'mark':
      return readMark(text.trim(), scale)
    case 'termMark': {
      const mark = text.trim()
      return scale.includes(mark) ? { mark } : null
    }
    case 'work':
      return { title: text }
    case 'topic':
      return readTopic(text)
    case 'homework':
      return readHomework(text)
    default:
      return { text }
  }
}

/**
 * A slot's text read back as the value of its cell; null for an empty slot. What no value of ours says to the letter is
 * carried as a text. `scale` is every mark that the school takes. Attendance has its own reader.
 */
export const readValue = (cell: Cell, text: string, scale: readonly Mark[]): CellValue | null => {
  if (cell.kind === 'attendance') return readAttendance(text).attendance
  if (cell.kind === 'absenceReason') return readAttendance(text).reason
  if (text.trim() === '') return null
  const value = readText(cell, text, scale)
  const isSaid = [text, text.trim()].includes(projectValue(value))
  return isSaid && text.length <= longestText ? value : { aisText: text }
}
