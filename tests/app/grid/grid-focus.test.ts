// The place of the keyboard in the grid goes with its pupil and its column, not with their numbers.
import { expect, it } from 'vitest'
import { createGridFocus, type Place } from '../../../src/app/grid/grid-focus.ts'

const before = { pupils: ['a', 'b', 'c', 'd'], columns: ['past1', 'past2', 'attendance', 'work'] }

it.each<[string, typeof before, Place]>([
  ['one before has left', { ...before, pupils: ['b', 'c', 'd'] }, { row: 1, column: 3 }],
  ['one comes before', { ...before, pupils: ['0', 'a', 'b', 'c', 'd'] }, { row: 3, column: 3 }],
  ['a former lesson is gone', { ...before, columns: ['past2', 'attendance', 'work'] }, { row: 2, column: 2 }],
  [
    'the column itself was withdrawn',
    { ...before, columns: before.columns.slice(0, 3) },
    { row: 2, column: 2 },
  ],
  ['the pupil has left', { ...before, pupils: ['a', 'b', 'd'] }, { row: 2, column: 3 }],
])('stays with whom it is when %s', (_what, after, place) => {
  const focus = createGridFocus()
  focus.mount(null, before, { row: 2, column: 3 })
  focus.mount(null, after)
  expect(focus.at()).toEqual(place)
})

it('finds again what a key has written, and nothing once it is gone', () => {
  const focus = createGridFocus()
  focus.mount(null, before, { row: 2, column: 3 })
  const written = focus.nameOf(focus.at())
  focus.mount(null, { ...before, pupils: ['c', 'd'] })
  expect(focus.find(written)).toEqual({ row: 0, column: 3 })
  focus.mount(null, { ...before, pupils: ['d'] })
  expect(focus.find(written)).toBeNull()
})
