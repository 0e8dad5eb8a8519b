// Sentences about tablets that will not speak again.
import type { LossCause } from '../../domain/register/loss.ts'
import { entries, isSingular } from './counts.ts'

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

export const paperTaken = (taken: number, asked: number, untaken: number): string =>
  [
    `От имени учителя ${isSingular(taken) ? 'принята' : 'принято'} ${entries(taken)}${asked + untaken === 0 ? '. Перенос в АИС СРО сделает он сам' : ''}.`,
    ...(asked > 0
      ? [
          `${entries(asked)} ${isSingular(asked) ? 'расходится' : 'расходятся'} с тем, что стоит на сервере: выберет учитель в «Расхождениях».`,
        ]
      : []),
    ...(untaken > 0
      ? [
          `${isSingular(untaken) ? 'Не принята' : 'Не принято'} ${entries(untaken)}: ${isSingular(untaken) ? 'она осталась' : 'они остались'} в бланке. Проверьте, что это урок и ученик этого учителя.`,
        ]
      : []),
  ].join(' ')
