// A press that takes its row away is heard once of a double tap: the row that comes up in its place was not meant.
import { expect, it } from 'vitest'
import { Button } from '../../src/ui/button.tsx'

/** What was settled by presses of buttons, each at its time in ms. */
const settledBy = (presses: readonly [row: string, at: number][], settles: boolean): string[] => {
  const settled: string[] = []
  for (const [row, at] of presses) {
    const { props } = Button({ settles, onClick: () => settled.push(row) })
    props.onClick({ timeStamp: at })
  }
  return settled
}

it.each<[string, [string, number][], boolean, string[]]>([
  [
    'is heard once of a double tap',
    [
      ['a', 1_000],
      ['b', 1_300],
    ],
    true,
    ['a'],
  ],
  [
    'is heard once of a key that is held',
    [
      ['a', 3_000],
      ['b', 3_250],
      ['c', 3_400],
    ],
    true,
    ['a'],
  ],
  [
    'is heard again when there was time to read',
    [
      ['a', 5_000],
      ['b', 5_600],
    ],
    true,
    ['a', 'b'],
  ],
  [
    'is heard though a second tap was not',
    [
      ['a', 7_000],
      ['b', 7_300],
      ['b', 7_600],
    ],
    true,
    ['a', 'b'],
  ],
  [
    'is heard each time where no row goes with it',
    [
      ['a', 9_000],
      ['b', 9_010],
    ],
    false,
    ['a', 'b'],
  ],
])('a press %s', (_, presses, settles, settled) => {
  expect(settledBy(presses, settles)).toEqual(settled)
})
