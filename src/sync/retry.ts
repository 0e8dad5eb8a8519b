// When to try again: full jitter, doubling from a second to five minutes, or as long as the hub asked for.
const firstMs = 1_000
const longestMs = 5 * 60_000

/** `random` is in [0, 1). */
export const createRetry = (random: () => number) => {
  let failures = 0
  return {
    succeeded: (): void => {
      failures = 0
    },
    /** Milliseconds to wait after one more failure. */
    failed: (askedMs: number | null): number => {
      failures += 1
      const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20))
      return Math.max(askedMs ?? 0, Math.round(random() * ceiling))
    },
  }
}
