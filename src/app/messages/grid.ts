// The grid's words: the names of its cells, and why a key wrote nothing.
import type { WorkRef } from '../../domain/cell.ts'
import type { NotWritten } from '../grid/grid-value.ts'
import { workTitles } from './values.ts'

/** «самостоятельная», «ответ на уроке № 2» */
export const workSpoken = ({ workType, n }: WorkRef): string =>
  `${workTitles[workType].toLowerCase().replace(' работа', '')}${n > 1 ? ` № ${n}` : ''}`

export const notWrittenSentence = (not: NotWritten, begins: string): string => {
  switch (not.why) {
    case 'readOnly':
      return 'Только чтение: здесь записать нельзя. Откройте тот урок, если он ваш.'
    case 'notBegun':
      return `Ничего не записано: урок начнётся в ${begins}, п. 2.5.`
    case 'noMark':
      return `Ничего не записано: ${not.typed} – не отметка. Ставят 5, 4, 3, 2, н/а, зач и точку.`
    case 'markInAttendance':
      return 'Ничего не записано: отметка ставится в столбце работы, п. 2.7. Он правее.'
    case 'twoMarks':
      return 'Ничего не записано: в клетке уже две отметки. Снимите их клавишей Del или запишите одну.'
  }
}

/** The mark stands beside an absence only after a second press: somebody who is away rarely gets one. */
export const besideAbsence = (name: string, mark: string): string =>
  `${name}: стоит Н. Нажмите ещё раз, и отметка ${mark} встанет рядом. Пока ничего не записано.`
