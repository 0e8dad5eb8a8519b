// What an entry tells of the hour when the clock was set, or the tablet slept, after the hub was last heard.
import { expect, it } from 'vitest'
import { createClockWatch } from '../../src/sync/clock-watch.ts'

const hour = 3_600_000
const reading = { offsetMs: -2_000, doubtMs: 50 }

/** A watch told `reading` at once, and then moments so far on by either clock. */
const watchAfter = (wall: number, monotonic: number) => {
  let now = { wall: 0, monotonic: 0 }
  const watch = createClockWatch(() => now)
  watch.note(reading)
  now = { wall, monotonic }
  return watch
}

it('tells what was measured while the clock only runs on', () => {
  expect(watchAfter(hour, hour).reading()).toEqual(reading)
})

it('covers both a clock set forward and a tablet that slept: from the earlier hour to the later', () => {
  const found = watchAfter(3 * hour, hour).reading()
  const [offsetMs, doubtMs] = [found?.offsetMs ?? 0, found?.doubtMs ?? 0]
  expect(offsetMs + doubtMs).toBe(reading.offsetMs + reading.doubtMs)
  expect(offsetMs - doubtMs).toBe(reading.offsetMs - 2 * hour - reading.doubtMs)
})

it('knows nothing of a clock that was set back', () => {
  expect(watchAfter(-hour, hour).reading()).toBeNull()
})

it('does not take an old reading, told again, for a new one', () => {
  const watch = watchAfter(-hour, hour)
  watch.note({ ...reading })
  expect(watch.reading()).toBeNull()
})

it('begins anew with a new reading, and knows nothing once the engine knows nothing', () => {
  const watch = watchAfter(-hour, hour)
  watch.note({ offsetMs: hour, doubtMs: 20 })
  expect(watch.reading()).toEqual({ offsetMs: hour, doubtMs: 20 })
  watch.note(null)
  expect(watch.reading()).toBeNull()
})
