// What a tab's ports do when it is killed: at the chosen call of one it dies, and no port of it ever answers again.
import type { HubFetch } from '../../src/contract/hub-client.ts'
import type { JournalDatabase } from '../../src/store/database.ts'

class Killed extends Error {}

const never = <T>(): Promise<T> => new Promise(() => {})

export const createMortality = () => {
  let leftCalls = Number.POSITIVE_INFINITY
  let dead = false
  let die: () => void = () => {}
  /** Resolves at the tab's death. */
  const died = new Promise<void>((resolve) => {
    die = resolve
  })
  const kill = (): void => {
    dead = true
    die()
  }
  /** Whether this call is the one that it does not outlive; a request and a transaction are several. */
  const fatal = (): boolean => {
    if (!dead && leftCalls === 0) kill()
    leftCalls -= 1
    return dead
  }
  const network =
    (send: HubFetch): HubFetch =>
    async (request) => {
      if (fatal()) return never()
      const answer = await send(request)
      return fatal() ? never() : answer
    }
  /** Dies before a transaction, at the end of it, which takes it back, or after it. The database is changed in its place. */
  const storage = (db: JournalDatabase): void => {
    const plain = db.transaction.bind(db) as (...asked: unknown[]) => Promise<unknown>
    const mortal = async (...asked: unknown[]): Promise<unknown> => {
      if (fatal()) return never()
      const scope = asked.at(-1) as () => Promise<unknown>
      const done = plain(...asked.slice(0, -1), async () => {
        const answer = await scope()
        if (fatal()) throw new Killed()
        return answer
      })
      const answer = await done.catch((error: unknown) => {
        if (error instanceof Killed || dead) return never()
        throw error
      })
      return fatal() ? never() : answer
    }
    Object.assign(db, { transaction: mortal })
  }
  return {
    ...{ died, kill, network, storage },
    isDead: (): boolean => dead,
    dieAfter: (calls: number): void => {
      leftCalls = calls
    },
  }
}
