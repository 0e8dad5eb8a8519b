// What became of a file with unsent entries.
import type { ImportOutcome } from '../../store/second-copy/import-queue.ts'
import { entries } from './counts.ts'

export const importSentence = (outcome: ImportOutcome): string => {
  if (outcome.kind === 'imported') {
    const known = outcome.known > 0 ? ` Уже были на этом планшете: ${entries(outcome.known)}.` : ''
    if (outcome.added === 0) return `Добавлять нечего.${known}`
    return `Из файла добавлено: ${entries(outcome.added)}.${known} Они уйдут на сервер школы сами.`
  }
  switch (outcome.why) {
    case 'notAQueue':
      return 'Это не файл с неотправленными записями журнала. Ничего не изменилось. Выберите другой файл.'
    case 'otherVersion':
      return 'Файл записан другой версией журнала. Ничего не изменилось. Обновите журнал и загрузите файл снова.'
    case 'altered':
      return `Файл повреждён или изменён (${entries(outcome.altered)}). Ничего не загружено. Выгрузите его заново на том планшете.`
    case 'numbers':
      return 'Номера записей в файле не такие, какие бывают на планшете. Ничего не загружено. Выгрузите его заново на том планшете.'
    case 'otherPerson':
      return 'В файле записи другого человека. Ничего не изменилось. Войдите под тем именем и загрузите файл снова.'
  }
}
