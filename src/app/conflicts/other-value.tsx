// Another value than those that stand: chosen or typed, kept while it is half made, and a choice only when it is pressed.
import { useState } from 'react'
import type { Cell } from '../../domain/cell.ts'
import type { School } from '../../domain/school.ts'
import { type CellValue, longestText, sameValue } from '../../domain/value.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { keyWords } from '../messages/lesson/keys.ts'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { notation, valueText, valueWords } from '../messages/values.ts'
import styles from './choices.module.css'
import { type Half, isTyped, madeOf, markIn, pressable, pressMark } from './half-made.ts'

interface OtherProps {
  cell: Cell
  school: School
  /** As it was left. */
  kept: Half
  onKeep(half: Half): void
  /** Does the value wait for a reason? A press says what is owed. */
  lacksWhy(value: CellValue | null): boolean
  onChoose(value: CellValue | null): void
}

const MarkKeys = ({ half, onMake }: { half: Half; onMake(half: Half): void }) => {
  const { marks, owed } = markIn(half)
  return (
    <>
      {notation().marks.map((mark) => (
        <Button
          key={mark}
          pressed={marks.includes(mark)}
          onClick={() => onMake(pressMark(half, { kind: 'mark', mark }))}
        >
          {mark}
        </Button>
      ))}
      <Button
        aria-label={keyWords.secondMark}
        aria-disabled={marks.length !== 1}
        pressed={half.second ?? false}
        onClick={() => onMake(pressMark(half, { kind: 'second' }))}
      >
        + <small>{keyWords.second}</small>
      </Button>
      <Button pressed={owed} onClick={() => onMake(pressMark(half, { kind: 'owed' }))}>
        • <small>{keyWords.owed}</small>
      </Button>
    </>
  )
}

export const OtherValue = ({ cell, school, kept, onKeep, lacksWhy, onChoose }: OtherProps) => {
  // What is kept comes back a moment later: a field that showed it would lose the letters typed meanwhile.
  const [half, setHalf] = useState(kept)
  const make = (next: Half): void => {
    setHalf(next)
    onKeep(next)
  }
  const value = madeOf(school, cell, half)
  return (
    <section className={styles.other} aria-label={conflictWords.otherValue}>
      <div className={styles.keys}>
        {cell.kind === 'mark' && <MarkKeys half={half} onMake={make} />}
        {pressable(cell).map((one) => (
          <Button
            key={valueText(one)}
            pressed={half.value !== undefined && sameValue(half.value, one)}
            onClick={() => make({ ...half, value: one })}
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
          maxLength={longestText}
          value={half.text ?? ''}
          onChange={(event) => make({ text: event.currentTarget.value })}
        />
      )}
      <Button
        kind={value === undefined ? 'plain' : 'primary'}
        aria-disabled={value === undefined || lacksWhy(value)}
        onClick={() => value !== undefined && onChoose(value)}
      >
        {value === undefined ? conflictWords.pickOrType : conflictWords.put(valueText(value))}
      </Button>
    </section>
  )
}
