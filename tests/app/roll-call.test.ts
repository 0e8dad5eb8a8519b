// A roll call by cards: where it goes on, what a swipe and a key mean.
import { expect, it } from 'vitest'
import {
  type CardCommand,
  cardCommandOf,
  placeOfCard,
  resumeAt,
  swiped,
} from '../../src/app/cards/roll-call.ts'
import { notationOf } from '../../src/domain/notation/notation.ts'

const pupils = ['a', 'b', 'c'].map((id) => ({ id }))
const absent: CardCommand = { kind: 'attendance', value: { code: 'absent' } }

it.each<[string, string, string, number]>([
  ['nobody yet', '', '', 0],
  ['after whom was recorded', 'a', '', 1],
  ['after whom was called here', 'b', 'a', 2],
  ['at the first gap', 'a c', '', 1],
  ['at the end', 'a b', 'c', 3],
])('goes on: %s', (_name, recorded, here, at) => {
  expect(resumeAt(pupils, (id) => recorded.split(' ').includes(id), new Set(here.split(' ')))).toBe(at)
})

it.each<[string, string, string | null, number]>([
  ['stays with its pupil when one before has left', 'A b c', 'c', 1],
  ['stays with its pupil when one comes behind', 'a b c d', 'c', 2],
  ['of one who has left stands between those around it', 'a B c', 'b', 1],
  ['past the last stays there when another comes', 'a b c d', null, 4],
  ['of a name that means somebody of the lists by now keeps its number', 'a b c', '?b', 1],
])('an open card %s', (_name, ids, pupil, at) => {
  const rows = ids.split(' ').map((id) => ({ id: id.toLowerCase(), closed: id !== id.toLowerCase() }))
  expect(placeOfCard(rows, { pupil, at: pupil === '?b' ? 1 : 2 })).toBe(at)
})

it.each<[string, number, number, CardCommand | null]>([
  ['to the right is here', 140, 10, { kind: 'here' }],
  ['to the left is Н', -140, -20, absent],
  ['a short one is nothing', 60, 0, null],
  ['a scroll is nothing', 120, 300, null],
  ['a slanting one is nothing', 120, 100, null],
])('a swipe %s', (_name, dx, dy, command) => {
  expect(swiped(dx, dy)).toEqual(command)
})

it.each<[string, string, CardCommand | null]>([
  ['ArrowRight', '', { kind: 'here' }],
  ['ArrowLeft', '', absent],
  ['ArrowUp', '', { kind: 'go', step: -1 }],
  ['ArrowDown', '', { kind: 'go', step: 1 }],
  ['y', 'KeyY', absent],
  ['в', 'KeyD', { kind: 'attendance', value: { code: 'exempt' } }],
  ['Delete', 'Delete', { kind: 'clear' }],
  ['5', 'Digit5', { kind: 'mark', mark: '5' }],
  ['з', 'KeyP', { kind: 'mark', mark: 'зач' }],
  ['т', 'KeyN', { kind: 'owed' }],
  ['+', 'Equal', { kind: 'second' }],
  ['7', 'Digit7', null],
  ['Enter', 'Enter', null],
])('the key %s', (key, code, command) => {
  const pressed = { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  expect(cardCommandOf(pressed, notationOf({}))).toEqual(command)
})

it.each(['ArrowRight', 'ArrowLeft', 'н', '5', '+', 'Delete'])('%s that is held writes once', (key) => {
  const pressed = {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: true,
  }
  expect(cardCommandOf(pressed, notationOf({}))).toBeNull()
})

it('an arrow that is held walks on', () => {
  const pressed = {
    key: 'ArrowDown',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
  }
  expect(cardCommandOf({ ...pressed, repeat: true }, notationOf({}))).toEqual({ kind: 'go', step: 1 })
})

it('a school’s own letter of presence is «здесь»', () => {
  const pressed = { key: 'п', code: 'KeyG', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  const notation = notationOf({ settings: { presentLetter: 'П' } })
  expect(cardCommandOf(pressed, notation)).toEqual({ kind: 'here' })
})
