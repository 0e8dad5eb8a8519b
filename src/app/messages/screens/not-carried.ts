// «В АИС не вносится»: the deputy's act in words, before it and wherever the entry is shown.
import type { NotCarried, NotCarriedCause } from '../../../domain/transfer/not-carried.ts'
import { entries } from '../counts.ts'
import { dateAndTime } from '../time.ts'

export const notCarriedCauseWords: Record<NotCarriedCause, string> = {
  locked: 'АИС СРО не даёт изменить этот урок',
  noPlace: 'в АИС СРО нет места для такой записи',
}

/** «АИС СРО не даёт изменить этот урок (период закрыт). Так решил завуч: Завьялова Т. В., вт 24.11 12:00.» */
export const notCarriedSentence = ({ cause, note, by, at }: NotCarried, zone: string): string => {
  const words = notCarriedCauseWords[cause]
  const why = `${words[0]?.toUpperCase()}${words.slice(1)}${note === '' ? '' : ` (${note})`}`
  return `${why}. Так решил завуч: ${by}, ${dateAndTime(at, zone)}.`
}

export const beforeGivingUp =
  'Решение не отменяется. Записи останутся в журнале и в истории, учитель увидит причину, и в акт переноса они войдут как невнесённые. Если АИС СРО потом откроет урок, учитель запишет значение заново.'

export const movedSentence =
  'Ничего не изменено: пока вы выбирали, записи изменились или начался перенос. Посмотрите на них ещё раз и выберите снова.'

/** For the author, on «Перенос». */
export const givenUpSentence = (n: number): string =>
  `Завуч решил не вносить в АИС СРО: ${entries(n)}. Причина стоит у каждой в очереди.`
