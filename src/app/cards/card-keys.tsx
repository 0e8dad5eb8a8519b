// The big keys under a card: two for nearly everybody, the rest below.
import type { ReactNode } from 'react'
import { type Attendance, usualLateness } from '../../domain/value.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import { letterOf } from '../messages/values.ts'
import styles from './cards.module.css'
import type { CardCommand } from './roll-call.ts'

interface CardKey {
  sign: string
  word: string
  command: CardCommand
}

const absent = (): CardKey => ({
  ...{ sign: letterOf('absent'), word: keyWords.absentLong },
  command: { kind: 'attendance', value: { code: 'absent' } },
})
const here: CardKey = { sign: keyWords.hereCapital, word: keyWords.andOn, command: { kind: 'here' } }
const others = (): readonly CardKey[] => [
  ...usualLateness.map(
    (minutes): CardKey => ({
      ...{ sign: letterOf('late'), word: keyWords.minutes(minutes) },
      command: { kind: 'attendance', value: { code: 'late', minutes } },
    }),
  ),
  {
    sign: letterOf('exempt'),
    word: keyWords.exempt,
    command: { kind: 'attendance', value: { code: 'exempt' } },
  },
  { sign: '⌫', word: keyWords.clear, command: { kind: 'clear' } },
]

const holds = ({ command }: CardKey, value: Attendance | null): boolean => {
  if (command.kind !== 'attendance' || command.value.code !== value?.code) return false
  return command.value.code !== 'late' || (value?.code === 'late' && value.minutes === command.value.minutes)
}

interface CardKeysProps {
  value: Attendance | null
  onCommand(command: CardCommand): void
  /** What stands in the place of the lesser keys. */
  children: ReactNode
}

export const CardKeys = ({ value, onCommand, children }: CardKeysProps) => {
  const draw = (key: CardKey, look?: string) => (
    <button
      key={`${key.sign}${key.word}`}
      type="button"
      className={look ? `${styles.key} ${look}` : styles.key}
      aria-pressed={holds(key, value)}
      onClick={() => onCommand(key.command)}
    >
      <b>{key.sign}</b>
      <small>{key.word}</small>
    </button>
  )
  return (
    <div className={styles.keys}>
      <div className={styles.main}>
        {draw(absent())}
        {draw(here, styles.here)}
      </div>
      {children || <div className={styles.others}>{others().map((key) => draw(key))}</div>}
    </div>
  )
}
