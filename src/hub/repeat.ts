// Work that the hub does by the clock: once at the start, and again so long after its end.

export interface RepeatPorts {
  /** Returns how to take the timer back. */
  setTimer(fn: () => void, afterMs: number): () => void
  /** A bug or a database that can't be written: to the log. */
  report(error: unknown): void
  everyMs: number
}

export const createRepeat = ({ setTimer, report, everyMs }: RepeatPorts, look: () => Promise<void>) => {
  let cancel: (() => void) | null = null
  let stopped = false

  const round = (): void => {
    void look()
      .catch(report)
      .finally(() => {
        if (!stopped) cancel = setTimer(round, everyMs)
      })
  }
  return {
    look,
    start: round,
    stop: (): void => {
      stopped = true
      cancel?.()
    },
  }
}
