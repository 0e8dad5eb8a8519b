// The duties and their terms on «Сегодня».
import { counted } from '../../counts.ts'

/** «3 места»: final marks that are missing. */
export const termPlaces = (n: number): string => counted(n, ['место', 'места', 'мест'])

export const dutyWords = {
  title: 'Сроки',
  none: 'Сейчас ничего не ждёт срока.',
  noTerm: 'без срока',
  soon: 'скоро · ',
  clause: (clause: string): string => `п. ${clause}`,
  inOutage: (numbers: string): string => `, перерыв в доступе № ${numbers}`,
  more: (count: number): string => `ещё ${count}`,
  overdue: (count: number): string => `Срок прошёл: ${count}`,
  lessons: (numbers: string, day: string): string => `уроки ${numbers}${day}`,
  lesson: (period: number | undefined, day: string): string => `${period}-й урок${day}`,
}
