// What is known of the tablet's clock when an entry is recorded: it may have been set, or the tablet may have slept, since
// the hub was last heard.
import type { ClockReading } from '../domain/entry.ts'
import { driftSince, jumpMs, type Moment } from './clock-offset.ts'

const same = (a: ClockReading | null, b: ClockReading | null): boolean =>
  a?.offsetMs === b?.offsetMs && a?.doubtMs === b?.doubtMs

/**
 * One for each tab: `moment` gives its own two clocks, in milliseconds. `note` is told each reading of the engine, in this
 * tab or another; `reading` tells what holds at this moment.
 */
export const createClockWatch = (moment: () => Moment) => {
  let noted: { reading: ClockReading; at: Moment } | null = null
  return {
    note: (reading: ClockReading | null): void => {
      if (same(reading, noted?.reading ?? null)) return
      noted = reading && { reading, at: moment() }
    },
    /**
     * A clock that has run ahead of the one that only runs on was set forward, or the tablet slept, which stops only the
     * second on some devices: the doubt covers both. One that has fallen behind was set back, nobody knows how far when it
     * slept too: null, as before the first reading.
     */
    reading: (): ClockReading | null => {
      if (!noted) return null
      const { reading, at } = noted
      const ahead = driftSince(at, moment())
      if (Math.abs(ahead) <= jumpMs) return reading
      if (ahead < 0) return null
      return { offsetMs: reading.offsetMs - ahead / 2, doubtMs: reading.doubtMs + ahead / 2 }
    },
  }
}
