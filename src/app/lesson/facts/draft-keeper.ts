// When a text that is being typed is written down: at most 300 ms after the first key that is not, however fast the next come.

const keepWithinMs = 300

/** `save` gets the newest draft. */
export const createDraftKeeper = <Draft>(save: (draft: Draft) => void) => {
  let waiting: { draft: Draft; timer: ReturnType<typeof setTimeout> } | null = null
  const drop = (): void => {
    clearTimeout(waiting?.timer)
    waiting = null
  }
  const flush = (): void => {
    if (waiting) save(waiting.draft)
    drop()
  }
  return {
    keep: (draft: Draft): void => {
      if (waiting) waiting.draft = draft
      else waiting = { draft, timer: setTimeout(flush, keepWithinMs) }
    },
    /** Saves what waits at once: nobody may be there to do it later. */
    flush,
    /** The page goes. One that is put aside whole begins no transaction; it goes on where it was when it comes back. */
    leavePage: ({ persisted }: { persisted: boolean }): void => {
      if (!persisted) flush()
    },
    /** What waits is an entry by now, or nothing at all. */
    drop,
  }
}
