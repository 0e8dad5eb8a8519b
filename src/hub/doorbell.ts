// Tells whoever listens that something was committed. It carries a number, never content.
export const createDoorbell = () => {
  const listeners = new Set<(rev: number) => void>()
  return {
    ring: (rev: number): void => {
      for (const listener of listeners) listener(rev)
    },
    /** Returns how to stop listening. */
    listen: (listener: (rev: number) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Doorbell = ReturnType<typeof createDoorbell>
