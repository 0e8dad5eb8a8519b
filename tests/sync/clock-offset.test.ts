// The measured offset of a tablet's clock: the least doubt counts, until somebody sets the clock.
import { expect, it } from 'vitest'
import { toInstant } from '../../src/domain/time.ts'
import { createClockOffset } from '../../src/sync/clock-offset.ts'

const start = Date.parse('2026-11-24T05:00:00.000Z')
const hour = 3_600_000
/** A moment so long after the start, by a clock that is ahead by `ahead`. */
const at = (ms: number, ahead = 0) => ({ wall: start + ms + ahead, monotonic: ms })

it('keeps the reading of the quickest answer', () => {
  const clock = createClockOffset()
  clock.note(toInstant(start + 2_000), at(0, hour), at(4_000, hour))
  clock.note(toInstant(start + 10_050), at(10_000, hour), at(10_100, hour))
  clock.note(toInstant(start + 21_000), at(20_000, hour), at(22_000, hour))
  expect(clock.best()).toEqual({ offsetMs: -hour, doubtMs: 50 })
})

it('forgets what it measured before the clock was set, however good that was', () => {
  const clock = createClockOffset()
  clock.note(toInstant(start), at(0), at(0))
  clock.note(toInstant(start + 31_000), at(30_000, -hour), at(32_000, -hour))
  expect(clock.best()).toEqual({ offsetMs: hour, doubtMs: 1_000 })
})

it('takes no reading while the clock is being set', () => {
  const clock = createClockOffset()
  clock.note(toInstant(start + 500), at(0), at(1_000, hour))
  expect(clock.best()).toBeNull()
})
