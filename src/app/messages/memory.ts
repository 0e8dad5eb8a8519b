// What happened to the tablet's memory, and what is safe.
import type { Incident } from '../../store/memory-check.ts'
import { entries } from './counts.ts'
import { dateAndTime } from './time.ts'

export const incidentSentence = ({ restored, lost, altered }: Incident): string => {
  const back = `Хранилище планшета было повреждено или стёрто. Из второй копии восстановлено: ${entries(restored)}.`
  if (lost > 0)
    return `${back} Не нашлось: ${entries(lost)}. Сверьте уроки с бумагой и скажите завучу, какие записи сделаны заново.`
  if (altered > 0) return `${back} Журнал записей изменён не этой программой. Скажите завучу, записи целы.`
  return `${back} Ничего не потеряно, завуч это увидит.`
}

/** The same in a cell of the deputy's table. */
export const incidentForDeputy = ({ at, restored, lost, altered }: Incident, zone: string): string => {
  const when = `${dateAndTime(at, zone)}: повреждено`
  if (lost > 0) return `${when}, потеряно: ${entries(lost)}, записать заново с бумаги`
  if (altered > 0) return `${when}, журнал изменён посторонней программой`
  return `${when}, восстановлено: ${entries(restored)}`
}
