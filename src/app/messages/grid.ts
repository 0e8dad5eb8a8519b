// The grid's words: the names of its cells, why a key wrote nothing, why a column can't be pasted.
import type { WorkRef } from '../../domain/cell.ts'
import type { ColumnFault } from '../grid/bulk/parse-column.ts'
import type { NotWritten } from '../grid/grid-value.ts'
import { counted } from './counts.ts'
import { notation, workTitles } from './values.ts'

/** «самостоятельная», «ответ на уроке № 2» */
export const workSpoken = ({ workType, n }: WorkRef): string =>
  `${workTitles[workType].toLowerCase().replace(' работа', '')}${n > 1 ? ` № ${n}` : ''}`

export const notWrittenSentence = (not: NotWritten, begins: string): string => {
  switch (not.why) {
    case 'readOnly':
      return 'Только чтение: здесь записать нельзя. Откройте тот урок, если он ваш.'
    case 'notInLesson':
      return 'Ничего не записано: этого ученика в списке урока больше нет. Записанное раньше цело.'
    case 'notBegun':
      return `Ничего не записано: урок начнётся в ${begins}, п. 2.5.`
    case 'noMark':
      return `Отметки «${not.typed}» нет в шкале: ${notation().marks.join(', ')}. Клетка не изменена.`
    case 'markInAttendance':
      return 'Ничего не записано: отметка ставится в столбце работы, п. 2.7. Он правее.'
    case 'twoMarks':
      return 'Ничего не записано: в клетке уже две отметки. Снимите их клавишей Del или запишите одну.'
  }
}

const linesWord = (n: number): string => counted(n, ['строка', 'строки', 'строк'])
const pupilsWord = (n: number): string => counted(n, ['ученик', 'ученика', 'учеников'])
const longest = 24

export const columnFaultSentence = (fault: ColumnFault): string => {
  switch (fault.why) {
    case 'empty':
      return 'Вставлять нечего: в скопированном нет отметок. Ничего не записано.'
    case 'columns':
      return `Скопировано столбцов: ${fault.count}, а вставляется один. Ничего не записано. Скопируйте отметки без фамилий.`
    case 'content': {
      const text = fault.text.length > longest ? `${fault.text.slice(0, longest)}…` : fault.text
      const others = fault.count > 1 ? ` и ещё ${linesWord(fault.count - 1)}` : ''
      return `Строка ${fault.line} («${text}»)${others} – не отметка. Ничего не записано. Годятся ${notation().marks.join(', ')}, 5/4 и пустые строки.`
    }
    case 'tooLong':
      return `Скопировано слишком много: ${linesWord(fault.lines)}. Ничего не записано. Скопируйте один столбец отметок.`
  }
}

export const lengthSentence = (lines: number, room: number, chosen: boolean): string =>
  chosen
    ? `Выделено ${pupilsWord(room)}, а скопировано ${linesWord(lines)}. Ничего не записано. Выделите столько же клеток.`
    : `Скопировано ${linesWord(lines)}, а отсюда до конца списка ${pupilsWord(room)}. Ничего не записано. Встаньте выше.`

export const notIntoThisColumn =
  'Столбец вставляется в столбец работы этого урока. Ничего не записано. Встаньте в него и вставьте ещё раз.'

export const copiedSentence = (n: number): string => `Скопировано: ${linesWord(n)}`
