// Groups, individual plans and pupils with a status of their own.
import type { PupilStatus } from '../../../../domain/school.ts'

export const statusKindWords: Record<PupilStatus['kind'], string> = {
  exempt: 'Освобождение: в списке, но не занимается',
  homeSchooled: 'Обучение на дому: в уроках класса клеток нет',
  remote: 'Учится дистанционно',
}

export const groupWords = {
  title: 'Группы и индивидуальные планы',
  pupils: (plan: string, count: number): string => `${plan}учеников: ${count}`,
  individualPlan: 'индивидуальный план, ',
  members: 'Состав',
  lastDay: (day: string): string => `последний день ${day}`,
  leave: 'Выбывает из группы',
  addSince: (day: string): string => `Добавить, с ${day}`,
  none: 'В этом классе групп нет.',
  newTitle: 'Новая группа или индивидуальный план',
  individualPlanLong: 'Индивидуальный план (ИУП)',
  whoFromToday: 'Кто в ней с сегодняшнего дня',
  create: 'Завести',
  untilIfKnown: 'По, если известно',
  allSubjects: 'Все предметы',
  statusesTitle: 'Освобождения и обучение на дому',
  noStatuses: 'В этом классе их нет.',
  status: (subject: string, from: string, until: string): string => `, ${subject}, с ${from}${until}`,
  until: (day: string): string => ` по ${day}`,
  endToday: 'Сегодня последний день',
  enteredByMistake: 'Внесено по ошибке',
}
