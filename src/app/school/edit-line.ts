// Edits of the lists one after another: each is made upon the version that the one before has left.

type Send<Edits> = (edits: Edits) => Promise<boolean>

/**
 * An act while another is under way waits for it, or it would be told that somebody else has changed the lists. The same
 * act again is the same one: a second tap on its key. After one that changed nothing those behind it change nothing
 * either: the person has to look first.
 */
export const createEditLine = <Edits>(send: Send<Edits>): Send<Edits> => {
  let last: { said: string; done: Promise<boolean> } | null = null
  return (edits) => {
    const said = JSON.stringify(edits)
    if (last?.said === said) return last.done
    const before = last?.done ?? Promise.resolve(true)
    const done = before.then((went) => went && send(edits))
    const own = { said, done }
    last = own
    const leave = (): void => {
      if (last === own) last = null
    }
    void done.then(leave, leave)
    return done
  }
}

/** Versions that this page's own edits have made of those before: what was drawn upon one holds upon the next. */
export const createOwnVersions = () => {
  const made = new Map<number, number>()
  return {
    made: (from: number, to: number): void => void made.set(from, to),
    /** The version that an edit goes by which was drawn upon `drawn`; an edit of somebody else ends the way. */
    newest: (drawn: number): number => {
      let version = drawn
      for (let next = made.get(version); next !== undefined; next = made.get(version)) version = next
      return version
    },
  }
}
