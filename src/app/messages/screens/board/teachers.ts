// The board's table of teachers.

export const filterWords = {
  all: 'Все',
  silent: 'Молчат',
  missing: 'Без записи',
  conflicts: 'Расхождения',
  refused: 'Требуют правки',
}

export const boardTeacherWords = {
  title: 'Учителя',
  order: (count: number): string => `${count}, сначала молчащие и срочные`,
  caption: 'Кто, что записано по урокам, сколько ждёт и до когда',
  waiting: 'Не перенесено, п. 3.2',
  nobody: 'Звонить некому: ни записей, ни перерыва в доступе сейчас нет.',
}
