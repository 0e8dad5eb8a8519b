// «Внесено вручную» was said here: the key is away until the hub tells so, and back when the mark is owed anew.
import { expect, it } from 'vitest'
import { isSame, stillUntold } from '../../src/app/term-marks/untold.ts'

const five = { key: 'q2/algebra/p1', holders: ['a'] }
const four = { key: 'q2/algebra/p2', holders: ['b'] }
/** What the key would still offer. */
const offered = (marks: (typeof five)[], untold: readonly (typeof five)[]): string[] =>
  marks.filter((one) => !untold.some((other) => isSame(one, other))).map((one) => one.key)

it('a mark that a conflict leaves with the same holders is offered anew', () => {
  const said = [five, four]
  expect(offered([five, four], stillUntold(said, [five, four]))).toEqual([])
  // The hub tells of one of them; then a conflict brings it back as it was.
  const told = stillUntold(said, [four])
  expect(offered([five, four], stillUntold(told, [five, four]))).toEqual([five.key])
})

it('nothing is made anew while nothing has changed', () => {
  const said = [five]
  expect(stillUntold(said, [five, four])).toBe(said)
})
