// The keys, where they work and what they do: the one list of them, for the help and for the grid's own panel.
import type { Attendance } from '../../../domain/value.ts'
import { keyOf, letterKeys } from '../../grid/letter-keys.ts'
import { notation } from '../values.ts'

type KeyLine = readonly [keys: readonly string[], words: string]

interface KeyGroup {
  title: string
  rows: readonly KeyLine[]
}

/** The school's own letters; a code whose key another took is not named. */
const attendanceLine = (
  words: Partial<Record<Attendance['code'], string>>,
  more: readonly string[] = [],
): KeyLine => {
  const named = Object.entries(words).flatMap(([code, word]) => {
    const key = keyOf(code as Attendance['code'], notation())
    return key === null ? [] : [[key, word] as const]
  })
  return [[...more, ...named.map(([key]) => key)], named.map(([, word]) => word).join(', ')]
}

/** Letters that the school's own of attendance have not taken. */
const markLine = (): KeyLine => {
  const taken = letterKeys(notation())
  const free = Object.entries({ А: 'н/а', З: 'зачёт', Т: 'точка' }).filter(([letter]) => !taken[letter])
  return [free.map(([letter]) => letter), free.map(([, word]) => word).join(', ')]
}

/** The same letters and digits write everywhere in a lesson. */
const writing = (): readonly KeyLine[] => [
  [['5', '4', '3', '2'], 'отметка и вниз'],
  attendanceLine({ absent: 'нет', late: 'опоздание', exempt: 'освобождение' }),
  markLine(),
  [['+'], 'вторая отметка: 5 + 4'],
  [['Del'], 'снять значение'],
]

const takingBack: readonly KeyLine[] = [
  [['Ctrl', 'Z'], 'отменить'],
  [['Ctrl', 'Y'], 'вернуть отменённое'],
]

export const gridKeys = (): readonly KeyLine[] => [
  ...writing(),
  [['Enter'], 'вниз, в расхождении открыть его'],
  [['Shift', '↓'], 'выделить'],
  [['Ctrl', 'A'], 'выделить столбец'],
  [['Ctrl', 'C'], 'скопировать столбец'],
  [['Ctrl', 'V'], 'вставить столбец'],
  ...takingBack,
  [['Home', 'End'], 'края строки, с Ctrl сетки'],
  [['F2'], 'что было в клетке'],
  [['Esc'], 'выйти из клетки'],
]

export const keyGroups = (): readonly KeyGroup[] => [
  {
    title: 'Везде',
    rows: [
      [['?'], 'этот список, в сетке список у клеток'],
      [['Tab'], 'к следующей кнопке или полю'],
      [['Enter'], 'нажать, открыть'],
      [['Esc'], 'закрыть'],
      [['Ctrl', 'L'], 'к выходу с планшета'],
    ],
  },
  {
    title: 'Урок, список',
    rows: [
      [['↑', '↓', '←', '→'], 'по клеткам'],
      ...writing(),
      [['Home', 'End'], 'края строки, с Ctrl списка'],
      ...takingBack,
    ],
  },
  { title: 'Урок, сетка', rows: [[['↑', '↓', '←', '→'], 'по клеткам'], ...gridKeys()] },
  {
    title: 'Урок, карточки',
    rows: [
      [['→'], 'здесь и дальше'],
      attendanceLine({ absent: 'нет на уроке' }, ['←']),
      attendanceLine({ late: 'опоздание', exempt: 'освобождение' }),
      [['↑', '↓'], 'прошлый и следующий ученик'],
      [['Del'], 'снять значение'],
      ...takingBack,
    ],
  },
  {
    title: 'Расхождения',
    rows: [
      [['1', '2'], 'выбрать значение под этим номером'],
      [['Ctrl', 'Z'], 'снять выбор'],
      [['Esc'], 'решить позже'],
    ],
  },
]
