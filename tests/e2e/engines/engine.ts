// A browser engine as the offline story needs it: pages that run expressions, and a life that can end in two ways.
export interface EnginePage {
  /** Runs an expression in the page and brings its JSON value; what the page throws is thrown here. */
  evaluate<T>(expression: string): Promise<T>
  goto(url: string): Promise<void>
}

export interface Engine {
  name: string
  /** What to install, when the engine is not on this machine; null when it is. */
  missing: string | null
  /** Starts the browser on its one profile. */
  open(): Promise<EnginePage>
  /** Ends it as a person does. */
  quit(): Promise<void>
  kill(): Promise<void>
  /** Kills what still runs and removes the profile. */
  close(): Promise<void>
}

const everyMs = 100

/** Asks until the answer is truthy; throws with the sentence after `limitMs`. A page that is changing is asked again. */
export const waitFor = async <T>(
  what: string,
  ask: () => Promise<T | null>,
  limitMs = 30_000,
): Promise<T> => {
  const until = Date.now() + limitMs
  for (;;) {
    const answer = await ask().catch(() => null)
    if (answer) return answer
    if (Date.now() > until) throw new Error(`waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
