// One answer or one mark for the whole class.
import type { Left } from '../../lesson/bulk/bulk.ts'
import { valueText } from '../values.ts'

export const bulkWords = {
  title: 'Весь класс',
  exceptions: 'Исключения',
  conflict: 'расхождение',
  exception: 'исключение',
  allAbsent: 'Все отсутствуют, кроме…',
  allPresent: 'Все на уроке',
  allExempt: 'Все освобождены',
  toAll: ': всем',
  tapWhoCame: 'Коснитесь тех, кто пришёл',
  tapWhoStays: 'Коснитесь тех, кого не надо менять',
  willBeWritten: (values: string): string => `Запишется: ${values}. Только пустые клетки.`,
  allRecorded: 'Записывать нечего: каждая клетка уже записана.',
  allExcepted: 'Записывать нечего: пусто только у исключений.',
  stays: (count: number, pupils: string): string => `Останется как есть, ${count}: ${pupils}`,
  leave: 'Не менять',
  close: 'Закрыть',
  said: (value: string, entries: string): string => `Весь класс, ${value}: ${entries}`,
  keepBoth: 'Оставить обе записи',
  takeAway: (entries: string): string => `Снять ${entries}`,
  replace: (entries: string): string => `Заменить ${entries}`,
  changeNothing: 'Ничего не менять',
}

/** Why a pupil's cell stays as it is, or what stands there. */
export const leftWord = ({ why, value }: Left): string => {
  switch (why) {
    case 'conflict':
      return bulkWords.conflict
    case 'excepted':
      return bulkWords.exception
    case 'recorded':
      return valueText(value)
  }
}
