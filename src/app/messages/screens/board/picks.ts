// Choosing among values on the board, п. 4.2.
import { counted } from '../../counts.ts'

export const picks = (n: number): string => counted(n, ['выбор', 'выбора', 'выборов'])

export const pickWords = {
  wasEmpty: 'клетка была пуста',
  inAis: 'стоит в АИС СРО',
  keep: (value: string): string => `Оставить «${value}»`,
  wholeLesson: 'весь урок',
  since: (moment: string): string => `с ${moment}`,
  title: (count: number): string => `Расхождения: ${count}`,
  pickProposed: (count: number): string => `Отметить предложенное: ${count}`,
  kept: 'Выбор сохранён на этом устройстве и уйдёт на сервер школы.',
  overtaken: 'Ваш прежний выбор не принят: появилось ещё одно значение. Всё цело. Выберите снова.',
  reason: 'Причина выбора, п. 4.2',
  reasonNeeded: 'Напишите, почему выбрано это значение: без причины сервер школы выбор не примет.',
  reasonNote: 'Останется в истории каждой клетки. Остальные значения хранятся тоже.',
  record: (count: number): string => `Записать выбранное: ${count}`,
}
