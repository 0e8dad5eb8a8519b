// People and terms of the school in words, where a deputy edits them.
import type { Position } from '../../domain/school.ts'

export const positionWords: Record<Position, string> = {
  teacher: 'учитель',
  deputyHead: 'заместитель директора',
  head: 'директор',
}

export const newLoginNote = 'Пароль выдаст тот, кто ведёт школьный сервер. До этого войти нельзя.'

export const termNote =
  'Даты периода решают, в какие дни есть уроки и когда ставят итоговые. Записанное вне новых дат остаётся и уйдёт как есть.'
