// What each key means in the grid, in either layout of the keyboard.
import { expect, it } from 'vitest'
import { commandOf, type GridCommand, type PressedKey } from '../../../src/app/grid/grid-keys.ts'
import { notationOf } from '../../../src/domain/notation/notation.ts'

const pressed = (change: Partial<PressedKey>): PressedKey => ({
  ...{ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...change,
})
const absent: GridCommand = { kind: 'attendance', value: { code: 'absent' } }

it.each<[string, Partial<PressedKey>, GridCommand | null]>([
  ['Н in the Russian layout', { key: 'н', code: 'KeyY' }, absent],
  ['the same key in the Latin layout', { key: 'y', code: 'KeyY' }, absent],
  ['a capital Н', { key: 'Н', code: 'KeyY', shiftKey: true }, absent],
  ['Н on glass, where no place is told', { key: 'н' }, absent],
  ['О is ОП', { key: 'о', code: 'KeyJ' }, { kind: 'attendance', value: { code: 'late', minutes: 5 } }],
  ['В is ОСВ', { key: 'd', code: 'KeyD' }, { kind: 'attendance', value: { code: 'exempt' } }],
  ['А is н/а', { key: 'а', code: 'KeyF' }, { kind: 'mark', mark: 'н/а' }],
  ['З is зач', { key: 'з', code: 'KeyP' }, { kind: 'mark', mark: 'зач' }],
  ['Т is точка', { key: 'т', code: 'KeyN' }, { kind: 'owed' }],
  ['5', { key: '5', code: 'Digit5' }, { kind: 'mark', mark: '5' }],
  ['2 of the number pad', { key: '2', code: 'Numpad2' }, { kind: 'mark', mark: '2' }],
  ['a digit outside the scale', { key: '1', code: 'Digit1' }, { kind: 'unknown', typed: '1' }],
  ['+', { key: '+', code: 'Equal', shiftKey: true }, { kind: 'second' }],
  ['+ without Shift', { key: '=', code: 'Equal' }, { kind: 'second' }],
  ['Delete', { key: 'Delete', code: 'Delete' }, { kind: 'clear' }],
  ['Enter', { key: 'Enter', code: 'Enter' }, { kind: 'next' }],
  ['Shift and an arrow', { key: 'ArrowDown', shiftKey: true }, { kind: 'move', to: 'down', select: true }],
  ['Home', { key: 'Home' }, { kind: 'move', to: 'rowStart', select: false }],
  ['Ctrl+Home', { key: 'Home', ctrlKey: true }, { kind: 'move', to: 'gridStart', select: false }],
  ['Ctrl+End', { key: 'End', ctrlKey: true }, { kind: 'move', to: 'gridEnd', select: false }],
  ['Ctrl+C is left to the browser', { key: 'c', code: 'KeyC', ctrlKey: true }, null],
  ['Ctrl+Z is not Н', { key: 'я', code: 'KeyZ', ctrlKey: true }, null],
  ['Alt+left is the browser’s way back', { key: 'ArrowLeft', altKey: true }, null],
  ['Tab leaves the grid', { key: 'Tab', code: 'Tab' }, null],
  ['another letter', { key: 'ц', code: 'KeyW' }, null],
])('%s', (_name, key, command) => {
  expect(commandOf(pressed(key), notationOf({}))).toEqual(command)
})
