// Sentences about tablets that will not speak again.
import type { LossCause } from '../../domain/register/loss.ts'
import type { FileSent } from '../../sync/send-file.ts'
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

const filePart: Record<keyof FileSent, (count: string) => string> = {
  taken: (count) => `Сервер школы принял: ${count}.`,
  refused: (count) =>
    `Ещё ${count} он сохранил, но в журнал не поставил: прав на эти клетки у автора тогда не было или значение не подходит.`,
  conflict: (count) =>
    `С записями других людей расходится: ${count}. Ничего не заменено, значения хранятся все: выберет в «Расхождениях» тот, кто ведёт урок или класс.`,
  waiting: (count) =>
    `Ждёт предыдущих: ${count}. Сервер школы их хранит и поставит в журнал, когда придут записи, после которых они сделаны. Загрузите и другие файлы этого учителя, если они есть.`,
  held: (count) =>
    `Отложено: ${count}. Сервер школы их хранит, но поставить в журнал пока не может: не читает их или не находит урока.`,
  absent: (count) =>
    `На сервере школы нет: ${count}. Под их номерами у него другие записи. Сохраните файл и не стирайте планшет: значения видны на нём в «Очереди», пусть их запишет заново тот, кто ведёт урок или класс.`,
}
const fileParts = ['refused', 'conflict', 'waiting', 'held', 'absent'] as const

/** Nobody carries for an author who signs in no more (п. 3.2). */
const dutyLeft =
  'Перенести принятое в АИС СРО автор уже не сможет, срок переноса идёт. Тот, кто ведёт урок или класс, стирает такое значение, записывает его заново и переносит под своим именем. Если АИС СРО урок не принимает, откройте его со «Сводки» и выберите «Не вносить в АИС СРО».'

/** What became of the file of an author who has left, and what remains to be done. */
export const fileSentence = (sent: FileSent): string =>
  [
    filePart.taken(entries(sent.taken)),
    ...fileParts.filter((part) => sent[part] > 0).map((part) => filePart[part](entries(sent[part]))),
    ...(sent.taken > 0 ? [dutyLeft] : []),
  ].join(' ')
