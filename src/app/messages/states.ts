// The words for where an entry is: one word a state, the same on every screen.
import type { ShownState } from '../../domain/transfer/not-carried.ts'

export const stateWords: Record<ShownState, string> = {
  queued: 'на планшете',
  sending: 'отправляется',
  waiting: 'ждёт предыдущую',
  accepted: 'на сервере школы',
  carrying: 'переносится',
  transferred: 'внесено, не подтверждено',
  verified: 'в АИС СРО',
  conflict: 'расхождение',
  superseded: 'заменено',
  refused: 'требует правки',
  held: 'отложено',
  notCarried: 'в АИС не вносится',
  byHand: 'внесено вручную',
}

/** What each state means for the person, for the legend of «Очередь». */
export const stateMeanings: Record<ShownState, string> = {
  queued: 'сохранены здесь и уйдут на сервер школы сами, когда появится связь',
  sending: 'идут на сервер школы',
  waiting: 'сервер ждёт запись, которую они исправляют',
  accepted: 'сохранены на сервере школы и ждут переноса в АИС СРО',
  carrying: 'сервер начал вносить их в АИС СРО',
  transferred: 'АИС СРО приняла их, сервер ещё не прочитал их обратно',
  verified: 'прочитаны обратно из АИС СРО',
  conflict: 'рядом стоит другое значение, выбирает человек',
  superseded: 'после них записано другое значение, они остались в истории',
  refused: 'сервер школы не принял их, причина указана у записи',
  held: 'сервер школы хранит их и разберёт после обновления',
  notCarried: 'завуч решил не вносить их в АИС СРО, причина стоит у записи',
  byHand: 'человек внёс их в АИС СРО сам, сервер их там не читал; кто и когда, стоит у записи',
}

/** No state of an entry here: what a dead tablet held and a deputy has closed by an act. */
export const lostMeaning = {
  word: 'утрачено',
  meaning: 'были на сломанном или потерянном планшете, завуч закрыл их и внёс урок с бумаги',
}

/** Signs of lessons and cells beside those of entries. */
export const otherSigns = [
  { glyph: 'lost', ...lostMeaning },
  { glyph: 'aisOther', word: 'в АИС другое', meaning: 'в АИС СРО стоит не то, что у вас, выбирает человек' },
  { glyph: 'none', word: 'записи нет', meaning: 'урок прошёл, а в нём никто ничего не записал' },
  {
    glyph: 'notBegun',
    word: 'урок не начался',
    meaning: 'до звонка записывают только тему и задание (п. 2.5)',
  },
] as const
