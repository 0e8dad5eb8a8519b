// «Больше не ждать»: what the deputy decides about entries that are held or never came, and what follows from it.
import type { BoardAnswer } from '../../../contract/board-schema.ts'

type Stuck = BoardAnswer['stuck'][number]

export const setAsideLabel = 'Больше не ждать'

/** What will happen to these entries, and what stays safe. */
export const beforeSettingAside = ({ state }: Pick<Stuck, 'state'>): string =>
  state === 'held'
    ? 'Отложенные записи вернутся учителю как требующие правки, на планшете и в истории они останутся целыми. То, что ждало их, сразу сравнится с журналом: где стоит другое значение, выберет человек.'
    : 'Той записи, которой они ждут, на сервере нет или он не может её прочитать. Ждущие сразу сравнятся с журналом: где стоит другое значение, выберет человек. Если пропавшая запись придёт позже, она тоже не затрёт ничего.'

export const setAsideMoved =
  'Ничего не изменено: запись, которую ждали, уже пришла или прочитана. Посмотрите на сводку ещё раз.'
