// What a cell holds, in the words and letters of the register.
import type { Cell, WorkTypeCode } from '../../domain/cell.ts'
import { type Notation, notationOf } from '../../domain/notation/notation.ts'
import type {
  AbsenceReason,
  AisText,
  Attendance,
  AttendanceCode,
  CellValue,
  MarkValue,
} from '../../domain/value.ts'

export const workTitles: Record<WorkTypeCode, string> = {
  oralAnswer: 'Ответ на уроке',
  controlTest: 'Контрольная работа',
  independentWork: 'Самостоятельная работа',
  labWork: 'Лабораторная работа',
  practicalWork: 'Практическая работа',
  essay: 'Сочинение',
  retelling: 'Изложение',
  dictation: 'Диктант',
}

/** Column heads are narrow. */
export const workShort: Record<WorkTypeCode, string> = {
  oralAnswer: 'ответ',
  controlTest: 'контр.',
  independentWork: 'сам.',
  labWork: 'лаб.',
  practicalWork: 'практ.',
  essay: 'соч.',
  retelling: 'изл.',
  dictation: 'дикт.',
}

export const reasonWords: Record<AbsenceReason['reason'], string> = {
  illness: 'болезнь',
  excused: 'уважительная',
  unexcused: 'неуважительная',
}

/** On a key, where the whole word has no room. */
export const reasonShort: Record<AbsenceReason['reason'], string> = {
  illness: 'болезнь',
  excused: 'уваж.',
  unexcused: 'неуваж.',
}

let written: Notation = notationOf({})

/**
 * How the school of this tablet writes. Like a language it is set for every screen at once: a tablet holds one school,
 * and a value is put into words at some eighty places, most of which know no school.
 */
export const setNotation = (notation: Notation): void => {
  written = notation
}

export const notation = (): Notation => written

/** The school's letters for a code of attendance; presence has its tick where it is shown at all. */
export const letterOf = (code: AttendanceCode): string => written.letters[code]

/** In a sentence presence is said, not ticked. */
const attendanceText = (value: Attendance): string => {
  if (value.code === 'present') return 'на уроке'
  return value.code === 'late' ? `${letterOf('late')} ${value.minutes} мин` : letterOf(value.code)
}

export const markText = (value: MarkValue | AisText): string =>
  'aisText' in value ? value.aisText : `${value.marks.join(written.separator)}${value.owed ? '•' : ''}`

/** A value as text; «пусто» for a blank or withdrawn one. */
export const valueText = (value: CellValue | null): string => {
  if (value === null) return 'пусто'
  if ('aisText' in value) return value.aisText
  if ('code' in value) return attendanceText(value)
  if ('reason' in value) return reasonWords[value.reason]
  if ('marks' in value) return markText(value) || 'пусто'
  if ('mark' in value) return value.mark
  if ('title' in value) return value.title
  if ('none' in value) return 'не задано'
  return value.text
}

/** As it stands in a narrow cell: presence is ticked there. */
export const cellSign = (text: string): string =>
  text === valueText({ code: 'present' }) ? letterOf('present') : text

/** What a letter of the register says, of a girl as of a boy; null where the text says it by itself. */
export const valueWords = (value: CellValue | null): string | null => {
  if (value === null) return null
  if ('aisText' in value) return 'так записано в АИС СРО'
  if (!('code' in value)) return null
  return { absent: 'нет на уроке', late: 'опоздание', exempt: 'освобождение', present: null }[value.code]
}

export const cellWords = (cell: Cell): string => {
  switch (cell.kind) {
    case 'attendance':
      return 'посещаемость'
    case 'absenceReason':
      return 'причина пропуска'
    case 'work':
      return `работа урока: ${workTitles[cell.workType].toLowerCase()}`
    case 'mark':
      return `отметка, ${workTitles[cell.workType].toLowerCase()}`
    case 'topic':
      return 'тема урока'
    case 'homework':
      return 'домашнее задание'
    case 'individualHomework':
      return 'индивидуальное задание'
    case 'termMark':
      return 'итоговая отметка'
  }
}
