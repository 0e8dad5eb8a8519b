// «В АИС не вносится» and «внесено вручную»: the act in words, before it and wherever the entry is shown.
import type { GivenUpCause, NotCarried } from '../../../domain/transfer/not-carried.ts'
import { entries } from '../counts.ts'
import { dateAndTime } from '../time.ts'

export const givenUpCauseWords: Record<GivenUpCause, string> = {
  locked: 'АИС СРО не даёт изменить этот урок',
  noPlace: 'в АИС СРО нет места для такой записи',
}

/**
 * «АИС СРО не даёт изменить этот урок (период закрыт). Так решил завуч: Завьялова Т. В., вт 24.11 12:00.» Of a mark
 * entered by hand it names who has said so: «в АИС СРО» is said of what was read back there alone.
 */
export const notCarriedSentence = ({ cause, note, by, at }: NotCarried, zone: string): string => {
  const details = note === '' ? '' : ` (${note})`
  const who = `${by}, ${dateAndTime(at, zone)}.`
  if (cause === 'byHand') return `Внесено вручную${details}, отметил(а) ${who}`
  const words = givenUpCauseWords[cause]
  return `${words[0]?.toUpperCase()}${words.slice(1)}${details}. Так решил завуч: ${who}`
}

export const beforeGivingUp =
  'Решение не отменяется. Записи останутся в журнале и в истории, учитель увидит причину, и в акт переноса они войдут как невнесённые. Если АИС СРО потом откроет урок, учитель запишет значение заново.'

export const movedSentence =
  'Ничего не изменено: пока вы выбирали, записи изменились или начался перенос. Посмотрите на них ещё раз и выберите снова.'

/** For the author, on «Перенос». */
export const givenUpSentence = (n: number): string =>
  `Завуч решил не вносить в АИС СРО: ${entries(n)}. Причина стоит у каждой в очереди.`
