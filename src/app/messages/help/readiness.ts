// What this browser gives the journal and what it lacks, in words with what to do. Nothing is called good untested.

/** Null where the browser tells nothing. */
export interface DeviceFacts {
  offlineStart: boolean
  workers: boolean
  copies: 1 | 2
  persisted: boolean | null
  freeBytes: number | null
  install: 'installed' | 'offered' | 'byHand'
}

export interface ReadinessLine {
  verdict: 'yes' | 'no' | 'unknown'
  words: string
}

export const verdictWords = { yes: 'есть', no: 'нет', unknown: 'не проверено' } as const

const offlineStart = ({ offlineStart: ready, workers }: DeviceFacts): ReadinessLine => {
  if (ready) return { verdict: 'yes', words: 'Журнал открывается без сети.' }
  if (!workers) {
    return {
      verdict: 'no',
      words:
        'Без сети журнал не откроется: этот браузер такого не умеет. Не закрывайте вкладку, пока связи нет.',
    }
  }
  return {
    verdict: 'unknown',
    words: 'Журнал ещё не готов открываться без сети. Откройте его заново, пока сервер школы отвечает.',
  }
}

const secondCopy = ({ copies }: DeviceFacts): ReadinessLine =>
  copies === 2
    ? { verdict: 'yes', words: 'Неотправленное хранится в двух копиях.' }
    : {
        verdict: 'no',
        words: 'Второй копии неотправленного нет: этот браузер её не даёт. Не стирайте данные сайта.',
      }

const install: Record<DeviceFacts['install'], ReadinessLine> = {
  installed: { verdict: 'yes', words: 'Журнал установлен и открыт как приложение.' },
  offered: { verdict: 'no', words: 'Журнал открыт во вкладке. Установите его из меню браузера.' },
  byHand: {
    verdict: 'no',
    words:
      'Журнал открыт во вкладке, и сам установить его этот браузер не предложит. Добавьте его на домашний экран или в закладки.',
  },
}

/** `persist` and `space` are the sentences of «Очередь» about the same facts. */
export const readinessLines = (
  facts: DeviceFacts,
  persist: string,
  space: string,
  spaceLow: boolean,
): readonly ReadinessLine[] => [
  offlineStart(facts),
  secondCopy(facts),
  { verdict: facts.persisted === null ? 'unknown' : facts.persisted ? 'yes' : 'no', words: persist },
  { verdict: facts.freeBytes === null ? 'unknown' : spaceLow ? 'no' : 'yes', words: space },
  install[facts.install],
  {
    verdict: 'no',
    words:
      'В закрытом виде журнал ничего не отправляет. Оставляйте его открытым, пока неотправленное не уйдёт.',
  },
]
