// The board over a period: its choice, its tables, and what is said of each outage's term.
import type { PeriodLine, PeriodOutage } from '../../../../contract/period-schema.ts'
import type { PeriodFault } from '../../../../domain/control/period.ts'
import type { Clause } from '../../../../domain/deadline/deadline.ts'
import { entries, lessons } from '../../counts.ts'
import { findingSentence, lateTransferSentence } from '../../findings.ts'
import { datesInWords, dayInFigures, span } from '../../time.ts'

export const periodFaultSentences: Record<PeriodFault, string> = {
  notDate: 'Такой даты нет. Записи не тронуты. Выберите первый и последний день ещё раз.',
  order: 'Первый день позже последнего. Записи не тронуты. Поменяйте даты местами.',
  tooLong: 'Это больше учебного года. Записи не тронуты. Выберите срок до 366 дней.',
}

export const periodClauseWords: Record<Clause, string> = {
  '2.5': 'посещаемость',
  '2.6': 'отметки',
  '2.7': 'тема урока',
  '2.8': 'домашнее задание',
  '2.9': 'причины по документам',
  '3.2': 'перенос в АИС СРО, записей',
  '4.4': 'правка без причины',
}

const termWords: Record<PeriodOutage['term'], string> = {
  met: 'соблюдён',
  missed: 'нарушен',
  goesOn: 'идёт',
  notBegun: 'не начат',
  noEntries: 'записей не было',
}

export const periodWords = {
  title: 'За период',
  open: 'За период: неделя, четверть, год',
  sheetTitle: (from: string, to: string): string => `Сроки ${dayInFigures(from)}–${dayInFigures(to)}`,
  printedTitle: (from: string, to: string): string =>
    `Временный журнал. Сроки по пунктам, ${datesInWords(from, to)}`,
  print: 'Печать сводки',
  printWhole: 'Печать с подробностями',
  failedByTeacher: 'По учителям: поздно / нет',
  failed: (late: number, missing: number): string => (late + missing === 0 ? '' : `${late} / ${missing}`),
  unfailing: (people: number): string => `Учителей без опозданий и невнесённого: ${people}.`,
  choice: 'Период',
  presets: { today: 'Сегодня', week: 'Неделя', month: 'Месяц', year: 'Учебный год', dates: 'Свои даты' },
  from: 'С',
  to: 'По',
  clause: 'Пункт',
  teacher: 'Учитель',
  schoolClass: 'Класс',
  allClauses: 'Все пункты',
  allTeachers: 'Все учителя',
  allClasses: 'Все классы',
  counting: 'Сервер школы считает. За год это может занять минуту.',
  notAsked: 'Период не показать',
  unavailable: 'Сроки сейчас не показать',
  lead: (time: string, held: number, kept: number): string =>
    `На ${time}. ${lessons(held)} по расписанию, здесь велось ${kept}. Остальные вели в АИС СРО, их сроки здесь не считаются.`,
  byClause: 'Сроки по пунктам',
  byTeacher: 'По учителям',
  byClass: 'По классам',
  clauseHead: 'Пункт',
  due: 'Надо было',
  inTime: 'В срок',
  late: 'Позже',
  missing: 'Не внесено',
  unproven: 'Время не подтверждено',
  other: 'Прочее',
  explained: 'Из-за перерыва',
  worst: 'Самое позднее',
  asideNote:
    '«Надо было»: срок прошёл или уже внесено. «Из-за перерыва»: из опоздавших и невнесённых те, чей срок пришёлся на перерыв в доступе. «Прочее»: отступления от плана, правки без причины, места вне списка.',
  summedNote:
    'Сложены уроки и работы всех пунктов, кроме п. 3.2: его считают по записям. Выберите пункт, чтобы увидеть его один.',
  groupNote: 'Урок группы из нескольких классов считается в каждом.',
  nothingTitle: 'За эти дни сроков нет',
  nothing: 'Перерывов в доступе в них не было, и на уроках здесь ничего не записывали.',
  outages: 'Перерывы в доступе, п. 3.1',
  outageHead: '№ и перерыв',
  lasted: 'Длился',
  whom: 'Кого коснулся',
  entries: 'Записей',
  movedInTime: 'Перенесено в срок',
  movedLate: 'Позже',
  waits: 'Ждёт',
  dueHead: 'Срок, п. 3.2',
  term: 'Срок переноса',
  termOf: (term: PeriodOutage['term']): string => termWords[term],
  noOutages: 'Перерывов в доступе в эти дни не было.',
  details: 'Подробно',
  lines: (count: number): string => `Подробно: ${count}`,
  noLines: 'Опозданий, невнесённого и других замечаний нет.',
  linesLeft: (count: number): string => `Не поместилось в ответ строк: ${count}. Выберите период короче.`,
  lesson: 'Урок',
  what: 'Что',
  termMarks: 'итоговые отметки',
  clauseOf: (clause: string): string => `п. ${clause}`,
  worstOf: (minutes: number): string => (minutes === 0 ? '' : `на ${span(minutes * 60_000)}`),
}

const transferSentence = ({ verdict, transfer, outage }: PeriodLine): string => {
  const { entries: count, minutes } = transfer ?? { entries: 0, minutes: 0 }
  if (verdict === 'late') return lateTransferSentence({ entries: count, minutes, outage })
  if (verdict === 'other') return `в АИС СРО не переносится или внесено вручную: ${entries(count)}, п. 3.2`
  return `не перенесено в АИС СРО: ${entries(count)}, срок прошёл ${span(minutes * 60_000)} назад, п. 3.2`
}

/** «домашнее задание внесено на 40 мин позже, п. 2.8, перерыв в доступе № 7» */
export const periodLineSentence = (line: PeriodLine): string =>
  line.transfer ? transferSentence(line) : line.findings.map(findingSentence).join('; ')
