// What «Урок отмечен» has still to write, and what a lesson lacks.
import type { Cell } from '../../../domain/cell.ts'
import type { Finishing } from '../../lesson/finishing.ts'
import { counted } from '../counts.ts'

const typedWords = (cells: readonly Cell[]): string => {
  const tasks = cells.filter((one) => one.kind === 'individualHomework').length
  const words = [
    cells.some((one) => one.kind === 'topic') && 'тема',
    cells.some((one) => one.kind === 'homework') && 'домашнее задание',
    tasks > 0 && counted(tasks, ['задание ученику', 'задания ученикам', 'заданий ученикам']),
  ]
  return words.filter(Boolean).join(', ')
}

/** What the button would write, and what it would not. */
export const finishWords = ({ blank, topic, unrecorded }: Finishing): string => {
  const planned = topic === 'planned'
  const pupils =
    blank > 0
      ? `${blank} без записи: запишется «на уроке»${planned ? ' и тема' : ''}`
      : `Записан каждый ученик${planned ? ', запишется тема из КТП' : ''}`
  const typed = unrecorded.length > 0 ? `. Набрано, но не записано: ${typedWords(unrecorded)}` : ''
  return pupils + typed
}

/** Said in the place of the button, where it has nothing to write. */
export const doneWords = ({ topic, unrecorded }: Finishing): string => {
  if (unrecorded.length > 0) return 'Класс отмечен, набранное не записано'
  return topic === 'missing' ? 'Класс отмечен, темы нет' : 'Урок отмечен полностью'
}
