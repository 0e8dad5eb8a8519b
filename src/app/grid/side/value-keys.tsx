// The values a cell may take, as keys for a finger.
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import {
  type AbsenceReason,
  type Attendance,
  type MarkValue,
  sameValue,
  usualLateness,
} from '../../../domain/value.ts'
import { gridWords } from '../../messages/lesson/grid.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { letterOf, notation, reasonShort } from '../../messages/values.ts'
import type { GridCommand } from '../grid-keys.ts'
import styles from './panel.module.css'

interface PadKey {
  sign: string
  word?: string
  command: GridCommand
}

const attendanceKeys = (): readonly PadKey[] => [
  {
    sign: letterOf('absent'),
    word: keyWords.absent,
    command: { kind: 'attendance', value: { code: 'absent' } },
  },
  ...usualLateness.map(
    (minutes): PadKey => ({
      sign: letterOf('late'),
      word: keyWords.minutes(minutes),
      command: { kind: 'attendance', value: { code: 'late', minutes } },
    }),
  ),
  {
    sign: letterOf('exempt'),
    word: keyWords.exempt,
    command: { kind: 'attendance', value: { code: 'exempt' } },
  },
  {
    sign: letterOf('present'),
    word: keyWords.here,
    command: { kind: 'attendance', value: { code: 'present' } },
  },
]
const reasonKeys = (given: AbsenceReason['reason'] | null): PadKey[] =>
  (['illness', 'excused', 'unexcused'] as const).map((reason) => ({
    sign: letterOf(reason),
    word: reasonShort[reason],
    command: { kind: 'reason', reason: given === reason ? null : reason },
  }))
const markKeys = (): readonly PadKey[] => [
  ...notation().marks.map((mark): PadKey => ({ sign: mark, command: { kind: 'mark', mark } })),
  { sign: '+', word: keyWords.second, command: { kind: 'second' } },
  { sign: '•', word: keyWords.owed, command: { kind: 'owed' } },
]
const clearKey: PadKey = { sign: '⌫', word: keyWords.clear, command: { kind: 'clear' } }

const isHeld = ({ sign, word, command }: PadKey, value: Attendance | MarkValue | null): boolean => {
  if (command.kind === 'reason') return command.reason === null
  if (value === null) return false
  if ('marks' in value)
    return command.kind === 'owed' ? value.owed : value.marks.some((mark) => mark === sign)
  if (command.kind !== 'attendance' || command.value.code !== value.code) return false
  return value.code !== 'late' || word === keyWords.minutes(value.minutes)
}

interface ValueKeysProps {
  of: 'attendance' | 'work'
  value: Attendance | MarkValue | null
  /** Of the absence that stands here; undefined where no reason can be given. */
  reason?: AbsenceReason['reason'] | null | undefined
  onCommand(command: GridCommand): void
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

/** One stop of Tab: its keys, and before them what else can be done to the cell. */
export const CellToolbar = ({ children }: { children: ReactNode }) => (
  <div role="toolbar" aria-label={gridWords.cellValue} onKeyDown={walk}>
    {children}
  </div>
)

const sameKeys = (a: ValueKeysProps, b: ValueKeysProps): boolean =>
  a.of === b.of && a.reason === b.reason && a.onCommand === b.onCommand && sameValue(a.value, b.value)

export const ValueKeys = memo(({ of, value, reason, onCommand }: ValueKeysProps) => {
  const own = of === 'attendance' ? attendanceKeys() : markKeys()
  const reasons = reason === undefined ? [] : reasonKeys(reason)
  return (
    <div className={styles.keys}>
      {[...own, ...reasons, clearKey].map((key, n) => (
        <button
          key={`${key.sign}${key.word ?? ''}`}
          type="button"
          className={styles.key}
          aria-pressed={isHeld(key, value)}
          tabIndex={n === 0 ? 0 : -1}
          onClick={() => onCommand(key.command)}
        >
          <b>{key.sign}</b>
          {key.word && <small>{key.word}</small>}
        </button>
      ))}
    </div>
  )
}, sameKeys)
