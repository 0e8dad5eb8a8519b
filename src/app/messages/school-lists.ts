// The school's lists in words: what they are called, what a change is, why one was refused.
import type { ListFault } from '../../contract/school-edit-schema.ts'
import type { DayChange } from '../../domain/school.ts'
import { type ChoiceName, defaultSettings, type SettingName } from '../../domain/settings.ts'
import { counted } from './counts.ts'

export const dayKindWords: Record<DayChange['kind'], string> = {
  dayOff: 'Уроков нет',
  vacation: 'Каникулы',
  frost: 'Актированный день',
  quarantine: 'Карантин',
  remote: 'Уроки дистанционно',
  shortened: 'Сокращённые уроки',
}

const listWords: Record<string, string> = {
  terms: 'учебные периоды',
  bells: 'звонки',
  'short-bells': 'звонки сокращённого дня',
  staff: 'сотрудники',
  classes: 'классы',
  pupils: 'ученики',
  groups: 'группы',
  'group-members': 'состав групп',
  assignments: 'нагрузка',
  timetable: 'расписание',
  substitutions: 'замены',
  buildings: 'здания',
  days: 'особые дни',
  changes: 'отмены и переносы',
  statuses: 'особые ученики',
  calendar: 'рабочий календарь',
  'end-of-work': 'конец рабочего дня',
  settings: 'настройки',
}

const problemWords = ({ problem, value = '' }: ListFault): string => {
  switch (problem) {
    case 'empty':
      return 'не заполнено'
    case 'notDate':
      return `«${value}» не подходит: такого дня нет или в этот день нет такого урока`
    case 'notTime':
      return `«${value}» не время, напишите его как 08:30`
    case 'notNumber':
      return `«${value}» не число`
    case 'notDayOff':
      return `«${value}» не выходной этого года: переносят субботу, воскресенье или праздник`
    case 'offAlready':
      return `«${value}» и так выходной: переносят на рабочий день`
    case 'outOfRange':
      return `«${value}» вне допустимых границ`
    case 'noBell':
      return `в этот день нет ${value}-го урока по звонкам`
    case 'unknown':
      return `«${value}» не найдено в списках`
    case 'reserved':
      return `код «${value}» журнал занял под своё, дайте другой`
    case 'ofFormerYear':
      return 'это период прошлого учебного года, его отметки остаются за ним. Добавьте периоды этого года как новые'
    case 'twice':
      return `«${value}» уже есть`
    case 'order':
      return `конец (${value}) раньше начала`
    case 'overlap':
      return `дни пересекаются с уже внесённым (${value})`
    case 'notHeld':
      return 'с этим уроком соединён другой, а сам он не проводится: сначала разъедините уроки'
    case 'otherHour':
      return 'урок, с которым соединяют, идёт в другое время'
    case 'oddMark':
      return `«${value}» не отметка: в ней от одного до четырёх знаков, буквы и цифры, черта только внутри`
    case 'markTwice':
      return `отметка «${value}» названа дважды`
    case 'marksLacking':
      return `в шкале нет ${value}, а отметки от 2 до 5 остаются в ней всегда`
    case 'tooManyMarks':
      return `отметок ${value}, а в шкале их не больше 16`
    case 'pairOfMarks':
      return `«${value}» читается двояко: как одна отметка и как две`
    case 'oddLetter':
      return `«${value}» не подходит: нужны буквы, от одной до четырёх`
    case 'letterTwice':
      return `«${value}» уже значит другое в посещаемости`
    case 'markIsLetter':
      return `«${value}» и отметка шкалы, и буква посещаемости`
    case 'taken':
      return 'это место расписания уже занято другим уроком класса или учителя'
    default:
      return `«${value}» не подходит`
  }
}

/** «отмены и переносы, строка 2: это место расписания уже занято…» */
export const faultSentence = (fault: ListFault): string => {
  const row = fault.row > 0 ? `, строка ${fault.row}` : ''
  return `${listWords[fault.list] ?? fault.list}${row}: ${problemWords(fault)}`
}

/** «замены: +1» */
export const editWords = ({ list, added, removed }: { list: string; added: number; removed: number }) => {
  const changed = [added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : ''].filter(Boolean).join(' ')
  return `${listWords[list] ?? list}: ${changed}`
}

export const settingTitles: Record<SettingName, string> = {
  termReading: 'С какого дня считать два рабочих дня, п. 3.2 и 2.9',
  essayOnDayOff: 'Неделя на сочинение кончается в выходной, п. 2.6',
  marksLateFrom: 'Отметки к следующему уроку опаздывают, п. 2.6',
  homeworkAfter: 'Домашнее задание группы ждут после последнего урока, п. 2.8',
  markSeparator: 'Две отметки за одну работу пишутся',
  markScale: 'Шкала отметок',
  absentLetter: 'Нет на уроке',
  illnessLetter: 'Болезнь',
  excusedLetter: 'Уважительная причина',
  unexcusedLetter: 'Неуважительная причина',
  lateLetter: 'Опоздание',
  exemptLetter: 'Освобождение',
  presentLetter: 'На уроке',
  termWeekDays: 'Последняя неделя периода, если в ней учебных дней не меньше, п. 2.6',
  outageFromMinutes: 'Новый сбой сдвигает срок, если длился, минут',
  quietMinutes: 'Доступ считается вернувшимся после, минут',
  homeworkMinutes: 'Домашнее задание после последнего урока, минут, п. 2.8',
  unsentMinutes: 'Напоминать о неотправленном на планшете через, минут',
}

export const choiceWords: Record<ChoiceName, Record<string, string>> = {
  termReading: { default: 'со следующего рабочего дня', strict: 'с самого дня, если он рабочий' },
  essayOnDayOff: { moves: 'срок переходит на рабочий день', stays: 'срок остаётся в выходной' },
  marksLateFrom: { lessonEnd: 'с конца этого урока', lessonStart: 'с начала этого урока' },
  homeworkAfter: { class: 'всего класса', group: 'самой группы' },
  markSeparator: { slash: '5/4', dash: '5-4', space: '5 4' },
}

/** What else is to be known of a choice. */
export const choiceNotes: Partial<Record<ChoiceName, string>> = {
  termReading: 'жёлтым срок становится по строгому чтению всегда',
  markSeparator: 'на экране и в печати; в АИС СРО всегда 5/4',
}

export const scaleNote =
  `обычно: ${defaultSettings.markScale}; через пробел, до 16 отметок, от 2 до 5 остаются всегда. ` +
  'Убранная отметка не предлагается, записанные остаются'

export const lettersTitle = 'Буквы посещаемости'
export const lettersNote =
  'На экране и в печати; до четырёх букв, все разные. Первой буквой отмечают с клавиатуры. ' +
  'Записи хранят смысл, а не букву, и в АИС СРО идут её собственные коды.'

const minutes = (n: number): string => counted(n, ['минута', 'минуты', 'минут'])

/** «30 минут», «3 дня»: a number of a setting with its unit. */
export const settingNumber = (name: SettingName, n: number): string =>
  name === 'termWeekDays' ? counted(n, ['день', 'дня', 'дней']) : minutes(n)
