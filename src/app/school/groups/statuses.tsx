// Who is exempt, studies at home or from afar: from a day on, in one subject or in all.
import { type FormEvent, useState } from 'react'
import type { PupilStatus, School } from '../../../domain/school.ts'
import type { SchoolDate } from '../../../domain/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { shortDate } from '../../messages/time.ts'
import { subjectChoices } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'
import type { ClassPupil } from './groups-and-plans.tsx'

const kindWords: Record<PupilStatus['kind'], string> = {
  exempt: 'Освобождение: в списке, но не занимается',
  homeSchooled: 'Обучение на дому: в уроках класса клеток нет',
  remote: 'Учится дистанционно',
}

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
        label="Ученик"
        required
        value={draft.pupil}
        choices={[
          { value: '', label: 'Выберите ученика' },
          ...pupils.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChoose={(pupil) => set({ pupil })}
      />
      <SelectField
        label="Что"
        value={draft.kind}
        choices={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        onChoose={(kind) => set({ kind })}
      />
      <SelectField
        label="Предмет"
        value={draft.subject}
        choices={[{ value: '', label: 'Все предметы' }, ...subjectChoices(school)]}
        onChoose={(subject) => set({ subject })}
      />
      <TextField
        label="С"
        type="date"
        required
        value={draft.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextField
        label="По, если известно"
        type="date"
        value={draft.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <Button kind="primary" type="submit">
          Добавить
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
    <Panel title="Освобождения и обучение на дому">
      {own.length === 0 && <p>В этом классе их нет.</p>}
      {own.length > 0 && (
        <ul className={styles.list}>
          {own.map((one) => (
            <li key={JSON.stringify(one)}>
              <span>
                <b>{names.get(one.pupil)}</b>
                <small>
                  {kindWords[one.kind].split(':')[0]},{' '}
                  {school.subjects.find((each) => each.id === one.subject)?.name ?? 'все предметы'}, с{' '}
                  {shortDate(one.from)}
                  {one.to === null ? '' : ` по ${shortDate(one.to)}`}
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
                      Сегодня последний день
                    </Button>
                  )}
                  <Button onClick={() => void edit([{ list: 'statuses', remove: rowOf(one) }])}>
                    Внесено по ошибке
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
