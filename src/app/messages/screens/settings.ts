// What a person's own and the school's settings are called.

export const themeWords = {
  title: 'Вид',
  system: 'Как в системе',
  light: 'Светлый',
  dark: 'Тёмный',
}

export const settingsWords = {
  title: 'Как школа читает положение',
  fromLists: 'из списков',
  lastSet: (name: string, moment: string): string => `последнее изменение: ${name}, ${moment}`,
  usually: (value: string | undefined): string => `обычно: ${value}`,
  termEnds: 'Последний день срока кончается, п. 3.2 и 2.9',
  usuallyMidnight: 'обычно: в 24:00',
  midnight: 'в 24:00',
  endOfWork: 'с концом рабочего дня',
  workUntil: 'Рабочий день до',
  shortUntil: 'Сокращённый до',
  unchanged: 'Изменений нет',
  save: 'Сохранить настройки',
}
