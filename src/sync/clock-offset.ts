// How far the tablet's clock stands from the hub's, from the times of requests; never used for order.
import type { ClockReading } from '../domain/entry.ts'
import { type Instant, toMs } from '../domain/time.ts'

const kept = 8

/** Best of the last eight: the quickest answer leaves the least doubt. */
export const createClockOffset = () => {
  let readings: ClockReading[] = []
  return {
    /** `sentAt` and `answeredAt` are milliseconds of the tablet's clock. */
    note: (serverTime: Instant, sentAt: number, answeredAt: number): void => {
      const doubtMs = (answeredAt - sentAt) / 2
      // The wall clock was set back meanwhile: such a reading says nothing.
      if (doubtMs < 0) return
      readings = [...readings, { offsetMs: toMs(serverTime) - (sentAt + doubtMs), doubtMs }].slice(-kept)
    },
    best: (): ClockReading | null =>
      readings.reduce<ClockReading | null>(
        (best, one) => (best === null || one.doubtMs <= best.doubtMs ? one : best),
        null,
      ),
  }
}
