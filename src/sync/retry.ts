// When to try again: full jitter, doubling from a second to five minutes, or as long as the hub asked for.
const firstMs = 1_000
const longestMs = 5 * 60_000
/** A network that comes back says nothing of it, so a silent hub is asked at least so often. */
const longestSilenceMs = 30_000

/** `random` is in [0, 1). */
export const createRetry = (random: () => number) => {
  let failures = 0
  return {
    succeeded: (): void => {
      failures = 0
    },
    /** Milliseconds to wait after one more failure; `silent` when there was no answer at all. */
    failed: (askedMs: number | null, silent: boolean): number => {
      const ceiling = Math.min(silent ? longestSilenceMs : longestMs, firstMs * 2 ** Math.min(failures, 20))
      failures += 1
      return Math.max(askedMs ?? 0, Math.round(random() * ceiling))
    },
  }
}
