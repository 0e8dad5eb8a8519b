// The values a cell may take, as keys for a finger: one stop of Tab, arrows between them.
import type { KeyboardEvent } from 'react'
import { type Attendance, type MarkValue, usualLateness } from '../../../domain/value.ts'
import type { Writing } from '../grid-value.ts'
import styles from './panel.module.css'

interface PadKey {
  sign: string
  word?: string
  writing: Writing
}

const attendanceKeys: readonly PadKey[] = [
  { sign: 'Н', word: 'нет', writing: { kind: 'attendance', value: { code: 'absent' } } },
  ...usualLateness.map(
    (minutes): PadKey => ({
      sign: 'ОП',
      word: `${minutes} мин`,
      writing: { kind: 'attendance', value: { code: 'late', minutes } },
    }),
  ),
  { sign: 'ОСВ', word: 'освоб.', writing: { kind: 'attendance', value: { code: 'exempt' } } },
  { sign: '✓', word: 'здесь', writing: { kind: 'attendance', value: { code: 'present' } } },
]
const markKeys: readonly PadKey[] = [
  ...(['5', '4', '3', '2', 'н/а', 'зач'] as const).map(
    (mark): PadKey => ({ sign: mark, writing: { kind: 'mark', mark } }),
  ),
  { sign: '•', word: 'точка', writing: { kind: 'owed' } },
]
const clearKey: PadKey = { sign: '⌫', word: 'убрать', writing: { kind: 'clear' } }

const isHeld = ({ sign, word, writing }: PadKey, value: Attendance | MarkValue | null): boolean => {
  if (value === null) return false
  if ('marks' in value)
    return writing.kind === 'owed' ? value.owed : value.marks.some((mark) => mark === sign)
  if (writing.kind !== 'attendance' || writing.value.code !== value.code) return false
  return value.code !== 'late' || word === `${value.minutes} мин`
}

interface ValueKeysProps {
  of: 'attendance' | 'work'
  value: Attendance | MarkValue | null
  onWrite(writing: Writing): void
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key]
  const keys = [...event.currentTarget.querySelectorAll('button')]
  const at = keys.indexOf(event.target as HTMLButtonElement)
  if (step === undefined || at < 0) return
  event.preventDefault()
  keys[at + step]?.focus()
}

export const ValueKeys = ({ of, value, onWrite }: ValueKeysProps) => (
  <div role="toolbar" aria-label="Значение клетки" className={styles.keys} onKeyDown={walk}>
    {[...(of === 'attendance' ? attendanceKeys : markKeys), clearKey].map((key, n) => (
      <button
        key={`${key.sign}${key.word ?? ''}`}
        type="button"
        className={styles.key}
        aria-pressed={isHeld(key, value)}
        tabIndex={n === 0 ? 0 : -1}
        onClick={() => onWrite(key.writing)}
      >
        <b>{key.sign}</b>
        {key.word && <small>{key.word}</small>}
      </button>
    ))}
  </div>
)
