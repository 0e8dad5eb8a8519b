// A class gets another class teacher, who sets its reasons of absence and reads its journal (п. 2.9, 4.4).
import { useState } from 'react'
import { Panel } from '../../../ui/panel.tsx'
import { PickField } from '../../../ui/pick-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { schoolPeopleWords } from '../../messages/screens/school/people.ts'
import { classChoices, teacherChoices, teacherName } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { SchoolPart } from '../use-school-lists.ts'

export const ClassTeachers = ({ answer: { school }, edit }: SchoolPart) => {
  const classes = classChoices(school)
  const [chosen, setChosen] = useState(classes[0]?.value ?? '')
  const known = school.classes.find((one) => one.id === chosen)
  if (!known) return null
  const { id, parallel, letter, shift, studyWeek } = known
  const choose = (classTeacher: string): void => {
    const add = {
      ...{ id, parallel: String(parallel), letter, shift: String(shift) },
      ...{ studyWeek: String(studyWeek), classTeacher },
    }
    void edit([{ list: 'classes', remove: { id }, add }])
  }
  const others = teacherChoices(school).filter((one) => one.value !== known.classTeacher)
  return (
    <Panel title={schoolPeopleWords.classTeachersTitle}>
      <div className={styles.form}>
        <SelectField label={schoolFields.schoolClass} value={chosen} choices={classes} onChoose={setChosen} />
        <PickField
          key={id}
          label={schoolPeopleWords.newClassTeacher}
          note={schoolPeopleWords.classTeacherNow(teacherName(school, known.classTeacher))}
          none={schoolFields.pickTeacher}
          choices={others}
          act={schoolFields.appoint}
          onPick={choose}
        />
      </div>
    </Panel>
  )
}
