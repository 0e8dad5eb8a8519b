// Who teaches what, the bells and the week's plan.
import type { BellKind } from '../../../school/timetable/bell-edits.ts'

export const bellTitles: Record<BellKind, string> = {
  bells: 'Обычные звонки',
  'short-bells': 'Звонки сокращённого дня',
}

export const timetableWords = {
  perWeek: (hours: number): string => `уроков в неделю: ${hours}`,
  otherTeacher: 'Другой учитель',
  whoSince: (day: string): string => `Кто ведёт с ${day}`,
  forWhom: 'Кому',
  wholeClass: 'Весь класс',
  teacher: 'Учитель',
  addSubject: 'Добавить предмет',
  assignmentsTitle: 'Кто что ведёт',
  ringFrom: 'Звенят с',
  saveBells: 'Сохранить звонки',
  oneMoreLesson: (shift: string): string => `Ещё урок, ${shift} смена`,
  bell: (shift: string, period: string): string => `${shift} смена, ${period}-й урок`,
  removeBell: (period: string, shift: string): string => `Убрать ${period}-й урок, ${shift} смена`,
  removeSmall: 'убрать',
  until: 'До',
  through: (day: string): string => `по ${day}`,
  bellLine: (shift: number, period: number, begins: string, ends: string, days: string): string =>
    `${shift} смена, ${period}-й: ${begins}–${ends}${days}`,
  set: 'Задать',
  notSet: 'Не заданы: в сокращённый день звенят обычные.',
  before: (day: string): string => `до ${day}`,
  removePlace: (day: string, period: number, name: string | undefined): string =>
    `Убрать: ${day}, ${period}-й урок, ${name}`,
  addPlaceTitle: (day: string): string => `Добавить урок в неделю, с ${day}`,
  weekday: 'В какой день',
  planSince: 'Расписание с этого дня',
  planNote: 'Уроки до этого дня остаются, как были',
}
