// Says what is wrong with a school's lists so that the person who made them can put it right.
import type { Fault } from './read-lists.ts'

const complaint = (fault: Fault): string => {
  switch (fault.problem) {
    case 'empty':
      return 'пусто, а значение нужно'
    case 'notNumber':
      return `«${fault.value}» не число`
    case 'notDate':
      return `«${fault.value}» не дата; напишите её как 2026-09-01 или 01.09.2026`
    case 'notTime':
      return `«${fault.value}» не время; напишите его как 08:30`
    case 'notZone':
      return `«${fault.value}» не часовой пояс; напишите его как Asia/Barnaul`
    case 'notOneOf':
      return `«${fault.value}» не подходит; можно: ${fault.allowed.join(', ')}`
    case 'missingFile':
      return 'файла нет в папке'
    case 'missingColumn':
      return 'такого столбца нет в первой строке'
    case 'brokenCsv':
      return 'кавычки не закрыты'
    case 'tooManyFields':
      return `«${fault.value}» не попадает ни в один столбец; значение с запятой берут в кавычки`
    case 'unknown':
      return `«${fault.value}» не найдено в списках`
    case 'reserved':
      return `код «${fault.value}» журнал занял под своё; дайте другой`
    case 'ofFormerYear':
      return `«${fault.value}» – код периода прошлого учебного года, его отметки остаются за ним; дайте периодам этого года другие коды`
    case 'twice':
      return `«${fault.value}» уже есть в строке выше`
    case 'order':
      return `«${fault.value}» раньше начала`
    case 'overlap':
      return `дни пересекаются с другой строкой («${fault.value}»)`
    case 'taken':
      return `место занято другим уроком («${fault.value}»)`
    case 'noBell':
      return `в этот день нет ${fault.value}-го урока по звонкам`
    case 'notHeld':
      return `урок «${fault.value}» не проводится: соединённым с ним ученикам негде быть`
    case 'otherHour':
      return `урок «${fault.value}» идёт в другое время`
    case 'notDayOff':
      return `«${fault.value}» не выходной этого года: переносят субботу, воскресенье или праздник`
    case 'offAlready':
      return `«${fault.value}» и так выходной: переносят на рабочий день`
    case 'outOfRange':
      return `«${fault.value}» вне границ от ${fault.from} до ${fault.to}`
    case 'oddMark':
      return `«${fault.value}» не отметка: в ней от одного до четырёх знаков, буквы и цифры, черта только внутри`
    case 'markTwice':
      return `отметка «${fault.value}» названа дважды`
    case 'marksLacking':
      return `нет ${fault.value}; отметки от 2 до 5 в шкале всегда`
    case 'tooManyMarks':
      return `отметок ${fault.value}, а в шкале их не больше 16`
    case 'pairOfMarks':
      return `«${fault.value}» читается двояко: как одна отметка и как две`
    case 'oddLetter':
      return `«${fault.value}» не подходит; нужны буквы, от одной до четырёх`
    case 'letterTwice':
      return `«${fault.value}» уже значит другое в посещаемости`
    case 'markIsLetter':
      return `«${fault.value}» и отметка шкалы, и буква посещаемости`
  }
}

/** One line for one fault: file, row as a spreadsheet numbers it, column, what is wrong. */
export const faultMessage = (fault: Fault): string => {
  const row = fault.row > 0 ? `, строка ${fault.row}` : ''
  const column = fault.column === '' ? '' : `, столбец ${fault.column}`
  return `${fault.list}.csv${row}${column}: ${complaint(fault)}`
}
