// How far the tablet's clock stands from the hub's, from the times of requests; never used for order.
import type { ClockReading } from '../domain/entry.ts'
import { type Instant, toMs } from '../domain/time.ts'

/** One moment by both clocks, in milliseconds: the one that people set, and the one that only runs on. */
export interface Moment {
  wall: number
  monotonic: number
}

const kept = 8
/** Clocks drift apart by less than this between two requests; more is a clock that was set, or a tablet that slept. */
export const jumpMs = 1_000

const drift = ({ wall, monotonic }: Moment): number => wall - monotonic
/** How far the clock that people set has run ahead of the other since; negative when it has fallen behind. */
export const driftSince = (from: Moment, to: Moment): number => drift(to) - drift(from)
const jumped = (from: Moment, to: Moment): boolean => Math.abs(driftSince(from, to)) > jumpMs

/** Best of the last eight since the clock was last set: the quickest answer leaves the least doubt. */
export const createClockOffset = () => {
  let readings: ClockReading[] = []
  let last: Moment | null = null
  return {
    note: (serverTime: Instant, sent: Moment, answered: Moment): void => {
      // What was measured by the clock as it stood before says nothing of this one.
      if (last !== null && jumped(last, answered)) readings = []
      last = answered
      // The clock was set while the request was on its way: such a reading says nothing.
      if (jumped(sent, answered)) return
      const doubtMs = (answered.monotonic - sent.monotonic) / 2
      readings = [...readings, { offsetMs: toMs(serverTime) - (sent.wall + doubtMs), doubtMs }].slice(-kept)
    },
    best: (): ClockReading | null =>
      readings.reduce<ClockReading | null>(
        (best, one) => (best === null || one.doubtMs <= best.doubtMs ? one : best),
        null,
      ),
  }
}
