// Rows that are settled by one tap keep their places while they are looked at: a double tap finds no other row.
import { describe, expect, it } from 'vitest'
import { keepPlaces } from '../../src/app/runtime/kept-places.ts'

const own = (row: string): string => row.charAt(0)

/** What stands in the list after each look, a row that has gone in brackets. */
const looked = (...looks: string[][]): string[] =>
  looks
    .reduce<ReturnType<typeof keepPlaces<string>>>((placed, rows) => keepPlaces(placed, rows, own), [])
    .map(({ row, gone }) => (gone ? `(${row})` : row))

describe('rows in their places', () => {
  it.each<[string, string[][], string[]]>([
    ['stand as the first look found them', [['a', 'b']], ['a', 'b']],
    [
      'one that is gone stays between its neighbours',
      [
        ['a', 'b', 'c'],
        ['a', 'c'],
      ],
      ['a', '(b)', 'c'],
    ],
    ['one that is gone stays gone at the next look', [['a', 'b'], ['b'], ['b']], ['(a)', 'b']],
    ['one that is new comes last, wherever the hub puts it', [['b'], ['a', 'b']], ['b', 'a']],
    ['one that comes back stands where it stood', [['a', 'b'], ['b'], ['b', 'a']], ['a', 'b']],
    [
      'the hub’s new order moves none',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b'],
    ],
    [
      'what is told anew is shown anew',
      [
        ['a1', 'b'],
        ['a2', 'b'],
      ],
      ['a2', 'b'],
    ],
    ['the last one stays as well', [['a'], []], ['(a)']],
  ])('%s', (_, looks, stands) => {
    expect(looked(...looks)).toEqual(stands)
  })
})
