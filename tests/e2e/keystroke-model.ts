// A keystroke-level model of work in the journal: what each act of a person costs, and what a path of them costs together.

/**
 * Seconds. After Card, Moran and Newell (mental 1.35, pointing 1.1). A look finds a name in a list that is in sight; a
 * scroll is one swipe. On glass a key is dearer than at a desk: a thumb looks for it. At a desk a key is that of an
 * average typist (0.28; a skilled one needs 0.2), nothing may be pointed at, and the list scrolls after the keyboard by
 * itself.
 */
export const glass = { tap: 1.1, key: 0.5, scroll: 1.2, look: 0.7, mental: 1.35 } as const
export const desk = { ...glass, tap: Number.POSITIVE_INFINITY, key: 0.28, scroll: 0 } as const

export type Act = keyof typeof glass
export type Path = Record<Act, number>
type Prices = Record<Act, number>

const acted = (path: Path, prices: Prices): Act[] =>
  (Object.keys(glass) as Act[]).filter((act) => path[act] > 0 && prices[act] > 0)

/** In seconds, to a tenth. */
export const priceOf = (path: Path, prices: Prices = glass): number =>
  Math.round(acted(path, prices).reduce((sum, act) => sum + path[act] * prices[act], 0) * 10) / 10

export const told = (name: string, path: Path, prices: Prices = glass): string => {
  const parts = acted(path, prices).map((act) => `${path[act]} ${act} × ${prices[act]} s`)
  return `${name}: ${parts.join(' + ')} = ${priceOf(path, prices)} s`
}
