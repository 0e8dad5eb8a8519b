// Sentences about tablets that will not speak again.
import type { LossCause } from '../../domain/register/loss.ts'
import { entries } from './counts.ts'

export const causeWords: Record<LossCause, string> = {
  broken: 'сломан',
  gone: 'потерян или украден',
  erased: 'стёрт',
}

export const beforeDeclaring =
  'Запись об утрате останется навсегда. Она ничего не стирает: если планшет выйдет на связь, его записи будут приняты. Что было на бумаге, вы внесёте здесь от имени учителя.'

export const unsentSentence = (unsent: number): string =>
  unsent === 0
    ? 'Тогда на нём всё было отправлено; записанное позже знает только он.'
    : `Тогда на нём ждало отправки: ${entries(unsent)}.`

export const paperTaken = (taken: number, asked: number, refused: number): string => {
  if (asked > 0)
    return `Принято ${entries(taken)}; у ${asked} на сервере стоит другое значение, выберет учитель в «Расхождениях».`
  if (refused > 0)
    return `Принято ${entries(taken)}, не принято ${refused}: проверьте, что это урок и ученик этого учителя.`
  return `Принято ${entries(taken)} от имени учителя. Перенос в АИС СРО сделает он сам.`
}
