// Who comes into a class: name, first day, and the groups at once.
import { useState } from 'react'
import { v7 } from 'uuid'
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import type { School } from '../../../domain/school.ts'
import { Form, FormActs } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { schoolPeopleWords } from '../../messages/screens/school/people.ts'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'

interface ArrivalProps {
  school: School
  schoolClass: string
  today: string
  edit: EditLists
}

export const Arrival = ({ school, schoolClass, today, edit }: ArrivalProps) => {
  const [name, setName] = useState({ lastName: '', firstName: '', middleName: '' })
  const [from, setFrom] = useState(today)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const groups = school.groups.filter((one) => one.classes.includes(schoolClass))
  const submit = async (): Promise<void> => {
    const pupil = v7()
    const { lastName, firstName, middleName } = name
    const names = { lastName: lastName.trim(), firstName: firstName.trim(), middleName: middleName.trim() }
    const stay = { id: pupil, ...names, schoolClass, from, to: '' }
    const members = chosen.map(
      (group): ListEdit => ({ list: 'group-members', add: { group, pupil, from, to: '' } }),
    )
    if (!(await edit([{ list: 'pupils', add: stay }, ...members]))) return
    setName({ lastName: '', firstName: '', middleName: '' })
    setChosen([])
  }
  const field = (part: keyof typeof name, label: string, required: boolean) => (
    <TextField
      label={label}
      required={required}
      value={name[part]}
      onChange={(event) => setName({ ...name, [part]: event.currentTarget.value })}
    />
  )
  return (
    <Panel title={schoolPeopleWords.arrivalTitle}>
      <Form onSubmit={submit}>
        {field('lastName', schoolPeopleWords.lastName, true)}
        {field('firstName', schoolPeopleWords.firstName, true)}
        {field('middleName', schoolPeopleWords.middleName, false)}
        <TextField
          label={schoolFields.firstDay}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        {groups.length > 0 && (
          <fieldset className={`${styles.checks} ${styles.whole}`}>
            <legend>{schoolPeopleWords.whichGroups}</legend>
            {groups.map((group) => (
              <label key={group.id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(group.id)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? [...chosen, group.id]
                        : chosen.filter((one) => one !== group.id),
                    )
                  }
                />
                {group.name}, {school.subjects.find((one) => one.id === group.subject)?.name}
              </label>
            ))}
          </fieldset>
        )}
        <FormActs submit={schoolPeopleWords.enroll} />
      </Form>
    </Panel>
  )
}
