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
  /** Dies before a transaction, at the end of it, which takes it back, or after it. `run` calls what it is given there. */
  const transaction = async <T>(run: (atEnd: () => void) => Promise<T>): Promise<T> => {
    if (fatal()) return never()
    const done = run(() => {
      if (fatal()) throw new Killed()
    })
    const answer = await done.catch((error: unknown) => {
      if (error instanceof Killed || dead) return never<T>()
      throw error
    })
    return fatal() ? never() : answer
  }
  /** The database is changed in its place. */
  const storage = (db: JournalDatabase): void => {
    const plain = db.transaction.bind(db) as (...asked: unknown[]) => Promise<unknown>
    const mortal = (...asked: unknown[]): Promise<unknown> => {
      const scope = asked.at(-1) as () => Promise<unknown>
      return transaction((atEnd) =>
        plain(...asked.slice(0, -1), async () => {
          const answer = await scope()
          atEnd()
          return answer
        }),
      )
    }
    Object.assign(db, { transaction: mortal })
  }
  return {
    ...{ died, kill, network, storage, transaction },
    isDead: (): boolean => dead,
    dieAfter: (calls: number): void => {
      leftCalls = calls
    },
  }
}

export type Mortality = ReturnType<typeof createMortality>
