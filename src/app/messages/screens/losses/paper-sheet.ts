// The form of one lesson that is entered from paper.

export const paperWords = {
  day: 'День',
  noLessons: 'В этот день уроков у учителя не было.',
  answerAtLesson: 'Ответ на уроке',
  onHub: (cell: string, value: string): string => `на сервере: ${cell}: ${value}`,
  lesson: (period: number, target: string, subject: string): string =>
    `${period}-й урок, ${target} ${subject}`,
  pupil: 'Ученик',
  onHubHead: 'На сервере',
  attendance: 'Посещаемость',
  mark: 'Отметка',
  attendanceOf: (name: string): string => `Посещаемость, ${name}`,
  markOf: (name: string): string => `Отметка, ${name}`,
  topic: 'Тема урока',
  homework: 'Домашнее задание',
  noHomework: 'не задано',
  nothingYet: 'С бумаги пока ничего не внесено.',
  record: (entries: string): string => `Записать с бумаги: ${entries}`,
}
