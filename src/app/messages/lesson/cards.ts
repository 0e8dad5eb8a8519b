// The roll call by cards.

export const cardWords = {
  title: 'Перекличка',
  doneTitle: 'Список пройден',
  done: 'Кого вы назвали, останется предложением, пока вы не нажмёте «Урок отмечен».',
  back: 'Назад',
  forward: 'Вперёд',
  marks: 'Отметки',
  lesson: 'Урок',
  lessonLong: 'Урок: тема, задание, работы',
  ofLesson: 'Тема, задание, работы',
  vibration: 'Вибрация после записи',
  notBegun: 'Перекличка откроется с началом урока (п. 2.5). Тему и задание можно записать в «Списке».',
  toCards: 'К карточкам',
  markOf: (work: string): string => `Отметка, ${work}`,
  work: 'Работа',
  proposed: 'на уроке, предлагается',
  place: (no: number, all: number): string => `${no} из ${all}`,
  swipeAbsent: (letters: string): string => `← ${letters}`,
  swipeHere: 'здесь →',
}
