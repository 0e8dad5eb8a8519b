// What is said of final marks: no door of the journal carries them to АИС СРО.
import { counted } from '../counts.ts'

/** Over their sheet, over «Перенос» and at each of them in the queue. */
export const byHandSentence =
  'Итоговые отметки журнал в АИС СРО не переносит: четвертные, годовые и экзаменационные внесите в АИС вручную. Записанное здесь цело и стоит «на сервере школы», пока внёсший не отметит это в «Итоговых».'

/** On the board; '' where none waits. */
export const termMarksWords = (count = 0): string =>
  count === 0
    ? ''
    : `${counted(count, ['итоговую отметку', 'итоговые отметки', 'итоговых отметок'])} вносят в АИС СРО вручную`

const marksForms = ['отметка', 'отметки', 'отметок'] as const

/** How a person says that marks of a column stand in АИС: it is asked twice, for it can't be taken back. */
export const sayByHandWords = {
  begin: (n: number): string => `Внесено в АИС вручную: ${counted(n, marksForms)}…`,
  title: 'Внесено вручную',
  before: (column: string): string =>
    `Отметьте это, когда отметки графы «${column}», стоящие «на сервере школы», уже введены в АИС СРО; убранные здесь должны быть убраны и там. Это не отменяется, и здесь останется ваше имя. Сервер школы в АИС СРО этого не проверит. Если отметку потом изменить, новую нужно внести и отметить снова.`,
  confirm: (n: number): string => `Да, внесено: ${counted(n, marksForms)}`,
  cancel: 'Не сейчас',
  said: (n: number): string => `Отмечено, что внесено вручную: ${counted(n, marksForms)}.`,
  noHub:
    'Школьный сервер не отвечает, а без него этого не отметить. Сами отметки целы. Повторите, когда появится связь.',
  moved:
    'Ничего не отмечено: пока вы смотрели, отметки изменились или это уже отметили. Посмотрите на них ещё раз.',
}

export const termSheetWords = {
  title: 'Итоговые отметки',
  sheet: 'Класс и предмет',
  taughtBy: (sheet: string, teacher: string): string => `${sheet}: ведёт ${teacher}`,
  notYoursTitle: 'Здесь ставят итоговые отметки',
  notYours:
    'За вами нет ни предмета, ни класса. Отметки ставят учитель предмета и классный руководитель (п. 2.4, 4.4).',
  pupil: 'Фамилия, имя',
  notListed: 'нет в списке',
  empty: 'пусто',
  findings: 'Замечания',
  noLessonMarks: 'Отметок за уроки в этом журнале нет.',
  lessonMarks: (marks: string, mean: string): string =>
    `За уроки: ${marks}${mean}. Здесь только то, что записано во временном журнале.`,
  mean: (mean: string): string => `, в среднем ${mean}`,
  whoMaySet: 'Эту отметку ставят учитель предмета и классный руководитель.',
  twoMarks: 'Две разные отметки.',
  openConflict: 'Открыть расхождение',
  setEarly: 'Поставить раньше срока',
  whyNot: (value: string, colleague: string): string =>
    `Почему не «${value}», как поставил(а) ${colleague}, п. 4.4`,
  becomesConflict: 'Отметки станут расхождением, решит учитель предмета.',
  remove: 'Убрать',
}
