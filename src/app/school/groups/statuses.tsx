// Who is exempt, studies at home or from afar: from a day on, in one subject or in all.
import { type FormEvent, useState } from 'react'
import type { PupilStatus, School } from '../../../domain/school.ts'
import type { SchoolDate } from '../../../domain/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { groupWords, statusKindWords } from '../../messages/screens/school/groups.ts'
import { shortDate } from '../../messages/time.ts'
import { subjectChoices } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'
import type { ClassPupil } from './groups-and-plans.tsx'

interface StatusesProps {
  school: School
  pupils: readonly ClassPupil[]
  today: SchoolDate
  edit: EditLists
  mayEdit: boolean
}

const rowOf = ({ pupil, kind, subject, from, to }: PupilStatus) => ({
  ...{ pupil, kind, subject: subject ?? '', from, to: to ?? '' },
})

const NewStatus = ({ school, pupils, today, edit }: Omit<StatusesProps, 'mayEdit'>) => {
  const [draft, setDraft] = useState({ pupil: '', kind: 'exempt', subject: '', from: today, to: '' })
  const set = (change: Partial<typeof draft>): void => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void edit([{ list: 'statuses', add: draft }]).then((done) => done && set({ pupil: '' }))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <SelectField
        label={schoolFields.pupil}
        required
        value={draft.pupil}
        choices={[
          { value: '', label: schoolFields.pickPupil },
          ...pupils.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChoose={(pupil) => set({ pupil })}
      />
      <SelectField
        label={schoolFields.what}
        value={draft.kind}
        choices={Object.entries(statusKindWords).map(([value, label]) => ({ value, label }))}
        onChoose={(kind) => set({ kind })}
      />
      <SelectField
        label={schoolFields.subject}
        value={draft.subject}
        choices={[{ value: '', label: groupWords.allSubjects }, ...subjectChoices(school)]}
        onChoose={(subject) => set({ subject })}
      />
      <TextField
        label={schoolFields.from}
        type="date"
        required
        value={draft.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextField
        label={groupWords.untilIfKnown}
        type="date"
        value={draft.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <Button kind="primary" type="submit">
          {schoolFields.add}
        </Button>
      </div>
    </form>
  )
}

export const Statuses = (props: StatusesProps) => {
  const { school, pupils, today, edit, mayEdit } = props
  const names = new Map(pupils.map((one) => [one.id, one.name]))
  const own = (school.statuses ?? []).filter((one) => names.has(one.pupil))
  return (
    <Panel title={groupWords.statusesTitle}>
      {own.length === 0 && <p>{groupWords.noStatuses}</p>}
      {own.length > 0 && (
        <ul className={styles.list}>
          {own.map((one) => (
            <li key={JSON.stringify(one)}>
              <span>
                <b>{names.get(one.pupil)}</b>
                <small>
                  {statusKindWords[one.kind].split(':')[0]}
                  {groupWords.status(
                    school.subjects.find((each) => each.id === one.subject)?.name ?? schoolFields.allSubjects,
                    shortDate(one.from),
                    one.to === null ? '' : groupWords.until(shortDate(one.to)),
                  )}
                </small>
              </span>
              {mayEdit && (
                <span className={styles.row}>
                  {one.to === null && one.from <= today && (
                    <Button
                      onClick={() =>
                        void edit([
                          { list: 'statuses', remove: rowOf(one), add: rowOf({ ...one, to: today }) },
                        ])
                      }
                    >
                      {groupWords.endToday}
                    </Button>
                  )}
                  <Button onClick={() => void edit([{ list: 'statuses', remove: rowOf(one) }])}>
                    {groupWords.enteredByMistake}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && <NewStatus {...props} />}
    </Panel>
  )
}
