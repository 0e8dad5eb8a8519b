// «Сотрудники»: who works at the school, with which login, and who leads which class.
import { useState } from 'react'
import { v7 } from 'uuid'
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import { className, type Person, type Position, type School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { alphabet } from '../../messages/names.ts'
import { newLoginNote, positionWords } from '../../messages/school-people.ts'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { schoolPeopleWords } from '../../messages/screens/school/people.ts'
import styles from '../school.module.css'
import { type SchoolPart, useAtOpening } from '../use-school-lists.ts'
import { ClassTeachers } from './class-teachers.tsx'
import { NameForm, type PersonName } from './name-form.tsx'

const positions = Object.keys(positionWords) as Position[]

interface PersonFormProps {
  person: Person
  login: string
  submit: string
  note?: string
  onSave(row: Record<string, string>): Promise<boolean>
  onDone(): void
}

const PersonForm = ({ person, login: known, submit, note, onSave: saveNow, onDone }: PersonFormProps) => {
  const onSave = useAtOpening(saveNow)
  const [login, setLogin] = useState(known)
  const [held, setHeld] = useState<readonly Position[]>(person.positions)
  const save = (name: PersonName) =>
    onSave({ id: person.id, ...name, positions: held.join(';'), login: login.trim() })
  return (
    <NameForm name={person} submit={submit} onSubmit={save} onDone={onDone}>
      <TextField
        label={schoolPeopleWords.login}
        {...(note ? { note } : {})}
        required
        maxLength={60}
        autoCapitalize="none"
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <fieldset className={styles.checks}>
        <legend>{schoolPeopleWords.position}</legend>
        {positions.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={held.includes(one)}
              onChange={(event) =>
                setHeld(event.currentTarget.checked ? [...held, one] : held.filter((each) => each !== one))
              }
            />
            {positionWords[one]}
          </label>
        ))}
      </fieldset>
    </NameForm>
  )
}

const fullName = ({ lastName, firstName, middleName }: Person): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ')

/** «учитель, руководит 7А, логин kim» */
const factsOf = (school: School, { id, positions: held }: Person, login: string | undefined): string => {
  const led = school.classes.filter((one) => one.classTeacher === id).map(className)
  return [
    ...held.map((one) => positionWords[one]),
    ...(led.length > 0 ? [schoolPeopleWords.leads(led.join(', '))] : []),
    ...(login === undefined ? [] : [schoolPeopleWords.loginIs(login)]),
  ].join(', ')
}

const nobody = (): Person => ({
  ...{ id: v7(), lastName: '', firstName: '', middleName: null },
  positions: ['teacher'],
})

export const Staff = (part: SchoolPart) => {
  const { answer, edit, mayEdit } = part
  const [asked, setAsked] = useState<string | null>(null)
  const [newcomer, setNewcomer] = useState<Person | null>(null)
  const logins = new Map(answer.logins?.map((one) => [one.person, one.login]))
  const put = (remove: string | null) => (add: Record<string, string>) => {
    const row: ListEdit = { list: 'staff', add, ...(remove !== null && { remove: { id: remove } }) }
    return edit([row])
  }
  const { school } = answer
  const staff = [...school.staff].sort((a, b) => alphabet.compare(fullName(a), fullName(b)))
  return (
    <>
      {mayEdit && newcomer === null && (
        <div className={styles.row}>
          <Button kind="primary" onClick={() => setNewcomer(nobody())}>
            {schoolPeopleWords.newPerson}
          </Button>
        </div>
      )}
      {newcomer && (
        <Panel title={schoolPeopleWords.newPerson}>
          <PersonForm
            {...{ person: newcomer, login: '', submit: schoolPeopleWords.accept, note: newLoginNote }}
            onSave={put(null)}
            onDone={() => setNewcomer(null)}
          />
        </Panel>
      )}
      {mayEdit && <ClassTeachers {...part} />}
      <ul className={styles.list}>
        {staff.map((person) => (
          <li key={person.id}>
            <span>
              <b>{fullName(person)}</b>
              <small>{factsOf(school, person, logins.get(person.id))}</small>
            </span>
            {mayEdit && (
              <Button
                pressed={asked === person.id}
                onClick={() => setAsked(asked === person.id ? null : person.id)}
              >
                {schoolFields.correct}
              </Button>
            )}
            {asked === person.id && (
              <PersonForm
                {...{ person, login: logins.get(person.id) ?? '', submit: schoolFields.correct }}
                onSave={put(person.id)}
                onDone={() => setAsked(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
