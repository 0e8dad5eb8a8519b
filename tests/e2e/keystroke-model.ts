// A keystroke-level model of work on a tablet: what each act of a person costs, and what a path of them costs together.

/**
 * Seconds. After Card, Moran and Newell (mental 1.35, pointing 1.1), with a key of a screen keyboard dearer than one
 * of a desk's (0.28): a thumb looks for it. A look finds a name in a list that is in sight; a scroll is one swipe.
 */
export const prices = { tap: 1.1, key: 0.5, scroll: 1.2, look: 0.7, mental: 1.35 } as const

export type Act = keyof typeof prices
export type Path = Record<Act, number>

/** In seconds, to a tenth. */
export const priceOf = (path: Path): number => {
  const acts = Object.keys(prices) as Act[]
  return Math.round(acts.reduce((sum, act) => sum + path[act] * prices[act], 0) * 10) / 10
}

export const told = (name: string, path: Path): string => {
  const acts = (Object.keys(prices) as Act[]).filter((act) => path[act] > 0)
  const parts = acts.map((act) => `${path[act]} ${act} × ${prices[act]} s`)
  return `${name}: ${parts.join(' + ')} = ${priceOf(path)} s`
}
