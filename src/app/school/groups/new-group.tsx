// A new group of a class, or the journal of an individual plan (ИУП); its lessons come under «Расписание».
import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { groupWords } from '../../messages/screens/school/groups.ts'
import { subjectChoices } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { GroupPartProps } from './group-list.tsx'

export const NewGroup = ({ school, schoolClass, pupils, today, edit }: GroupPartProps) => {
  const [name, setName] = useState('')
  const [subject, setSubject] = useState('')
  const [plan, setPlan] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const id = v7()
    const add = { id, name, subject, classes: schoolClass, individualPlan: plan ? 'yes' : '' }
    const members = chosen.map((pupil) => ({
      ...{ list: 'group-members' as const },
      add: { group: id, pupil, from: today, to: '' },
    }))
    if (!(await edit([{ list: 'groups', add }, ...members]))) return
    setName('')
    setChosen([])
  }
  return (
    <Panel title={groupWords.newTitle}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={schoolFields.name}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SelectField
          label={schoolFields.subject}
          required
          value={subject}
          choices={[{ value: '', label: schoolFields.pickSubject }, ...subjectChoices(school)]}
          onChoose={setSubject}
        />
        <fieldset className={styles.checks}>
          <label>
            <input
              type="checkbox"
              checked={plan}
              onChange={(event) => setPlan(event.currentTarget.checked)}
            />
            {groupWords.individualPlanLong}
          </label>
        </fieldset>
        <fieldset className={`${styles.checks} ${styles.whole}`}>
          <legend>{groupWords.whoFromToday}</legend>
          {pupils.map((one) => (
            <label key={one.id}>
              <input
                type="checkbox"
                checked={chosen.includes(one.id)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id),
                  )
                }
              />
              {one.name}
            </label>
          ))}
        </fieldset>
        <div className={styles.whole}>
          <Button kind="primary" type="submit">
            {groupWords.create}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
