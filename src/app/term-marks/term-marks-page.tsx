// «Итоговые»: marks of a term, of the year and after examinations, by class and subject (п. 2.4, 2.6, 4.4).
import { useState } from 'react'
import type { School } from '../../domain/school.ts'
import { currentColumn, type TermSheet, termSheetsOf } from '../../domain/term/term-sheet.ts'
import type { SignedIn } from '../../store/device.ts'
import { EmptyState } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { staffName } from '../messages/entry-place.ts'
import { subjectWords, targetWords } from '../messages/screens/term-columns.ts'
import { byHandSentence, termSheetWords } from '../messages/screens/term-marks.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import { TermFindings } from './term-findings.tsx'
import styles from './term-marks.module.css'
import { TermTable } from './term-table.tsx'

/** «7А, Алгебра», and whose it is where it is a colleague's. */
const sheetWords = (school: School, { subject, target, teacher, own }: TermSheet): string => {
  const named = `${targetWords(school, target)}, ${subjectWords(school, subject)}`
  return own ? named : termSheetWords.taughtBy(named, staffName(school, teacher))
}

const Sheets = ({ who, school }: { who: SignedIn; school: School }) => {
  const sheets = termSheetsOf(school, who.person)
  const [chosen, setChosen] = useState('')
  const now = useNow()
  const sheet = sheets.find((one) => one.key === chosen) ?? sheets[0]
  if (!sheet) {
    return <EmptyState title={termSheetWords.notYoursTitle}>{termSheetWords.notYours}</EmptyState>
  }
  return (
    <>
      <SelectField
        label={termSheetWords.sheet}
        value={sheet.key}
        choices={sheets.map((one) => ({ value: one.key, label: sheetWords(school, one) }))}
        onChoose={setChosen}
      />
      <TermFindings {...{ school, now }} person={who.person} />
      <TermTable
        key={sheet.key}
        {...{ who, school, sheet }}
        first={currentColumn(school, sheet, now)?.id ?? ''}
      />
    </>
  )
}

export const TermMarksPage = ({ who }: { who: SignedIn }) => {
  const school = useSchool()
  return (
    <div className={styles.page}>
      <h1>{termSheetWords.title}</h1>
      <p className={styles.byHand}>{byHandSentence}</p>
      {school && <Sheets who={who} school={school} />}
    </div>
  )
}
