// Wrong passwords are counted for a while, so that guessing is slow. Kept in memory: a restart forgives.
const windowMs = 15 * 60_000

/** `allowed` wrong tries of one key in a quarter of an hour. */
export const createAttempts = (nowMs: () => number, allowed: number) => {
  const failures = new Map<string, number[]>()
  const recent = (key: string): number[] => (failures.get(key) ?? []).filter((at) => nowMs() - at < windowMs)

  return {
    /** Seconds until the next try is allowed; 0 when it is allowed now. */
    pauseSeconds: (key: string): number => {
      const [oldest, ...rest] = recent(key).slice(-allowed)
      if (oldest === undefined || rest.length + 1 < allowed) return 0
      return Math.ceil((oldest + windowMs - nowMs()) / 1000)
    },
    /** Counts a try as wrong; what it returns takes this one back. */
    count: (key: string): (() => void) => {
      // What has run out is dropped here, so the map holds only the last quarter of an hour.
      for (const known of failures.keys()) if (recent(known).length === 0) failures.delete(known)
      const at = nowMs()
      failures.set(key, [...recent(key), at])
      return () => {
        const kept = failures.get(key) ?? []
        const own = kept.indexOf(at)
        if (own >= 0) failures.set(key, kept.toSpliced(own, 1))
      }
    },
    /** Every wrong try of the key. */
    forgive: (key: string): void => {
      failures.delete(key)
    },
  }
}
