// Sentences about the class list of a lesson, and about a lesson that the timetable has changed.
import type { Lesson } from '../../../domain/lesson.ts'
import type { Standing } from '../../../domain/pupils/standing.ts'
import { dateAt } from '../../../domain/time.ts'
import { longestName, type NameProblem } from '../../lesson/class/typed-name.ts'
import { counted } from '../counts.ts'
import { clockTime, shortDate } from '../time.ts'

export const nameSentence = (problem: NameProblem): string => {
  switch (problem.kind) {
    case 'empty':
      return 'Впишите фамилию и имя. Ничего не записано.'
    case 'tooLong':
      return `В имени ${counted(problem.length, ['знак', 'знака', 'знаков'])}, помещается ${longestName}. Сократите; ничего не записано.`
    case 'signs':
      return `В имени бывают буквы, пробел, дефис и точка, а здесь есть: ${problem.signs}. Уберите их; ничего не записано.`
    case 'listed':
      return `${problem.pupil.name} уже есть в списке урока. Отметьте его там; ничего не записано.`
  }
}

const closedWords: Record<Exclude<Lesson['closed'], null>, string> = {
  cancelled: 'Урок отменён в расписании',
  merged: 'Урок объединён с другим',
  dayOff: 'В этот день занятий нет',
  vacation: 'В этот день каникулы',
  frost: 'Актированный день',
  quarantine: 'Класс на карантине',
}

export const closedWord = (closed: Exclude<Lesson['closed'], null>): string => closedWords[closed]

export const closedSentence = (closed: Exclude<Lesson['closed'], null>): string =>
  `${closedWords[closed]}. Записанное цело и уйдёт как есть. Если урок был, продолжайте и скажите завучу.`

/** Beside a pupil's name; neither masculine nor feminine. */
export const standingWords: Record<Standing, string> = {
  exempt: 'освобождение',
  homeSchooled: 'обучение на дому',
  remote: 'учится дистанционно',
  individualPlan: 'индивидуальный план',
}

export const remoteWord = 'Дистанционно'
export const remoteSentence =
  'Класс в этот день учится дистанционно. Журнал ведётся как обычно: кто не вышел на урок, тот отсутствует.'

export const movedSentence = (from: string, to: string): string =>
  `Урок перенесён: был ${from}, теперь ${to}. Записанное цело. Что сервер школы принял, осталось за этим уроком, остальное ищите в «Очереди».`

/** «Урок начнётся в 13:50», and on which day where it is another. */
export const notBegunTitle = (lesson: Pick<Lesson, 'date' | 'begins'>, zone: string, now: string): string => {
  const day = lesson.date === dateAt(now, zone) ? '' : `${shortDate(lesson.date)} `
  return `Урок начнётся ${day}в ${clockTime(lesson.begins, zone)}`
}

export const notBegunSentence =
  'Тему и задание можно записать уже сейчас. Посещаемость и отметки откроются с началом урока (п. 2.5).'

export const classListWords = {
  notListedTitle: 'Ученика нет в списке',
  recorded: (name: string): string => `${name}, нет в списке: на уроке`,
  record: 'Записать: на уроке',
  doNotAdd: 'Не добавлять',
  whatBecomes:
    'Записи о нём сохранятся на планшете, уйдут на сервер школы и встанут на место, когда ученик появится в списках.',
  name: 'Фамилия и имя',
  notListed: 'нет в списке',
  left: (day: string): string => `выбытие ${day}`,
  notInLessonList: 'нет в списке урока',
  /** Came while the lesson was open, and stands behind the others until it is opened anew. */
  cameNow: 'новое имя в списке',
  onDay: (day: string, period: number): string => `${day}, ${period}-й урок`,
  movedFrom: (from: string): string => `Перенесён, был ${from}`,
}
