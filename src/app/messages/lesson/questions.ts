// What a person is asked before an act, and the reasons there are to choose from. No free text about a pupil.
import type { WhyAsked } from '../../lesson/ask/ask-first.ts'
import { counted } from '../counts.ts'
import { letterOf } from '../values.ts'

export const reasonChoices: Record<WhyAsked, readonly string[]> = {
  earlierMark: [
    'Ошибка при вводе',
    'Поставлена не тому ученику',
    'Работа переписана',
    'Работа сдана позже',
    'Работа перепроверена',
  ],
  colleague: ['Ошибка при вводе', 'По просьбе учителя предмета', 'По документу'],
}

/** As the choices of a field: nothing is chosen at first. */
export const colleagueReasons = ['', ...reasonChoices.colleague].map((one) => ({
  value: one,
  label: one || 'Выберите причину',
}))

export const reasonQuestions: Record<WhyAsked, { title: string; note: string }> = {
  earlierMark: {
    title: 'Почему меняется отметка прошлого урока?',
    note: 'Прежняя отметка останется в истории, причина встанет рядом с новой (п. 2.6).',
  },
  colleague: {
    title: 'Почему меняется запись учителя предмета?',
    note: 'Прежнее значение останется в истории, причину увидит завуч (п. 4.4).',
  },
}

export const besideAbsenceQuestion = (): { title: string; note: string } => ({
  title: `${letterOf('absent')} и отметка на одном уроке`,
  note: 'Так бывает: ученик ушёл с урока или сдал работу позже. Могут стоять обе записи.',
})

export const takenAwayQuestion = (cells: number): { title: string; note: string } => ({
  title: `Снять ${counted(cells, ['запись', 'записи', 'записей'])}?`,
  note: 'Эти клетки опустеют, прежние значения останутся в истории. «Отменить» вернёт их.',
})

export const overRecordedQuestion = (over: number, blank: number): { title: string; note: string } => ({
  title: `Заменить ${counted(over, ['запись', 'записи', 'записей'])}?`,
  note: `В этих клетках уже есть значение, прежнее останется в истории.${blank > 0 ? ` Пустых клеток запишется: ${blank}.` : ''}`,
})
