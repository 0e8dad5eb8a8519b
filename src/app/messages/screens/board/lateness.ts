// What was late or missing on a day, by clause.
import type { Clause } from '../../../../domain/deadline/deadline.ts'

export const clauseWords: Partial<Record<Clause, string>> = {
  '2.5': 'посещаемость, день урока',
  '2.6': 'отметки',
  '2.7': 'тема и план',
  '2.8': 'домашнее задание',
  '2.9': 'причины по документам',
  '3.2': 'поздно перенесено из уроков дня; не перенесено, сейчас',
  '4.4': 'правка без причины',
}

export const latenessWords = {
  clause: (clause: string): string => `п. ${clause}`,
  caption: (day: string): string => `Опоздания по пунктам, ${day}`,
  clauseHead: 'Пункт',
  late: 'Поздно',
  missing: 'Нет',
  other: 'Прочее',
  day: 'День',
  details: (count: number): string => `Подробно: ${count}`,
  place: (target: string, subject: string, period: number): string =>
    `, ${target} ${subject}, ${period}-й урок`,
}
