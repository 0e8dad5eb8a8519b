// Days unlike the timetable's week: no lessons, shortened ones, a frost, a quarantine; and the bells of shortened days.
import { useState } from 'react'
import { className, type DayChange, type School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActs } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dayKindWords } from '../messages/school-lists.ts'
import { schoolCalendarWords } from '../messages/screens/school/calendar.ts'
import { schoolFields } from '../messages/screens/school/fields.ts'
import { shortDate } from '../messages/time.ts'
import { ClassChecks } from './class-checks.tsx'
import styles from './school.module.css'
import { Terms } from './terms.tsx'
import { BellsForm } from './timetable/bells-form.tsx'
import type { EditLists, SchoolPart } from './use-school-lists.ts'

const kinds = Object.entries(dayKindWords).map(([value, label]) => ({ value, label }))

const DayForm = ({ school, today, edit }: { school: School; today: string; edit: EditLists }) => {
  const [kind, setKind] = useState<string>('dayOff')
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [classes, setClasses] = useState<readonly string[]>([])
  const submit = async (): Promise<void> => {
    const add = { kind, from, to, classes: classes.join(';') }
    if (await edit([{ list: 'days', add }])) setClasses([])
  }
  return (
    <Panel title={schoolCalendarWords.addDaysTitle}>
      <Form onSubmit={submit}>
        <SelectField label={schoolCalendarWords.whatDays} choices={kinds} value={kind} onChoose={setKind} />
        <TextField
          label={schoolFields.from}
          type="date"
          required
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value)
            if (to < event.currentTarget.value) setTo(event.currentTarget.value)
          }}
        />
        <TextField
          label={schoolCalendarWords.untilInclusive}
          type="date"
          required
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <ClassChecks
          school={school}
          legend={schoolCalendarWords.forWhichClasses}
          chosen={classes}
          onChoose={setClasses}
        />
        <FormActs submit={schoolFields.add} />
      </Form>
    </Panel>
  )
}

const dayRow = ({ kind, from, to, classes }: DayChange) => ({
  ...{ kind, from, to },
  classes: classes?.join(';') ?? '',
})

const forWhom = (school: School, { classes }: DayChange): string => {
  if (classes === null) return schoolCalendarWords.wholeSchool
  const names = school.classes.filter((one) => classes.includes(one.id)).map(className)
  return names.join(', ')
}

const DayList = ({ answer: { school }, edit, mayEdit }: SchoolPart) => {
  const days = [...(school.days ?? [])].sort((a, b) => (a.from < b.from ? 1 : -1))
  if (days.length === 0) return <Panel>{schoolCalendarWords.noSpecialDays}</Panel>
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
            <Button settles onClick={() => void edit([{ list: 'days', remove: dayRow(day) }])}>
              {schoolFields.remove}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

export const SpecialDays = (part: SchoolPart) => {
  const { school, serverTime } = part.answer
  const today = dateAt(serverTime, school.zone)
  return (
    <>
      {part.mayEdit && <DayForm school={school} today={today} edit={part.edit} />}
      <DayList {...part} />
      <Terms {...part} />
      {part.mayEdit &&
        (['bells', 'short-bells'] as const).map((kind) => (
          <BellsForm
            key={`${kind} ${JSON.stringify(school.bells)}`}
            {...{ school, kind, today }}
            edit={part.edit}
          />
        ))}
    </>
  )
}
