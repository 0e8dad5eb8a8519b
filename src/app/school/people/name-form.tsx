// The three parts of a person's name, for a correction or a newcomer.
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { schoolPeopleWords } from '../../messages/screens/school/people.ts'
import styles from '../school.module.css'

/** No middle name is ''. */
export interface PersonName {
  lastName: string
  firstName: string
  middleName: string
}

interface NameFormProps {
  name: { lastName: string; firstName: string; middleName: string | null }
  submit: string
  /** Fields that stand after the name. */
  children?: ReactNode
  /** True once it is kept. */
  onSubmit(name: PersonName): Promise<boolean>
  onDone(): void
}

const parts = [
  ['lastName', schoolPeopleWords.lastName, true],
  ['firstName', schoolPeopleWords.firstName, true],
  ['middleName', schoolPeopleWords.middleName, false],
] as const

export const NameForm = ({ name, submit, children, onSubmit, onDone }: NameFormProps) => {
  const [typed, setTyped] = useState<PersonName>({ ...name, middleName: name.middleName ?? '' })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const { lastName, firstName, middleName } = typed
    const trimmed = {
      ...{ lastName: lastName.trim(), firstName: firstName.trim() },
      middleName: middleName.trim(),
    }
    if (await onSubmit(trimmed)) onDone()
  }
  return (
    <form className={`${styles.form} ${styles.wide}`} onSubmit={(event) => void send(event)}>
      {parts.map(([part, label, required]) => (
        <TextField
          key={part}
          label={label}
          required={required}
          maxLength={100}
          value={typed[part]}
          onChange={(event) => setTyped({ ...typed, [part]: event.currentTarget.value })}
        />
      ))}
      {children}
      <div className={`${styles.row} ${styles.whole}`}>
        <Button kind="primary" type="submit">
          {submit}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {schoolFields.leave}
        </Button>
      </div>
    </form>
  )
}
