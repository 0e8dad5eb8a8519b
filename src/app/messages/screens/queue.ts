// What «Очередь» says of the sum of entries, of gaps in it, and of what a person asked to go first.
import { entries, isSingular } from '../counts.ts'

/** «№ 118–120, 125» */
export const gapWords = (gaps: readonly { fromSeq: number; toSeq: number }[]): string =>
  `№ ${gaps.map(({ fromSeq, toSeq }) => (fromSeq === toSeq ? fromSeq : `${fromSeq}–${toSeq}`)).join(', ')}`

const lookAgain =
  'Остальные записи целы. Не стирайте данные журнала, откройте его заново: он поищет их во второй копии.'

/** `told`: the hub has said that it keeps these gaps, and the deputy sees them on the board. */
export const gapSentence = (gaps: readonly { fromSeq: number; toSeq: number }[], told: boolean): string => {
  if (gaps.length === 0) return `Счёт не сошёлся. ${lookAgain} Если не найдёт, скажите завучу.`
  return `Пропущены ${gapWords(gaps)}${told ? ', завуч извещён' : ''}. ${lookAgain}${
    told ? '' : ' Завуч узнает о них, как только ответит сервер школы.'
  }`
}

/** «297 = 44 + 22 + 231» */
export const sumWords = (total: number, parts: readonly number[]): string =>
  parts.length > 1 ? `${total} = ${parts.join(' + ')}` : String(total)

export const sentFirst = (n: number, answers: boolean): string => {
  if (answers)
    return isSingular(n)
      ? `Первой пошла ${entries(n)}, остальные идут за ней.`
      : `Первыми пошли ${entries(n)}, остальные идут за ними.`
  return isSingular(n)
    ? `${entries(n)} уйдёт первой, как только сервер школы ответит; до этого цела здесь.`
    : `${entries(n)}: уйдут первыми, как только сервер школы ответит; до этого целы здесь.`
}

export const passedBySentence =
  'Сервер школы не смог прочитать запись, остальные идут мимо неё. Она цела на планшете. Отправьте её ещё раз, а если не выйдет, скажите завучу.'
