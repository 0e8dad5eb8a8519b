// «Группы и планы»: who studies apart from the class, in a group, by a plan of one's own, at home, or is exempt.
import { useState } from 'react'
import type { School } from '../../../domain/school.ts'
import { dateAt } from '../../../domain/time.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import { alphabet } from '../../messages/names.ts'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { classChoices } from '../lesson-words.ts'
import type { SchoolPart } from '../use-school-lists.ts'
import { GroupList } from './group-list.tsx'
import { NewGroup } from './new-group.tsx'
import { Statuses } from './statuses.tsx'

export interface ClassPupil {
  id: string
  name: string
}

/** Who stays in the class on the day or later, by alphabet. */
const pupilsOf = (school: School, schoolClass: string, day: string): ClassPupil[] => {
  const ids = new Set(
    school.enrolments
      .filter((one) => one.schoolClass === schoolClass && (one.to === null || one.to >= day))
      .map((one) => one.pupil),
  )
  return school.pupils
    .filter((one) => ids.has(one.id))
    .map((one) => ({ id: one.id, name: `${one.lastName} ${one.firstName}` }))
    .sort((a, b) => alphabet.compare(a.name, b.name))
}

export const GroupsAndPlans = ({ answer: { school, serverTime }, edit, mayEdit }: SchoolPart) => {
  const classes = classChoices(school)
  const today = dateAt(serverTime, school.zone)
  const [schoolClass, setSchoolClass] = useState(classes[0]?.value ?? '')
  const pupils = pupilsOf(school, schoolClass, today)
  const shared = { school, schoolClass, pupils, today, edit, mayEdit }
  return (
    <>
      <SelectField
        label={schoolFields.schoolClass}
        value={schoolClass}
        choices={classes}
        onChoose={setSchoolClass}
      />
      <Statuses key={`${schoolClass} statuses`} {...shared} />
      <GroupList key={`${schoolClass} groups`} {...shared} />
      {mayEdit && <NewGroup key={`${schoolClass} new`} {...shared} />}
    </>
  )
}
