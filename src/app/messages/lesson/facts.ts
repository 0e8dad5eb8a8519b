// Words of a lesson’s topic, homework, works and single tasks.
import { counted } from '../counts.ts'

/** `item` is the КТП's number whose turn it is, if there is one; п. 2.7. */
export const topicLabel = (item: number | null, deviates: boolean): string => {
  if (item === null) return 'Тема, п. 2.7'
  return deviates ? `Тема, не по КТП: там № ${item}, п. 2.7` : `Тема, КТП № ${item}, п. 2.7`
}

/** Labels of fields whose text was typed before and is no entry. */
export const topicWaits = 'Тема набрана, но не записана'
export const homeworkWaits = 'Задание набрано, но не записано'
export const taskWaits = 'Текст набран раньше и не записан'

export const marksCounted = (n: number): string =>
  n === 0 ? 'нет отметок' : counted(n, ['отметка', 'отметки', 'отметок'])

export const factWords = {
  workAdded: (title: string): string => `Работа урока: ${title}`,
  noHomework: 'не задано',
  homeworkSaid: (text: string): string => `Домашнее задание: ${text}`,
  homeworkLabel: (time: string): string => `Домашнее задание, до ${time}, п. 2.8`,
  asLastTimeLong: (text: string): string => `как в прошлый раз: ${text}`,
  asLastTime: 'как в прошлый раз',
  byPlanLong: (text: string): string => `по КТП: ${text}`,
  byPlan: 'по КТП',
  taskSaid: (name: string, text: string): string => `${name}, задание: ${text}`,
  taskTitle: (name: string): string => `Задание одному ученику: ${name}`,
  record: 'Записать',
  closeKeepsDraft: 'Закрыть, текст останется черновиком',
  taskLabel: 'Что задано (об учёбе, не об ученике)',
  recordTyped: 'Записать набранное',
  topicSaid: (text: string): string => `Тема урока: ${text}`,
  inPlan: (item: number | null, text: string): string => `В КТП № ${item}: ${text}`,
  recordPlannedLong: (text: string): string => `Записать тему из КТП: ${text}`,
  recordPlanned: 'Записать тему из КТП',
  works: 'Работы урока',
  worksHead: 'Работы, п. 2.7',
  removeWork: (work: string): string => `Убрать работу: ${work}`,
  workRemoved: (work: string): string => `Работа убрана: ${work}`,
  addWork: 'Добавить работу',
}
