// One reading for a burst of news: a key gives news to a dozen of those who read.
const quietMs = 500
const longestMs = 3_000

interface Waiting {
  /** Whether anything has come since it was told. */
  unheard: boolean
  told: number
  tell(): void
}

/**
 * Who waits for the end of a burst. It is one for all: a key gives news to a dozen of them, to some as it is pressed and
 * to the others once it is saved, and what they draw is drawn once.
 */
const waiting = new Set<Waiting>()
/** When the newest news of all came. */
let last = 0
let timer: ReturnType<typeof setTimeout> | undefined

const lookAtAll = (): void => {
  const now = performance.now()
  const over = now >= last + quietMs
  try {
    for (const one of [...waiting]) {
      if (over) waiting.delete(one)
      if (one.unheard && (over || now >= one.told + longestMs)) one.tell()
    }
  } finally {
    const ends = [...waiting].map((one) => (one.unheard ? one.told + longestMs : Number.POSITIVE_INFINITY))
    timer = waiting.size > 0 ? setTimeout(lookAtAll, Math.min(last + quietMs, ...ends) - now) : undefined
  }
}

/**
 * Merges a burst of news into one: `onCalm` follows half a second of quiet, or three seconds of a burst that does not
 * end. With `first` the first of a burst is heard at once too. A note costs next to nothing: one may come with each key.
 */
export const createCalm = (onCalm: () => void, { first = false } = {}) => {
  const own: Waiting = {
    unheard: false,
    told: 0,
    tell: () => {
      own.told = performance.now()
      own.unheard = false
      onCalm()
    },
  }
  return {
    note: (): void => {
      last = performance.now()
      own.unheard = true
      if (waiting.has(own)) return
      waiting.add(own)
      own.told = last
      if (first) own.tell()
      // One that runs already looks sooner than this burst can end.
      if (timer === undefined) timer = setTimeout(lookAtAll, quietMs)
    },
    /** What waits is heard now. */
    hurry: (): void => {
      if (own.unheard) own.tell()
    },
    cancel: (): void => void waiting.delete(own),
  }
}
