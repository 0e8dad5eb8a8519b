// The hub was put back from a copy: what has happened, what is safe, and what the deputy does about it.
import type { BoardAnswer } from '../../../contract/board-schema.ts'
import { dateAndTime } from '../time.ts'

type Restored = NonNullable<BoardAnswer['restored']>

export const restoredTitle = ({ at, noticed }: Restored, zone: string): string =>
  noticed
    ? `Данные сервера школы старее, чем помнят планшеты, замечено ${dateAndTime(at, zone)}`
    : `Сервер школы восстановлен из копии ${dateAndTime(at, zone)}`

export const restoredSentence =
  'Записи на планшетах целы. Каждый планшет пришлёт недостающее сам, как только выйдет на связь, и ничего не удвоится. Пока не вышли все, числа на сводке могут быть меньше, чем были. Попросите учителей открыть журнал в сети школы.'

/** Names of those whose tablets have not spoken since; of tablets that the copy has never heard of it knows nothing. */
export const awaitedSentence = (names: readonly string[]): string =>
  names.length === 0
    ? 'Все планшеты, о которых знает эта копия, уже вышли на связь.'
    : `Ещё не выходили на связь планшеты: ${names.join(', ')}.`
