// Sentences for what stands in a person's way: what happened, what is safe, what to do.
import type { HubOutcome } from '../../contract/hub-client.ts'
import type { SaveFailure } from '../../store/save-failure.ts'
import { periodFaultSentences } from './screens/board/period.ts'

export const saveFailureSentences: Record<SaveFailure['why'], string> = {
  full: 'Не сохранено: на планшете кончилось место. Всё записанное раньше цело. Освободите место и повторите.',
  closed:
    'Не сохранено: журнал открыт в более новой версии в другой вкладке. Записанное цело. Обновите эту страницу.',
  storage:
    'Не сохранено: хранилище планшета отказало. Записанное раньше не тронуто. Запишите на бумаге и откройте журнал заново.',
  slow: 'Не подтверждено: планшет не ответил за 5 секунд. Откройте журнал заново и посмотрите, есть ли запись в уроке.',
  failed:
    'Не сохранено: планшет не смог записать. Всё записанное раньше цело. Повторите, а если не выйдет, запишите на бумаге.',
}

/** While a screen waits for the hub's answer longer than usual. */
export const stillWaiting =
  'Школьный сервер пока не отвечает. Записи на планшете целы. Подождите: экран откроется сам, как только сервер ответит.'

/** Why the hub did not answer as asked. Null when it did. */
export const hubSentence = (outcome: HubOutcome<unknown>): string | null => {
  switch (outcome.kind) {
    case 'ok':
      return null
    case 'unreachable':
      return 'Школьный сервер не отвечает. Записи на планшете целы и уйдут сами. Повторите позже.'
    case 'notHub':
      return 'Вместо школьного сервера отвечает что-то другое, например страница входа в Wi-Fi. Записи целы. Войдите в сеть школы и повторите.'
    case 'busy':
      return 'Школьный сервер занят. Записи целы. Повторите через минуту.'
    case 'tooLarge':
      return 'Сервер не принял столько сразу. Записи целы и уйдут частями.'
    case 'signInNeeded':
      return 'Вход закончился. Записи на планшете целы. Войдите снова, и они уйдут.'
    case 'refused':
      return outcome.problem.period === undefined
        ? refusedSentence(outcome.problem.error, outcome.problem.retryAfterSeconds)
        : periodFaultSentences[outcome.problem.period]
  }
}

const refusedSentence = (error: string, retryAfterSeconds = 0): string => {
  switch (error) {
    case 'wrongPassword':
      return 'Имя или пароль не подошли. Проверьте раскладку и повторите; записи на планшете целы.'
    case 'tooManyAttempts':
      return `Слишком много неверных паролей. Подождите ${Math.ceil(retryAfterSeconds / 60)} мин и повторите; записи целы.`
    case 'forbidden':
      return 'Для этого у вас нет прав. Ничего не изменилось. Если права нужны, скажите завучу.'
    case 'otherProtocol':
      return 'Журнал на планшете другой версии, чем сервер. Записи целы. Обновите страницу, когда закончите урок.'
    case 'malformed':
      return 'Сервер не смог прочитать посылку. Записи целы и остаются на планшете. Обновите журнал, а если не поможет, выгрузите их в файл и скажите завучу.'
    case 'storageFull':
      return 'На сервере школы кончилось место. Записи остались на планшете. Скажите об этом завучу.'
    default:
      return 'Сервер не смог выполнить просьбу. Записи целы. Повторите, а если не выйдет, скажите завучу.'
  }
}
