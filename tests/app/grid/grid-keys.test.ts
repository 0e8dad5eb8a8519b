// What each key means in the grid, in either layout of the keyboard, by the default letters and by a school's own.
import { expect, it } from 'vitest'
import { commandOf, type GridCommand, type PressedKey } from '../../../src/app/grid/grid-keys.ts'
import { keyOf } from '../../../src/app/grid/letter-keys.ts'
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
  ['a digit that is held writes once', { key: '5', code: 'Digit5', repeat: true }, null],
  ['Н that is held writes once', { key: 'н', code: 'KeyY', repeat: true }, null],
  ['Delete that is held clears once', { key: 'Delete', code: 'Delete', repeat: true }, null],
  [
    'an arrow that is held walks on',
    { key: 'ArrowUp', repeat: true },
    { kind: 'move', to: 'up', select: false },
  ],
  ['another letter', { key: 'ц', code: 'KeyW' }, null],
])('%s', (_name, key, command) => {
  expect(commandOf(pressed(key), notationOf({}))).toEqual(command)
})

const attendance = (code: 'absent' | 'late' | 'exempt' | 'present'): GridCommand => ({
  kind: 'attendance',
  value: code === 'late' ? { code, minutes: 5 } : { code },
})
const own = { absentLetter: 'ОТ', presentLetter: 'Яв' }
const shifted = { absentLetter: 'Отс', lateLetter: 'Зад', exemptLetter: 'L' }

it.each<[string, object, Partial<PressedKey>, GridCommand | null]>([
  ['the first of its letters', { absentLetter: 'Я' }, { key: 'я', code: 'KeyZ' }, attendance('absent')],
  ['the same in the Latin layout', { absentLetter: 'Я' }, { key: 'z', code: 'KeyZ' }, attendance('absent')],
  ['the same on glass', { absentLetter: 'Я' }, { key: 'Я' }, attendance('absent')],
  ['Н all the same', { absentLetter: 'Я' }, { key: 'н', code: 'KeyY' }, attendance('absent')],
  ['О, that two begin with, as usual', own, { key: 'о', code: 'KeyJ' }, attendance('late')],
  ['Н, where О is a lateness', own, { key: 'н', code: 'KeyY' }, attendance('absent')],
  ['a letter of presence', own, { key: 'я', code: 'KeyZ' }, attendance('present')],
  ['О, that another code took', shifted, { key: 'о', code: 'KeyJ' }, attendance('absent')],
  ['З, that was a mark', shifted, { key: 'з', code: 'KeyP' }, attendance('late')],
  ['a letter that no Russian one looks like', shifted, { key: 'l', code: 'KeyL' }, attendance('exempt')],
  [
    'a mark that it added',
    { markScale: '5 4 3 2 1' },
    { key: '1', code: 'Digit1' },
    { kind: 'mark', mark: '1' },
  ],
  ['a mark that it took off', { markScale: '5 4 3 2' }, { key: 'з' }, { kind: 'unknown', typed: 'зач' }],
])('a school’s own: %s', (_name, settings, key, command) => {
  expect(commandOf(pressed(key), notationOf({ settings }))).toEqual(command)
})

it.each([
  ['by default', {}, ['Н', 'О', 'В', null]],
  ['by its own letters', shifted, ['О', 'З', 'L', null]],
  ['where two begin alike', own, ['Н', 'О', 'В', 'Я']],
  ['where one lost its key', { absentLetter: 'ВВ', exemptLetter: 'ОСВ' }, ['В', 'О', null, null]],
])('the list of keys names %s', (_name, settings, keys) => {
  const notation = notationOf({ settings })
  expect((['absent', 'late', 'exempt', 'present'] as const).map((code) => keyOf(code, notation))).toEqual(
    keys,
  )
})
