// Who came, who left, who changed classes: a stay ends or begins, and what was recorded stays where it is.
import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import type { ListEdit } from '../../contract/school-edit-schema.ts'
import type { Enrolment, Pupil, School } from '../../domain/school.ts'
import { dateAt, plusDays, type SchoolDate } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { alphabet } from '../messages/names.ts'
import { shortDate } from '../messages/time.ts'
import { classChoices } from './lesson-words.ts'
import { NameForm, type PersonName } from './people/name-form.tsx'
import styles from './school.module.css'
import type { EditLists, SchoolPart } from './use-school-lists.ts'

interface Stay {
  pupil: Pupil
  stay: Enrolment
}

const fullName = (one: Pupil): string =>
  [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')

/** Stays of a class that go on or ended not before `since`. */
const staysOf = (school: School, schoolClass: string, since: SchoolDate): Stay[] => {
  const pupils = new Map(school.pupils.map((one) => [one.id, one]))
  return school.enrolments
    .filter((one) => one.schoolClass === schoolClass && (one.to === null || one.to >= since))
    .flatMap((stay) => {
      const pupil = pupils.get(stay.pupil)
      return pupil ? [{ pupil, stay }] : []
    })
    .sort((a, b) => alphabet.compare(fullName(a.pupil), fullName(b.pupil)))
}

const rowOf = ({ pupil, stay }: Stay, change: Partial<Enrolment>) => {
  const { schoolClass, from, to } = { ...stay, ...change }
  return {
    ...{ id: pupil.id, lastName: pupil.lastName, firstName: pupil.firstName },
    ...{ middleName: pupil.middleName ?? '', schoolClass, from, to: to ?? '' },
  }
}

const endStay = (one: Stay, to: SchoolDate | null): ListEdit => ({
  ...{ list: 'pupils', remove: { id: one.pupil.id, from: one.stay.from }, add: rowOf(one, { to }) },
})

/** A pupil has one name in all of the stays. */
const renamed = (school: School, id: string, { lastName, firstName, middleName }: PersonName): ListEdit[] =>
  school.enrolments
    .filter((stay) => stay.pupil === id)
    .map((stay) => {
      const pupil = { id, lastName, firstName, middleName: middleName === '' ? null : middleName }
      return { list: 'pupils', remove: { id, from: stay.from }, add: rowOf({ pupil, stay }, {}) }
    })

const Leaving = ({
  one,
  school,
  today,
  edit,
}: {
  one: Stay
  school: School
  today: string
  edit: EditLists
}) => {
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
        label="Последний день в классе"
        type="date"
        value={last}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <SelectField
        label="Куда"
        value={next}
        choices={[
          { value: '', label: 'Из школы' },
          ...others.map((choice) => ({ ...choice, label: `В класс ${choice.label}` })),
        ]}
        onChoose={setNext}
      />
      <div className={styles.row}>
        <Button kind="primary" onClick={leave}>
          {next === '' ? 'Записать выбытие' : 'Перевести'}
        </Button>
      </div>
    </div>
  )
}

const StayRow = (props: { one: Stay; school: School; today: string; edit: EditLists; mayEdit: boolean }) => {
  const { one, school, edit, mayEdit } = props
  const { pupil, stay } = one
  const [asked, setAsked] = useState<'leaving' | 'name' | null>(null)
  const toggle = (what: 'leaving' | 'name') => () => setAsked(asked === what ? null : what)
  return (
    <li>
      <span>
        <b>{fullName(pupil)}</b>
        <small>
          с {shortDate(stay.from)}
          {stay.to === null ? '' : `, последний день ${shortDate(stay.to)}`}
        </small>
      </span>
      {mayEdit && (
        <span className={styles.row}>
          <Button pressed={asked === 'name'} onClick={toggle('name')}>
            Имя
          </Button>
          {stay.to === null ? (
            <Button pressed={asked === 'leaving'} onClick={toggle('leaving')}>
              Выбытие, перевод
            </Button>
          ) : (
            <Button onClick={() => void edit([endStay(one, null)])}>Остаётся в классе</Button>
          )}
        </span>
      )}
      {asked === 'leaving' && stay.to === null && <Leaving {...props} />}
      {asked === 'name' && (
        <NameForm
          name={pupil}
          submit="Исправить имя"
          onSubmit={(name) => edit(renamed(school, pupil.id, name))}
          onDone={() => setAsked(null)}
        />
      )}
    </li>
  )
}

interface ArrivalProps {
  school: School
  schoolClass: string
  today: string
  edit: EditLists
}

const Arrival = ({ school, schoolClass, today, edit }: ArrivalProps) => {
  const [name, setName] = useState({ lastName: '', firstName: '', middleName: '' })
  const [from, setFrom] = useState(today)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const groups = school.groups.filter((one) => one.classes.includes(schoolClass))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const pupil = v7()
    const stay = { id: pupil, ...name, schoolClass, from, to: '' }
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
      onChange={(event) => setName({ ...name, [part]: event.currentTarget.value.trim() })}
    />
  )
  return (
    <Panel title="Прибытие в этот класс">
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {field('lastName', 'Фамилия', true)}
        {field('firstName', 'Имя', true)}
        {field('middleName', 'Отчество, если есть', false)}
        <TextField
          label="Первый день"
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        {groups.length > 0 && (
          <fieldset className={`${styles.checks} ${styles.whole}`}>
            <legend>В каких группах</legend>
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
        <div className={styles.whole}>
          <Button kind="primary" type="submit">
            Зачислить
          </Button>
        </div>
      </form>
    </Panel>
  )
}

export const PupilMoves = ({ answer: { school, serverTime }, edit, mayEdit }: SchoolPart) => {
  const today = dateAt(serverTime, school.zone)
  const classes = classChoices(school)
  const [schoolClass, setSchoolClass] = useState(classes[0]?.value ?? '')
  return (
    <>
      <SelectField label="Класс" value={schoolClass} choices={classes} onChoose={setSchoolClass} />
      {mayEdit && <Arrival {...{ school, schoolClass, today, edit }} />}
      <ul className={styles.list}>
        {staysOf(school, schoolClass, plusDays(today, -60)).map((one) => (
          <StayRow key={`${one.pupil.id} ${one.stay.from}`} {...{ one, school, today, edit, mayEdit }} />
        ))}
      </ul>
    </>
  )
}
