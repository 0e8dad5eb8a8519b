// Documents about absences in words: what kinds there are, and why one can't be entered (п. 2.9).
import type { DocumentFault } from '../../domain/pupils/absence-document.ts'
import type { AbsenceDocumentKind } from '../../domain/value.ts'
import { counted } from './counts.ts'

export const documentKindWords: Record<AbsenceDocumentKind, string> = {
  medical: 'Медицинская справка',
  guardian: 'Заявление родителя',
  order: 'Приказ школы',
  other: 'Другой документ',
}

export const documentFaultSentences: Record<DocumentFault, string> = {
  receivedAhead: 'Дата получения ещё не наступила. Укажите день, когда документ попал к вам (п. 2.9).',
  daysTurned: 'Последний день раньше первого. Проверьте даты документа.',
}

export const absences = (n: number): string => counted(n, ['пропуск', 'пропуска', 'пропусков'])
