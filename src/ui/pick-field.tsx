// A choice that only a press of its own carries out: walking along the choices by the arrows does nothing yet.
import { useState } from 'react'
import { Button } from './button.tsx'
import styles from './pick-field.module.css'
import { type Choice, SelectField } from './select-field.tsx'

interface PickFieldProps {
  label: string
  note?: string
  /** What stands there while nothing is chosen. */
  none: string
  choices: readonly Choice[]
  /** What the press does, a verb. */
  act: string
  onPick(value: string): void
}

export const PickField = ({ label, note, none, choices, act, onPick }: PickFieldProps) => {
  const [picked, setPicked] = useState('')
  const isThere = choices.some((one) => one.value === picked)
  return (
    <div className={styles.pick}>
      <SelectField
        {...{ label, ...(note && { note }) }}
        value={isThere ? picked : ''}
        choices={[{ value: '', label: none }, ...choices]}
        onChoose={setPicked}
      />
      <Button disabled={!isThere} onClick={() => onPick(picked)}>
        {act}
      </Button>
    </div>
  )
}
