// Days unlike the timetable's week: no lessons, shortened ones, a frost, a quarantine; and the bells of shortened days.
import { type FormEvent, useState } from 'react'
import type { ListEdit } from '../../contract/school-edit-schema.ts'
import { className, type DayChange, type School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dayKindWords } from '../messages/school-lists.ts'
import { shortDate } from '../messages/time.ts'
import { ClassChecks } from './class-checks.tsx'
import styles from './school.module.css'
import type { EditLists, SchoolPart } from './use-school-lists.ts'

const kinds = Object.entries(dayKindWords).map(([value, label]) => ({ value, label }))

const DayForm = ({ school, today, edit }: { school: School; today: string; edit: EditLists }) => {
  const [kind, setKind] = useState<string>('dayOff')
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [classes, setClasses] = useState<readonly string[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const add = { kind, from, to, classes: classes.join(';') }
    if (await edit([{ list: 'days', add }])) setClasses([])
  }
  return (
    <Panel title="Добавить особые дни">
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <SelectField label="Что в эти дни" choices={kinds} value={kind} onChoose={setKind} />
        <TextField
          label="С"
          type="date"
          required
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value)
            if (to < event.currentTarget.value) setTo(event.currentTarget.value)
          }}
        />
        <TextField
          label="По, включительно"
          type="date"
          required
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <ClassChecks
          school={school}
          legend="Для каких классов. Если не отмечать, для всей школы"
          chosen={classes}
          onChoose={setClasses}
        />
        <div className={styles.whole}>
          <Button kind="primary" type="submit">
            Добавить
          </Button>
        </div>
      </form>
    </Panel>
  )
}

const dayRow = ({ kind, from, to, classes }: DayChange) => ({
  ...{ kind, from, to },
  classes: classes?.join(';') ?? '',
})

const forWhom = (school: School, { classes }: DayChange): string => {
  if (classes === null) return 'вся школа'
  const names = school.classes.filter((one) => classes.includes(one.id)).map(className)
  return names.join(', ')
}

const DayList = ({ answer: { school }, edit, mayEdit }: SchoolPart) => {
  const days = [...(school.days ?? [])].sort((a, b) => (a.from < b.from ? 1 : -1))
  if (days.length === 0) return <Panel>Особых дней нет: всё идёт по расписанию и календарю.</Panel>
  return (
    <ul className={styles.list}>
      {days.map((day) => (
        <li key={JSON.stringify(day)}>
          <span>
            <b>
              {dayKindWords[day.kind]}, {shortDate(day.from)}
              {day.to === day.from ? '' : ` – ${shortDate(day.to)}`}
            </b>
            <small>{forWhom(school, day)}</small>
          </span>
          {mayEdit && (
            <Button onClick={() => void edit([{ list: 'days', remove: dayRow(day) }])}>Убрать</Button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface ShortBell {
  shift: string
  period: string
  begins: string
  ends: string
}

/** The bells of shortened days, one a row, as they stand; where there are none, the usual ones to start from. */
const bellRows = (school: School): ShortBell[] => {
  const short = school.bells.filter((one) => one.shortened)
  const usual = school.bells.filter((one) => one.weekday === undefined && !one.shortened)
  return (short.length > 0 ? short : usual).map(({ shift, period, begins, ends }) => ({
    ...{ shift: String(shift), period: String(period), begins, ends },
  }))
}

const bellEdits = (school: School, rows: readonly ShortBell[]): ListEdit[] => [
  ...school.bells
    .filter((one) => one.shortened)
    .map(({ shift, period }) => ({
      list: 'short-bells' as const,
      remove: { shift: String(shift), period: String(period) },
    })),
  ...rows.map((add) => ({ list: 'short-bells' as const, add: { ...add } })),
]

const ShortBells = ({ school, edit }: { school: School; edit: EditLists }) => {
  const [rows, setRows] = useState(() => bellRows(school))
  const set = (at: number, change: Partial<ShortBell>) =>
    setRows(rows.map((one, n) => (n === at ? { ...one, ...change } : one)))
  return (
    <Panel
      title="Звонки сокращённого дня"
      actions={
        <Button kind="primary" onClick={() => void edit(bellEdits(school, rows))}>
          Сохранить звонки
        </Button>
      }
    >
      <div className={styles.bells}>
        {rows.map((row, at) => (
          <div key={`${row.shift}.${row.period}`} className={styles.row}>
            <span className={styles.bell}>
              {row.shift} смена, {row.period}-й урок
            </span>
            <TextField
              label="С"
              type="time"
              value={row.begins}
              onChange={(event) => set(at, { begins: event.currentTarget.value })}
            />
            <TextField
              label="До"
              type="time"
              value={row.ends}
              onChange={(event) => set(at, { ends: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </Panel>
  )
}

export const SpecialDays = (part: SchoolPart) => {
  const { school, serverTime } = part.answer
  const today = dateAt(serverTime, school.zone)
  return (
    <>
      {part.mayEdit && <DayForm school={school} today={today} edit={part.edit} />}
      <DayList {...part} />
      {part.mayEdit && <ShortBells key={school.version} school={school} edit={part.edit} />}
    </>
  )
}
