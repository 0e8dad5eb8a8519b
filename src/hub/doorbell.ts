// Tells whoever listens that something was committed. It carries a number, never content.
export const createDoorbell = () => {
  const listeners = new Set<(rev: number) => void>()
  const sleepers = new Set<() => void>()
  let closed = false
  return {
    ring: (rev: number): void => {
      for (const listener of listeners) listener(rev)
    },
    /** Returns how to stop listening. */
    listen: (listener: (rev: number) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Waits, but no longer than the bell lives. */
    sleep: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        if (closed) return resolve()
        const wake = () => {
          clearTimeout(timer)
          sleepers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        sleepers.add(wake)
      }),
    closed: (): boolean => closed,
    /** Ends every stream that hangs on the bell. */
    close: (): void => {
      closed = true
      listeners.clear()
      for (const wake of [...sleepers]) wake()
    },
  }
}

export type Doorbell = ReturnType<typeof createDoorbell>
