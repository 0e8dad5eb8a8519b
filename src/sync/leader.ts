// One tab of a browser sends. Two would do no harm, for the hub knows every entry by its id; they would only waste.
//
//   waiting ──lock is free──▶ leading ──resign──▶ over
//      │  ▲                      │
//      │  └──another took it─────┘
//      └──leader silent thrice──▶ takes the lock away, leading
import type { Engine } from './engine.ts'

export interface LockRequest {
  /** Resolves when `held` has ended, when the lock was taken away, or when the request was given up. */
  ended: Promise<void>
  /** Takes back a request that still waits. */
  giveUp(): void
}

export interface LeaderPorts {
  /** Runs `held` while this tab holds the lock; `steal` takes it from whoever has it. Web Locks fit this shape. */
  lock(held: () => Promise<void>, steal: boolean): LockRequest
  /** Asks all other tabs whether one of them leads. */
  ask(): void
  /** Tells all other tabs that this one leads. */
  answer(): void
  /** Returns how to take the timer back. */
  setTimer(fn: () => void, afterMs: number): () => void
}

/** A browser freezes a hidden tab with its lock and its network: after so many questions it is replaced. */
const askEveryMs = 10_000
const patience = 3

export const leadWith = (engine: Engine, ports: LeaderPorts) => {
  let leading = false
  let resigned = false
  let unanswered = 0
  let release: () => void = () => {}
  let cancelTimer: () => void = () => {}
  let giveUp: () => void = () => {}

  const lead = async (): Promise<void> => {
    leading = true
    cancelTimer()
    engine.start()
    await new Promise<void>((done) => {
      release = done
    })
    await engine.stop()
  }
  const watch = (takeOver: () => void): void => {
    cancelTimer = ports.setTimer(() => {
      if (unanswered >= patience) return takeOver()
      unanswered += 1
      ports.ask()
      watch(takeOver)
    }, askEveryMs)
  }
  const stand = async (steal: boolean): Promise<void> => {
    let led = false
    let takesOver = false
    unanswered = 0
    const request = ports.lock(() => {
      led = true
      return lead()
    }, steal)
    giveUp = request.giveUp
    if (!steal && !led) {
      watch(() => {
        takesOver = true
        request.giveUp()
      })
    }
    await request.ended
    cancelTimer()
    leading = false
    // Whoever was frozen learns only now that another leads.
    if (led) await engine.stop()
    if (!resigned) await stand(takesOver)
  }
  const stood = stand(false)

  return {
    /** Another tab asks. */
    asked: (): void => {
      if (leading) ports.answer()
    },
    /** Another tab says that it leads. */
    heard: (): void => {
      unanswered = 0
    },
    resign: async (): Promise<void> => {
      resigned = true
      release()
      if (!leading) giveUp()
      await stood
    },
  }
}
