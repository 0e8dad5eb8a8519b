// One pupil's stay in a class: the name can be put right, the stay ended or taken up again.
import { useState } from 'react'
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import type { School } from '../../../domain/school.ts'
import { plusDays } from '../../../domain/time.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { schoolPeopleWords } from '../../messages/screens/school/people.ts'
import { shortDate } from '../../messages/time.ts'
import { classChoices } from '../lesson-words.ts'
import { NameForm } from '../people/name-form.tsx'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'
import { endStay, fullName, renamed, rowOf, type Stay } from './stays.ts'

interface LeavingProps {
  one: Stay
  school: School
  today: string
  edit: EditLists
}

const Leaving = ({ one, school, today, edit }: LeavingProps) => {
  const [last, setLast] = useState(today)
  const [next, setNext] = useState('')
  const others = classChoices(school).filter((choice) => choice.value !== one.stay.schoolClass)
  const leave = (): void => {
    const arrival: ListEdit[] =
      next === ''
        ? []
        : [
            {
              list: 'pupils',
              add: rowOf(one, { schoolClass: next, from: plusDays(last, 1), to: one.stay.to }),
            },
          ]
    void edit([endStay(one, last), ...arrival])
  }
  return (
    <div className={`${styles.form} ${styles.wide}`}>
      <TextField
        label={schoolPeopleWords.lastDayInClass}
        type="date"
        value={last}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <SelectField
        label={schoolPeopleWords.whereTo}
        value={next}
        choices={[
          { value: '', label: schoolPeopleWords.outOfSchool },
          ...others.map((choice) => ({ ...choice, label: schoolPeopleWords.toClass(choice.label) })),
        ]}
        onChoose={setNext}
      />
      <div className={styles.row}>
        <Button kind="primary" onClick={leave}>
          {next === '' ? schoolPeopleWords.recordLeaving : schoolPeopleWords.transfer}
        </Button>
      </div>
    </div>
  )
}

export const StayRow = (props: LeavingProps & { mayEdit: boolean }) => {
  const { one, school, edit, mayEdit } = props
  const { pupil, stay } = one
  const [asked, setAsked] = useState<'leaving' | 'name' | null>(null)
  const toggle = (what: 'leaving' | 'name') => () => setAsked(asked === what ? null : what)
  return (
    <li>
      <span>
        <b>{fullName(pupil)}</b>
        <small>
          {schoolPeopleWords.stay(
            shortDate(stay.from),
            stay.to === null ? '' : schoolPeopleWords.lastDay(shortDate(stay.to)),
          )}
        </small>
      </span>
      {mayEdit && (
        <span className={styles.row}>
          <Button pressed={asked === 'name'} onClick={toggle('name')}>
            {schoolPeopleWords.firstName}
          </Button>
          {stay.to === null ? (
            <Button pressed={asked === 'leaving'} onClick={toggle('leaving')}>
              {schoolPeopleWords.leavingOrTransfer}
            </Button>
          ) : (
            <Button onClick={() => void edit([endStay(one, null)])}>{schoolPeopleWords.staysInClass}</Button>
          )}
        </span>
      )}
      {asked === 'leaving' && stay.to === null && <Leaving {...props} />}
      {asked === 'name' && (
        <NameForm
          name={pupil}
          submit={schoolPeopleWords.correctName}
          onSubmit={(name) => edit(renamed(school, pupil.id, name))}
          onDone={() => setAsked(null)}
        />
      )}
    </li>
  )
}
