// What «Урок не из списка» says: a lesson recorded by name while the lists are not here.

export const provisionalPageWords = {
  title: 'Урок не из списка',
  lead: 'Вы ведёте чужой класс, а на планшете его нет. Запишите урок здесь: записи сохранятся на планшете, уйдут на сервер школы и встанут на свои места, когда завуч внесёт замену.',
  target: 'Класс или группа',
  targetExample: '7А',
  day: 'День',
  period: 'Номер урока',
  topic: 'Тема',
  homework: 'Домашнее задание',
  noHomework: 'не задано',
  absent: 'Кого не было: фамилия и имя, по одному в строке',
  record: 'Записать',
  lessonTitle: (schoolClass: string, period: string): string => `${schoolClass}, ${period}-й урок`,
  listCaption: 'Записано без списка',
  lesson: 'Урок',
  entryCount: 'Записей',
  standing: 'Где они',
  heldByHub: (entries: string): string => `на сервере школы, ждёт замены в списках: ${entries}`,
}
