// Who came, who left, who changed classes: a stay ends or begins, and what was recorded stays where it is.
import { useState } from 'react'
import { dateAt, plusDays } from '../../../domain/time.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { classChoices } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { SchoolPart } from '../use-school-lists.ts'
import { Arrival } from './arrival.tsx'
import { StayRow } from './stay-row.tsx'
import { staysOf } from './stays.ts'

export const PupilMoves = ({ answer: { school, serverTime }, edit, mayEdit }: SchoolPart) => {
  const today = dateAt(serverTime, school.zone)
  const classes = classChoices(school)
  const [schoolClass, setSchoolClass] = useState(classes[0]?.value ?? '')
  return (
    <>
      <SelectField
        label={schoolFields.schoolClass}
        value={schoolClass}
        choices={classes}
        onChoose={setSchoolClass}
      />
      {mayEdit && <Arrival {...{ school, schoolClass, today, edit }} />}
      <ul className={styles.list}>
        {staysOf(school, schoolClass, plusDays(today, -60)).map((one) => (
          <StayRow key={`${one.pupil.id} ${one.stay.from}`} {...{ one, school, today, edit, mayEdit }} />
        ))}
      </ul>
    </>
  )
}
