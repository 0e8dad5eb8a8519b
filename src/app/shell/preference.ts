// A choice of this tablet alone, no fact of the journal: kept by the browser, and forgotten where it keeps nothing.

/** The kept word, or `otherwise` where none of `words` is kept. */
export const readPreference = <T extends string>(name: string, words: readonly T[], otherwise: T): T => {
  try {
    const kept = localStorage.getItem(name)
    return words.find((word) => word === kept) ?? otherwise
  } catch {
    return otherwise
  }
}

export const keepPreference = (name: string, word: string): void => {
  try {
    localStorage.setItem(name, word)
  } catch {
    // Without site storage it is chosen again next time.
  }
}
