// The groups of a class and journals of individual plans: who is in them, from which day, until which.
import { useState } from 'react'
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import type { Group, School } from '../../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../../domain/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PickField } from '../../../ui/pick-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { groupWords } from '../../messages/screens/school/groups.ts'
import { shortDate } from '../../messages/time.ts'
import { lessonName } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'
import type { ClassPupil } from './groups-and-plans.tsx'

export interface GroupPartProps {
  school: School
  schoolClass: string
  pupils: readonly ClassPupil[]
  today: SchoolDate
  edit: EditLists
  mayEdit: boolean
}

interface Stay {
  pupil: string
  from: SchoolDate | null
  to: SchoolDate | null
}

/** Each stay in a group; one without dates is of the whole year. */
const staysOf = ({ members, memberDates = [] }: Group): Stay[] =>
  members.flatMap((pupil): Stay[] => {
    const dated = memberDates.filter((one) => one.pupil === pupil)
    return dated.length > 0 ? dated : [{ pupil, from: null, to: null }]
  })

const rowOf = (group: string, { pupil, from, to }: Stay) => ({ group, pupil, from: from ?? '', to: to ?? '' })

/** The last day is today: what was recorded stays, from tomorrow on the group has no cell for the pupil. */
const leave = (school: School, group: string, stay: Stay, today: SchoolDate): ListEdit => {
  const year = school.terms.reduce((first, one) => (one.from < first ? one.from : first), today)
  const ended = { ...stay, from: stay.from ?? year, to: today }
  const neverWas = ended.from > today
  return {
    ...{ list: 'group-members', remove: rowOf(group, stay) },
    ...(neverWas ? {} : { add: rowOf(group, ended) }),
  }
}

const GroupCard = ({
  school,
  group,
  pupils,
  today,
  edit,
  mayEdit,
}: Omit<GroupPartProps, 'schoolClass'> & { group: Group }) => {
  const [open, setOpen] = useState(false)
  const names = new Map(school.pupils.map((one) => [one.id, `${one.lastName} ${one.firstName}`]))
  const now = staysOf(group).filter((one) => one.to === null || one.to >= today)
  const inside = new Set(now.filter((one) => one.to === null).map((one) => one.pupil))
  const from = plusDays(today, 1)
  return (
    <li>
      <span>
        <b>{lessonName(school, { target: { kind: 'group', id: group.id }, subject: group.subject })}</b>
        <small>{groupWords.pupils(group.individualPlan ? groupWords.individualPlan : '', now.length)}</small>
      </span>
      <Button pressed={open} onClick={() => setOpen(!open)}>
        {groupWords.members}
      </Button>
      {open && (
        <div className={styles.wide}>
          <ul className={styles.list}>
            {now.map((stay) => (
              <li key={`${stay.pupil} ${stay.from}`}>
                <span>
                  {names.get(stay.pupil) ?? stay.pupil}
                  <small>
                    {stay.from === null ? '' : `${schoolFields.since(shortDate(stay.from))} `}
                    {stay.to === null ? '' : groupWords.lastDay(shortDate(stay.to))}
                  </small>
                </span>
                {mayEdit && stay.to === null && (
                  <Button onClick={() => void edit([leave(school, group.id, stay, today)])}>
                    {groupWords.leave}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {mayEdit && (
            <PickField
              label={groupWords.addSince(shortDate(from))}
              none={schoolFields.pickPupil}
              choices={pupils
                .filter((one) => !inside.has(one.id))
                .map((one) => ({ value: one.id, label: one.name }))}
              act={schoolFields.include}
              onPick={(pupil) =>
                void edit([{ list: 'group-members', add: rowOf(group.id, { pupil, from, to: null }) }])
              }
            />
          )}
        </div>
      )}
    </li>
  )
}

export const GroupList = ({ schoolClass, ...rest }: GroupPartProps) => {
  const groups = rest.school.groups.filter((one) => one.classes.includes(schoolClass))
  return (
    <Panel title={groupWords.title}>
      {groups.length === 0 && <p>{groupWords.none}</p>}
      {groups.length > 0 && (
        <ul className={styles.list}>
          {groups.map((group) => (
            <GroupCard key={group.id} {...rest} group={group} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
