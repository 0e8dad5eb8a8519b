// «Расписание»: a class's week from a chosen day on, place by place, and who teaches the class what.
import { useState } from 'react'
import {
  classesOf,
  type School,
  type TeachingAssignment,
  type TimetableSlot,
} from '../../../domain/school.ts'
import { dateAt, plusDays, type SchoolDate } from '../../../domain/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { weekdayWords } from '../../messages/screens/school/lessons.ts'
import { timetableWords } from '../../messages/screens/school/timetable.ts'
import { shortDate } from '../../messages/time.ts'
import { assignmentName, classChoices } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { EditLists, SchoolPart } from '../use-school-lists.ts'
import { Assignments } from './assignments.tsx'
import { addSlot, endSlot } from './slot-edits.ts'

const assignmentsOfClass = (school: School, schoolClass: string): TeachingAssignment[] =>
  school.assignments.filter((one) => classesOf(school, one.target).includes(schoolClass))

/** «с вт 01.12», «до пн 30.11»; nothing for a place of the whole year. */
const daysWords = ({ from, to }: TimetableSlot, start: SchoolDate): string =>
  [
    from !== undefined && from > start ? schoolFields.since(shortDate(from)) : '',
    to ? timetableWords.before(shortDate(to)) : '',
  ]
    .filter(Boolean)
    .join(' ')

interface WeekProps {
  school: School
  own: readonly TeachingAssignment[]
  start: SchoolDate
  edit: EditLists
  mayEdit: boolean
}

const Week = ({ school, own, start, edit, mayEdit }: WeekProps) => {
  const names = new Map(own.map((one) => [one.id, assignmentName(school, one)]))
  const slots = school.timetable.filter(
    (slot) => names.has(slot.assignment) && (slot.to === undefined || slot.to >= start),
  )
  return (
    <div className={styles.week}>
      {weekdayWords.map((day, at) => {
        const onDay = slots
          .filter((slot) => slot.weekday === at + 1)
          .sort((a, b) => a.period - b.period || (a.id < b.id ? -1 : 1))
        if (onDay.length === 0) return null
        return (
          <section key={day}>
            <h2>{day}</h2>
            <ul className={styles.list}>
              {onDay.map((slot) => (
                <li key={slot.id}>
                  <span>
                    <b>
                      {slot.period}. {names.get(slot.assignment)}
                    </b>
                    <small className={styles.changed}>{daysWords(slot, start)}</small>
                  </span>
                  {mayEdit && (
                    <Button
                      settles
                      aria-label={timetableWords.removePlace(day, slot.period, names.get(slot.assignment))}
                      onClick={() => void edit(endSlot(school, slot, start))}
                    >
                      {schoolFields.remove}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const AddPlace = ({ school, own, start, edit }: Omit<WeekProps, 'mayEdit'>) => {
  const [assignment, setAssignment] = useState(own[0]?.id ?? '')
  const [weekday, setWeekday] = useState('1')
  const [period, setPeriod] = useState('1')
  const place = { weekday: Number(weekday), period: Number(period), assignment, from: start }
  return (
    <Panel title={timetableWords.addPlaceTitle(shortDate(start))}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void edit([addSlot(place)])
        }}
      >
        <SelectField
          label={schoolFields.what}
          value={assignment}
          choices={own.map((one) => ({ value: one.id, label: assignmentName(school, one) }))}
          onChoose={setAssignment}
        />
        <SelectField
          label={timetableWords.weekday}
          value={weekday}
          choices={weekdayWords.map((label, at) => ({ value: String(at + 1), label }))}
          onChoose={setWeekday}
        />
        <TextField
          label={schoolFields.whichPeriod}
          type="number"
          required
          min={1}
          max={12}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value)}
        />
        <div className={styles.row}>
          <Button kind="primary" type="submit">
            {schoolFields.add}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

export const WeekPlan = ({ answer: { school, serverTime }, edit, mayEdit }: SchoolPart) => {
  const classes = classChoices(school)
  const [schoolClass, setSchoolClass] = useState(classes[0]?.value ?? '')
  const [start, setStart] = useState(() => plusDays(dateAt(serverTime, school.zone), 1))
  const own = assignmentsOfClass(school, schoolClass)
  return (
    <>
      <div className={styles.form}>
        <SelectField
          label={schoolFields.schoolClass}
          value={schoolClass}
          choices={classes}
          onChoose={setSchoolClass}
        />
        <TextField
          label={timetableWords.planSince}
          note={timetableWords.planNote}
          type="date"
          value={start}
          onChange={(event) => event.currentTarget.value && setStart(event.currentTarget.value)}
        />
      </div>
      <Week {...{ school, own, start, edit, mayEdit }} />
      {mayEdit && <AddPlace key={schoolClass} {...{ school, own, start, edit }} />}
      {mayEdit && <Assignments key={`${schoolClass} who`} {...{ school, own, start, edit, schoolClass }} />}
    </>
  )
}
