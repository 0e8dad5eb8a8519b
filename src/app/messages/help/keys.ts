// The keys, where they work and what they do.

interface KeyGroup {
  title: string
  rows: readonly (readonly [keys: readonly string[], words: string])[]
}

export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Везде',
    rows: [
      [['?'], 'этот список'],
      [['Tab'], 'к следующей кнопке или полю'],
      [['Enter'], 'нажать, открыть'],
      [['Esc'], 'закрыть'],
      [['Ctrl', 'L'], 'к выходу с планшета'],
    ],
  },
  {
    title: 'Урок',
    rows: [
      [['↑', '↓', '←', '→'], 'по клеткам'],
      [['Н'], 'нет на уроке'],
      [['О'], 'опоздал'],
      [['В'], 'освобождён'],
      [['5', '4', '3', '2'], 'отметка и вниз'],
      [['Del'], 'очистить клетку'],
      [['Ctrl', 'Z'], 'отменить'],
    ],
  },
  { title: 'Расхождения', rows: [[['1', '2'], 'выбрать значение под этим номером']] },
]
