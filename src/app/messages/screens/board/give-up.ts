// Two acts on one lesson or one teacher: not carrying to АИС СРО, and reminding.
import { counted } from '../../counts.ts'

/** «3 клетки», of what is given up. */
export const cellsToGive = (n: number): string => counted(n, ['клетку', 'клетки', 'клеток'])

export const giveUpWords = {
  title: 'Если АИС СРО не принимает этот урок',
  lead: (count: number): string =>
    `Ждут переноса: ${count}. Пока решения нет, сервер школы пробует внести их при каждом переносе учителя.`,
  begin: 'Не вносить в АИС СРО…',
  what: 'Что не вносить',
  pickAll: 'Выбрать все',
  details: 'Подробности',
  detailsNote: 'Например, кто и когда сообщил, что период закрыт.',
  submit: (cells: string): string => `Не вносить в АИС СРО: ${cells}`,
  remindTitle: 'Напомнить на планшете',
  remindWhat: 'Что напомнить',
  remindNote: 'Появится у учителя на экране «Сегодня», когда его планшет выйдет на связь.',
  remind: 'Напомнить',
  reminded: 'Уже напомнили',
}
