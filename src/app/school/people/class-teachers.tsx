// Who leads which class: the class teacher sets reasons of absence and reads the class's journal (п. 2.9, 4.4).
import { className } from '../../../domain/school.ts'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { classChoices, teacherChoices, teacherName } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { SchoolPart } from '../use-school-lists.ts'

export const ClassTeachers = ({ answer: { school }, edit, mayEdit }: SchoolPart) => {
  const order = classChoices(school).map((one) => one.value)
  const classes = [...school.classes].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const choose = (id: string, classTeacher: string): void => {
    const known = school.classes.find((one) => one.id === id)
    if (!known || known.classTeacher === classTeacher) return
    const { parallel, letter, shift, studyWeek } = known
    const add = {
      ...{ id, parallel: String(parallel), letter, shift: String(shift) },
      ...{ studyWeek: String(studyWeek), classTeacher },
    }
    void edit([{ list: 'classes', remove: { id }, add }])
  }
  return (
    <Panel title="Классные руководители">
      <div className={styles.form}>
        {classes.map((one) =>
          mayEdit ? (
            <SelectField
              key={one.id}
              label={className(one)}
              value={one.classTeacher}
              choices={teacherChoices(school)}
              onChoose={(teacher) => choose(one.id, teacher)}
            />
          ) : (
            <span key={one.id}>
              {className(one)}: {teacherName(school, one.classTeacher)}
            </span>
          ),
        )}
      </div>
    </Panel>
  )
}
