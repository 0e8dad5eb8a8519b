// The step line of the backlog: outages are summed, counts stay until the next point, thinning keeps the ends.
import { describe, expect, it } from 'vitest'
import { backlogSteps, stepAt, thinned } from '../../src/domain/control/backlog-steps.ts'
import { at } from '../regulation/recorded.ts'

const point = (outage: number, when: string, waiting: number, verified = 0) => ({
  ...{ outage, at: at(when), waiting, verified, carried: 0, recorded: waiting + verified },
})
const points = [
  point(1, '23.11 08:00', 0),
  point(1, '23.11 09:00', 40),
  point(2, '23.11 10:00', 5),
  point(1, '24.11 10:00', 10, 30),
  point(2, '24.11 10:00', 0, 5),
]

describe('the backlog’s step line', () => {
  it('sums the outages at each moment, in whatever order the points come', () => {
    const waiting = [0, 40, 45, 10]
    expect(backlogSteps(points).map((one) => one.waiting)).toEqual(waiting)
    expect(backlogSteps([...points].reverse()).map((one) => one.waiting)).toEqual(waiting)
    expect(backlogSteps(points).at(-1)).toMatchObject({ verified: 35, recorded: 45 })
  })
  it.each([
    ['22.11 14:00', 0],
    ['23.11 09:00', 40],
    ['23.11 14:00', 45],
    ['24.11 09:59', 45],
    ['25.11 14:00', 10],
  ])('stands at %s where the last step before it left it', (when, waiting) => {
    expect(stepAt(backlogSteps(points), at(when)).waiting).toBe(waiting)
  })
  it('is thinned to what a chart shows, with its first and last step', () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({
      ...point(1, '23.11 08:00', n),
      at: new Date(Date.parse(at('23.11 08:00')) + n * 60_000).toISOString(),
    }))
    const steps = backlogSteps(many)
    const few = thinned(steps, 50)
    expect(few.length).toBeLessThanOrEqual(51)
    expect([few[0], few.at(-1)]).toEqual([steps[0], steps.at(-1)])
    expect(few.every((one, n) => n === 0 || (few[n - 1]?.at ?? '') < one.at)).toBe(true)
    expect(thinned(steps.slice(0, 50), 50)).toEqual(steps.slice(0, 50))
  })
})
