// What «Перенос» and an empty day say of entries that АИС СРО is not known to hold.
import type { TransferView } from '../../../contract/protocol.ts'
import { type ShownState, shownStates } from '../../../domain/transfer/not-carried.ts'
import { stateWords } from '../states.ts'

/** The states in which nothing is owed any more: АИС holds it, or nothing of it goes there. */
const settled: readonly ShownState[] = ['verified', 'superseded', 'notCarried', 'byHand']

/**
 * «Из записанного на этом планшете ещё не в АИС СРО: на планшете 1, требует правки 2.» Only what was counted here is
 * said; null when every entry of the tablet is settled.
 */
export const notInAisSentence = (byState: Record<ShownState, number>): string | null => {
  const open = shownStates.filter((state) => !settled.includes(state) && byState[state] > 0)
  if (open.length === 0) return null
  const counts = open.map((state) => `${stateWords[state]} ${byState[state]}`)
  return `Из записанного на этом планшете ещё не в АИС СРО: ${counts.join(', ')}.`
}

/** Of a tablet on which nothing is open. */
export const nothingOpenSentence = (byState: Record<ShownState, number>): string =>
  shownStates.every((state) => byState[state] === 0)
    ? 'На этом планшете вы ещё ничего не записали.'
    : 'Из записанного на этом планшете переноса ничто не ждёт.'

export const nothingToCarry =
  'Переносить нечего: на сервере школы нет ваших записей об уроках, которые ждут переноса. Записи урока, который переставили на другой день, уйдут, когда он начнётся.'

export const carryByOneButton =
  'Откроется страница АИС СРО с одной кнопкой. Журнал не спрашивает и не хранит пароль от АИС. Переносятся только ваши записи (п. 3.2).'

export const carryWhenAisIsDown =
  'АИС СРО сейчас не отвечает серверу школы. Записи целы и ждут. Откройте сессию, когда АИС ответит, или попробуйте уже сейчас.'

export const stopSentences: Record<NonNullable<TransferView['stopped']>, string> = {
  unreachable:
    'АИС СРО перестала отвечать. Ничего не потеряно: что успело внестись, сервер прочитает обратно в следующий раз. Откройте сессию снова, когда АИС ответит.',
  sessionEnded:
    'Сессия АИС СРО закончилась. Внесённое цело. Откройте новую, и перенос продолжится с того же места.',
  locked:
    'АИС СРО не дала изменить часть уроков. Их записи остались на сервере школы. Спросите завуча, не закрыт ли период.',
}

export const transferWords = {
  title: 'Перенос в АИС СРО',
  waiting: 'ждут переноса',
  carriedNow: 'внесено в этот раз',
  readBack: 'прочитано обратно',
  differsInAis: 'в АИС другое',
  runningTitle: 'Идёт перенос',
  runningUntil: (moment: string): string =>
    `Сервер вносит ваши записи и читает их обратно, сессия до ${moment}. С этого экрана можно уйти.`,
  running: 'Сервер вносит ваши записи и читает их обратно. С этого экрана можно уйти.',
  noDoorTitle: 'Дверь в АИС СРО ещё не подключена',
  noDoor: 'Записи сохранены на сервере школы и ждут. Внесите их в АИС СРО вручную или спросите завуча.',
  begin: (entries: string): string => `Перенести ${entries}`,
  openSession: 'Открыть сессию АИС СРО',
  openQueue: 'Открыть очередь',
  notOpenedTitle: 'Сессия не открылась',
  notOpened: 'АИС СРО не подтвердила вход, ничего не внесено. Откройте сессию ещё раз.',
  stoppedTitle: 'Перенос остановился',
  notNow: 'Перенос сейчас не начать',
}
