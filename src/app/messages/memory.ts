// What happened to the tablet's memory, and what is safe.
import type { LogGap } from '../../domain/log-gap.ts'
import type { Instant } from '../../domain/time.ts'
import type { Incident } from '../../store/second-copy/incident.ts'
import { entries } from './counts.ts'
import { gapWords } from './screens/queue.ts'
import { dateAndTime } from './time.ts'

export const incidentSentence = ({ restored, lost, altered }: Incident): string => {
  const damaged = 'Хранилище планшета было повреждено или стёрто.'
  const back = restored > 0 ? `${damaged} Из второй копии восстановлено: ${entries(restored)}.` : damaged
  if (lost > 0)
    return `${back} Не нашлось: ${entries(lost)}. Сверьте уроки с бумагой и скажите завучу, какие записи сделаны заново.`
  if (altered > 0)
    return `${back} Журнал записей изменён не этой программой. Сверьте последние уроки с бумагой и скажите завучу.`
  return `${back} Ничего не потеряно, завуч это увидит.`
}

export const screenFailed = {
  title: 'Экран не показался',
  text: 'Планшет не дал журналу прочитать своё хранилище или в журнале ошибка. Записанное на планшете не тронуто. Откройте журнал заново. Если не выйдет, ведите урок на бумаге и скажите завучу. Данные сайта не стирайте.',
}

/** What the browser answered to the journal's request never to clear it by itself. */
export const persistSentence = (persisted: boolean | null): string => {
  if (persisted === true) return 'Браузер обещал не стирать журнал сам, даже когда место кончается.'
  if (persisted === false)
    return 'Браузер не обещал хранить журнал, когда место кончается. Установите журнал на домашний экран и не копите неотправленное.'
  return 'Этот браузер не говорит, сотрёт ли он журнал, когда место кончится. Не копите неотправленное.'
}

const lowBytes = 50 * 1024 * 1024

export const isSpaceLow = (freeBytes: number | null): boolean => freeBytes !== null && freeBytes < lowBytes

/** `freeBytes` as the browser promises it. */
export const spaceSentence = (freeBytes: number | null): string => {
  if (freeBytes === null) return 'Сколько места осталось, этот браузер не говорит.'
  const megabytes = Math.floor(freeBytes / (1024 * 1024)).toLocaleString('ru')
  return isSpaceLow(freeBytes)
    ? `Места для записей осталось мало: ${megabytes} МБ. Записанное цело. Освободите место на планшете.`
    : `Места для записей, по словам браузера, ещё ${megabytes} МБ.`
}

/** The same in a cell of the deputy's table. */
export const incidentForDeputy = ({ at, restored, lost, altered }: Incident, zone: string): string => {
  const when = `${dateAndTime(at, zone)}: повреждено`
  if (lost > 0) return `${when}, потеряно: ${entries(lost)}, записать заново с бумаги`
  if (altered > 0) return `${when}, журнал изменён посторонней программой`
  return `${when}, восстановлено: ${entries(restored)}`
}

export const gapsForDeputy = (gaps: readonly LogGap[]): string =>
  `пропущены ${gapWords(gaps)}, попросите открыть журнал заново`

export const forkForDeputy = (at: Instant, zone: string): string =>
  `${dateAndTime(at, zone)}: под номерами этого планшета пришли записи другого, похоже, один сделан копией другого. Записи обоих целы и приняты. Узнайте, где второй планшет и кто на нём работает`
