// The grid of a lesson, and the panel beside it.
import { counted } from '../counts.ts'

export const cellsWord = (n: number): string => counted(n, ['клетка', 'клетки', 'клеток'])

export const gridWords = {
  side: 'Клетка и урок',
  pastCell: (name: string, day: string, text: string): string => `${name}, ${day}, ${text}, только чтение`,
  title: 'Сетка урока',
  markPart: ', отметка',
  reasonPart: ', причина',
  pastColumn: (day: string): string => `${day}, только чтение`,
  history: 'В этой клетке раньше',
  noHistory: 'Вы сюда ничего не записывали.',
  cleared: (was: string): string => `снято (было ${was})`,
  chosen: 'Выбранная клетка',
  earlier: 'раньше',
  keys: 'Клавиши',
  proposed: 'предлагается: на уроке',
  leftIsReadOnly: 'слева от двойной черты только чтение',
  cellValue: 'Значение клетки',
  readOnly: 'только чтение',
  absentStands: (letters: string): string => `стоит ${letters}`,
  clear: 'Снять',
  writeAndReplace: (count: number): string => `Записать ${count} и заменить`,
  replace: 'Заменить',
  doNotClear: 'Не снимать',
  doNotPaste: 'Не вставлять',
  pasteTitle: 'Вставка столбца',
  clearTitle: 'Снять значения',
  willBeWritten: (cells: string): string => `Запишется: ${cells}`,
  willBeCleared: (cells: string): string => `Будет снято: ${cells}`,
  recordedStay: (cells: string): string => `Уже записаны, без вашего слова останутся: ${cells}`,
  conflictsStay: (names: string): string => `Расхождение, не тронем: ${names}. Его решают на своей карточке.`,
  sameStands: (cells: string): string => `То же значение уже стоит: ${cells}.`,
  pasted: 'Вставлено отметок',
  clearedCount: 'Снято значений',
}
