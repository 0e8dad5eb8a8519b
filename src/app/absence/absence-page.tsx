// «Справки»: the class teacher's documents about absences, and the reasons they give (п. 2.9). All on the device.
import { useState } from 'react'
import { className, type School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useAuthor } from '../lesson/use-lesson.ts'
import { listNames } from '../messages/names.ts'
import { absenceWords } from '../messages/screens/absence.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import styles from './absence.module.css'
import { DocumentForm } from './document-form.tsx'
import { DocumentList } from './document-list.tsx'

/** Everyone who was in the class this year: an old absence may get its document late. */
const pupilsOfClass = (school: School, schoolClass: string) => {
  const ids = new Set(
    school.enrolments.filter((one) => one.schoolClass === schoolClass).map((one) => one.pupil),
  )
  return listNames(school.pupils.filter((one) => ids.has(one.id)))
}

const Documents = ({ who, school }: { who: SignedIn; school: School }) => {
  const author = useAuthor(who, school)
  const today = dateAt(useNow(), school.zone)
  const led = school.classes.filter((one) => one.classTeacher === who.person)
  const [chosen, setChosen] = useState(led[0]?.id ?? '')
  const pupils = pupilsOfClass(school, chosen)
  if (led.length === 0) {
    return <EmptyState title={absenceWords.notYoursTitle}>{absenceWords.notYours}</EmptyState>
  }
  return (
    <>
      {led.length > 1 && (
        <SelectField
          label={absenceWords.schoolClass}
          value={chosen}
          choices={led.map((one) => ({ value: one.id, label: className(one) }))}
          onChoose={setChosen}
        />
      )}
      <Panel
        title={led.length === 1 && led[0] ? absenceWords.enterFor(className(led[0])) : absenceWords.enter}
      >
        <DocumentForm key={chosen} {...{ school, pupils, today, author }} />
      </Panel>
      <DocumentList {...{ school, pupils, today, author }} />
    </>
  )
}

export const AbsencePage = ({ who }: { who: SignedIn }) => {
  const school = useSchool()
  return (
    <div className={styles.page}>
      <h1>{absenceWords.title}</h1>
      {school && <Documents who={who} school={school} />}
    </div>
  )
}
