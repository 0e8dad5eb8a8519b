// Who teaches a class or a group what: a subject is given to somebody, or taken over from a day on.
import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import type { School, TeachingAssignment } from '../../../domain/school.ts'
import type { SchoolDate } from '../../../domain/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PickField } from '../../../ui/pick-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { timetableWords } from '../../messages/screens/school/timetable.ts'
import { shortDate } from '../../messages/time.ts'
import { assignmentName, subjectChoices, teacherChoices } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'
import { handOver, slotsFrom } from './slot-edits.ts'

interface AssignmentsProps {
  school: School
  schoolClass: string
  own: readonly TeachingAssignment[]
  start: SchoolDate
  edit: EditLists
}

const Row = ({
  school,
  one,
  start,
  edit,
}: Omit<AssignmentsProps, 'own' | 'schoolClass'> & { one: TeachingAssignment }) => {
  const [asked, setAsked] = useState(false)
  const hours = slotsFrom(school, one.id, start).length
  const unused = !school.timetable.some((slot) => slot.assignment === one.id)
  return (
    <li>
      <span>
        <b>{assignmentName(school, one)}</b>
        <small>{timetableWords.perWeek(hours)}</small>
      </span>
      <span className={styles.row}>
        {hours > 0 && (
          <Button pressed={asked} onClick={() => setAsked(!asked)}>
            {timetableWords.otherTeacher}
          </Button>
        )}
        {unused && (
          <Button onClick={() => void edit([{ list: 'assignments', remove: { id: one.id } }])}>
            {schoolFields.remove}
          </Button>
        )}
      </span>
      {asked && (
        <div className={styles.wide}>
          <PickField
            label={timetableWords.whoSince(shortDate(start))}
            none={schoolFields.pickTeacher}
            choices={teacherChoices(school).filter((choice) => choice.value !== one.teacher)}
            act={schoolFields.appoint}
            onPick={(teacher) =>
              void edit(handOver(school, one, teacher, start)).then((done) => done && setAsked(false))
            }
          />
        </div>
      )}
    </li>
  )
}

const NewAssignment = ({ school, schoolClass, edit }: Omit<AssignmentsProps, 'own' | 'start'>) => {
  const groups = school.groups.filter((one) => one.classes.includes(schoolClass))
  const [target, setTarget] = useState('')
  const group = groups.find((one) => one.id === target)
  const [subject, setSubject] = useState('')
  const [teacher, setTeacher] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const whom = group
      ? { targetKind: 'group', target: group.id }
      : { targetKind: 'class', target: schoolClass }
    const add = { id: v7(), teacher, subject: group?.subject ?? subject, ...whom }
    void edit([{ list: 'assignments', add }])
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <SelectField
        label={timetableWords.forWhom}
        value={target}
        choices={[
          { value: '', label: timetableWords.wholeClass },
          ...groups.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChoose={setTarget}
      />
      {!group && (
        <SelectField
          label={schoolFields.subject}
          required
          value={subject}
          choices={[{ value: '', label: schoolFields.pickSubject }, ...subjectChoices(school)]}
          onChoose={setSubject}
        />
      )}
      <SelectField
        label={timetableWords.teacher}
        required
        value={teacher}
        choices={[{ value: '', label: schoolFields.pickTeacher }, ...teacherChoices(school)]}
        onChoose={setTeacher}
      />
      <div className={styles.row}>
        <Button type="submit">{timetableWords.addSubject}</Button>
      </div>
    </form>
  )
}

export const Assignments = ({ own, ...rest }: AssignmentsProps) => (
  <Panel title={timetableWords.assignmentsTitle}>
    <ul className={styles.list}>
      {own.map((one) => (
        <Row key={one.id} {...rest} one={one} />
      ))}
    </ul>
    <NewAssignment {...rest} />
  </Panel>
)
