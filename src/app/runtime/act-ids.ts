// The id of an act goes by what it is about: pressed again, before the board has been read anew, it is the same act.

export const createActIds = (newId: () => string) => {
  const ids = new Map<string, string>()
  return (about: readonly string[]): string => {
    const key = about.join(' ')
    const id = ids.get(key) ?? newId()
    ids.set(key, id)
    return id
  }
}
