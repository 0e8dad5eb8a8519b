// One clock that a test turns: timers fire in order as time passes, and nothing waits for real.
import { toInstant } from '../src/domain/time.ts'

interface Timer {
  at: number
  fn: () => void
}

export const createTurnableClock = (start: string) => {
  let ms = Date.parse(start)
  let timers: Timer[] = []
  const underWay = new Set<Promise<unknown>>()
  /** Comes to rest: nothing that was handed to `track` is under way any more. */
  const rest = async (): Promise<void> => {
    await settle()
    while (underWay.size > 0) {
      await Promise.allSettled(underWay)
      await settle()
    }
  }
  return {
    now: () => ms,
    instant: () => toInstant(ms),
    set: (instant: string) => {
      ms = Date.parse(instant)
    },
    setTimer: (fn: () => void, afterMs: number): (() => void) => {
      const timer = { at: ms + afterMs, fn }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    /** Lets time pass, fires what falls due on the way, and lets each timer's work come to rest before the next. */
    advance: async (byMs: number, comeToRest: () => Promise<void> = rest): Promise<void> => {
      const end = ms + byMs
      for (;;) {
        const due = timers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers = timers.filter((one) => one !== due)
        ms = Math.max(ms, due.at)
        due.fn()
        await comeToRest()
      }
      ms = end
      await comeToRest()
    },
    rest,
    /** Work that takes real time, such as a request to a database: the clock waits for it. */
    track: <T>(work: Promise<T>): Promise<T> => {
      underWay.add(work)
      const done = () => underWay.delete(work)
      work.then(done, done)
      return work
    },
  }
}

/** Lets promises, IndexedDB and in-process requests that are under way come to rest. */
const settle = async (turns = 60): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

export type TurnableClock = ReturnType<typeof createTurnableClock>
