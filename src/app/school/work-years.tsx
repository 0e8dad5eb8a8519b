// The working calendar, year by year: what it rests on, its transfers, and a deputy's word that a year is right.
import { type FormEvent, useState } from 'react'
import type { ListEdit } from '../../contract/school-edit-schema.ts'
import { calendarOf } from '../../domain/calendar/work-calendar.ts'
import { yearStatus } from '../../domain/calendar/working-day.ts'
import type { School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { schoolCalendarWords } from '../messages/screens/school/calendar.ts'
import { schoolFields } from '../messages/screens/school/fields.ts'
import { shortDate } from '../messages/time.ts'
import styles from './school.module.css'
import type { EditLists, SchoolPart } from './use-school-lists.ts'

const row = (kind: string, date: string, more: { from?: string; source?: string } = {}) => ({
  ...{ kind, date, from: more.from ?? '', source: more.source ?? '' },
})

/** The year as it stands, with a source: from then on it is the school's own. */
const confirmEdits = (school: School, year: number, source: string): ListEdit[] => {
  const known = calendarOf(school).years.get(year)
  const rows = [
    row('year', `${year}-01-01`, { source }),
    ...(known?.transfers ?? []).map(({ from, to }) => row('transfer', to, { from })),
    ...(known?.daysOff ?? []).map((date) => row('dayOff', date)),
    ...(known?.shortDays ?? []).map((date) => row('short', date)),
  ]
  return rows.map((add) => ({ list: 'calendar', add }))
}

interface YearProps {
  school: School
  year: number
  edit: EditLists
  mayEdit: boolean
}

const ConfirmYear = ({ school, year, edit, confirmed }: YearProps & { confirmed: boolean }) => {
  const [source, setSource] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void edit(confirmEdits(school, year, source))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={schoolCalendarWords.yearSource}
        required
        maxLength={300}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <Button kind={confirmed ? 'plain' : 'primary'} type="submit">
          {confirmed ? schoolCalendarWords.keepYear : schoolCalendarWords.confirmYear(year)}
        </Button>
      </div>
    </form>
  )
}

const dayKinds = [
  { value: 'dayOff', label: schoolCalendarWords.dayOff },
  { value: 'short', label: schoolCalendarWords.shortDay },
  { value: 'transfer', label: schoolCalendarWords.movedDayOff },
]

const AddDay = ({ year, edit }: YearProps) => {
  const [kind, setKind] = useState('dayOff')
  const [date, setDate] = useState('')
  const [from, setFrom] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void edit([{ list: 'calendar', add: row(kind, date, kind === 'transfer' ? { from } : {}) }])
  }
  const day = (label: string, value: string, set: (text: string) => void) => (
    <TextField
      label={label}
      type="date"
      required
      min={`${year}-01-01`}
      max={`${year}-12-31`}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
  return (
    <form className={styles.form} onSubmit={submit}>
      <SelectField label={schoolCalendarWords.addDay} choices={dayKinds} value={kind} onChoose={setKind} />
      {kind === 'transfer' && day(schoolCalendarWords.fromDayOff, from, setFrom)}
      {day(kind === 'transfer' ? schoolFields.toDay : schoolFields.day, date, setDate)}
      <div className={styles.row}>
        <Button type="submit">{schoolFields.add}</Button>
      </div>
    </form>
  )
}

/** Days of a confirmed year can be taken out one by one; with its head the year goes back to what the journal ships. */
const removeEdits = (school: School, year: number): ListEdit[] => {
  const own = school.workYears?.find((one) => one.year === year)
  if (!own) return []
  const dates = [`${year}-01-01`, ...own.transfers.map((one) => one.to), ...own.daysOff, ...own.shortDays]
  return [...new Set(dates)].map((date) => ({ list: 'calendar', remove: { date } }))
}

const Year = (props: YearProps) => {
  const { school, year, edit, mayEdit } = props
  const calendar = calendarOf(school)
  const known = calendar.years.get(year)
  const confirmed = yearStatus(year, calendar) === 'confirmed'
  const own = school.workYears?.some((one) => one.year === year) ?? false
  const days = [
    ...(known?.transfers ?? []).map((one) => ({
      ...{ key: one.to, kind: 'transfer', date: one.to },
      text: schoolCalendarWords.dayOffMoved(shortDate(one.from), shortDate(one.to)),
    })),
    ...(known?.daysOff ?? []).map((date) => ({
      ...{ key: date, kind: 'dayOff', date, text: schoolCalendarWords.dayOffOn(shortDate(date)) },
    })),
    ...(known?.shortDays ?? []).map((date) => ({
      ...{ key: `short ${date}`, kind: 'short', date, text: schoolCalendarWords.shortOn(shortDate(date)) },
    })),
  ]
  return (
    <Panel
      tone={confirmed ? 'plain' : 'warn'}
      title={confirmed ? schoolCalendarWords.confirmedYear(year) : schoolCalendarWords.unconfirmedYear(year)}
    >
      <p>{known?.source ?? (confirmed ? schoolCalendarWords.byLaw : schoolCalendarWords.mayChange)}</p>
      {days.length > 0 && (
        <ul className={styles.list}>
          {days.map(({ key, kind, date, text }) => (
            <li key={key}>
              <span>{text}</span>
              {mayEdit && own && (
                <Button settles onClick={() => void edit([{ list: 'calendar', remove: { kind, date } }])}>
                  {schoolFields.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && !own && <ConfirmYear {...props} confirmed={confirmed} />}
      {mayEdit && own && (
        <>
          <AddDay {...props} />
          <div className={styles.row}>
            <Button kind="quiet" onClick={() => void edit(removeEdits(school, year))}>
              {schoolCalendarWords.withdraw}
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}

export const WorkYears = ({ answer: { school, serverTime }, edit, mayEdit }: SchoolPart) => {
  const now = Number(dateAt(serverTime, school.zone).slice(0, 4))
  return (
    <>
      {[now, now + 1].map((year) => (
        <Year key={year} {...{ school, year, edit, mayEdit }} />
      ))}
    </>
  )
}
