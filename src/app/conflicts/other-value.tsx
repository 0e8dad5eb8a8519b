// Another value than those that stand: chosen or typed, kept while it is half made, and a choice only when it is pressed.
import type { Cell } from '../../domain/cell.ts'
import { type CellValue, sameValue, usualLateness } from '../../domain/value.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { notation, valueText, valueWords } from '../messages/values.ts'
import styles from './choices.module.css'
import { useKept } from './kept-draft.ts'

/** Half made: the text in the field, or the value that is pressed. */
interface Half {
  text?: string
  value?: CellValue
}

const attendance: readonly CellValue[] = [
  { code: 'present' },
  { code: 'absent' },
  ...usualLateness.map((minutes) => ({ code: 'late', minutes }) as const),
  { code: 'exempt' },
]
const reasons = ['illness', 'excused', 'unexcused'] as const

/** Values to press; a text has none but «не задано». */
const pressable = (cell: Cell): readonly CellValue[] => {
  switch (cell.kind) {
    case 'attendance':
      return attendance
    case 'absenceReason':
      return reasons.map((reason) => ({ reason }))
    case 'mark':
      return notation().marks.map((mark) => ({ marks: [mark], owed: false }))
    case 'termMark':
      return notation().marks.map((mark) => ({ mark }))
    case 'homework':
      return [{ none: true }]
    default:
      return []
  }
}

const isTyped = ({ kind }: Cell): boolean =>
  kind === 'topic' || kind === 'homework' || kind === 'individualHomework' || kind === 'work'

const typedValue = ({ kind }: Cell, text: string): CellValue => {
  if (kind === 'topic') return { planItem: null, text }
  return kind === 'work' ? { title: text } : { text }
}

interface OtherProps {
  cell: Cell
  cellKey: string
  person: string
  /** While a reason is owed. */
  disabled: boolean
  onChoose(value: CellValue): void
}

export const useOther = (person: string, cellKey: string) => useKept<Half>('other', person, cellKey)

export const OtherValue = ({ cell, cellKey, person, disabled, onChoose }: OtherProps) => {
  const { kept, keep } = useOther(person, cellKey)
  if (!kept) return null
  const text = kept.text?.trim() ?? ''
  const value = kept.value ?? (text === '' ? null : typedValue(cell, text))
  return (
    <section className={styles.other} aria-label={conflictWords.otherValue}>
      <div className={styles.keys}>
        {pressable(cell).map((one) => (
          <Button
            key={valueText(one)}
            pressed={kept.value !== undefined && sameValue(kept.value, one)}
            onClick={() => void keep({ value: one })}
          >
            {valueText(one)}
            {valueWords(one) && <small>{valueWords(one)}</small>}
          </Button>
        ))}
      </div>
      {isTyped(cell) && (
        <TextField
          label={conflictWords.otherValue}
          multiline
          maxLength={500}
          value={kept.text ?? ''}
          onChange={(event) => void keep({ text: event.currentTarget.value })}
        />
      )}
      <Button
        kind={value === null ? 'plain' : 'primary'}
        aria-disabled={value === null || disabled}
        onClick={() => value && !disabled && onChoose(value)}
      >
        {value === null ? conflictWords.pickOrType : conflictWords.put(valueText(value))}
      </Button>
    </section>
  )
}
