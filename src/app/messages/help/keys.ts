// The keys, where they work and what they do: the one list of them, for the help and for the grid's own panel.

type KeyLine = readonly [keys: readonly string[], words: string]

interface KeyGroup {
  title: string
  rows: readonly KeyLine[]
}

/** The same letters and digits write everywhere in a lesson. */
const writing: readonly KeyLine[] = [
  [['5', '4', '3', '2'], 'отметка и вниз'],
  [['Н', 'О', 'В'], 'нет, опоздал, освобождён'],
  [['А', 'З', 'Т'], 'н/а, зачёт, точка'],
  [['+'], 'вторая отметка: 5 + 4'],
  [['Del'], 'снять значение'],
]

const takingBack: readonly KeyLine[] = [
  [['Ctrl', 'Z'], 'отменить'],
  [['Ctrl', 'Y'], 'вернуть отменённое'],
]

export const gridKeys: readonly KeyLine[] = [
  ...writing,
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

export const keyGroups: readonly KeyGroup[] = [
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
      ...writing,
      [['Home', 'End'], 'первый и последний ученик'],
      ...takingBack,
    ],
  },
  { title: 'Урок, сетка', rows: [[['↑', '↓', '←', '→'], 'по клеткам'], ...gridKeys] },
  {
    title: 'Урок, карточки',
    rows: [
      [['→'], 'здесь и дальше'],
      [['←', 'Н'], 'нет на уроке'],
      [['О', 'В'], 'опоздал, освобождён'],
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
