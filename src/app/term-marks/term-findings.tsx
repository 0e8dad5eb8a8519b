// What the linter says of a person's final marks (п. 2.6): set before the last week, after it, or not at all.
import { useLiveQuery } from 'dexie-react-hooks'
import { lintTerm } from '../../domain/findings/lint-lesson.ts'
import { termsAsked } from '../../domain/findings/term-obligation.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, type Instant } from '../../domain/time.ts'
import { readRecorded } from '../../store/reading/recorded.ts'
import { findingSentence } from '../messages/findings.ts'
import { termSheetWords } from '../messages/screens/term-marks.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import styles from './term-marks.module.css'

interface TermFindingsProps {
  person: string
  school: School
  now: Instant
}

/** Of the terms whose marks may be asked for; a line each kind of remark, however many sheets it is about. */
export const TermFindings = ({ person, school, now }: TermFindingsProps) => {
  const { db } = useRuntime()
  const log = useLog(person)
  const recorded = useLiveQuery(() => readRecorded(db, [''], log), [db, person])
  const outages = useLiveQuery(() => db.outage.toArray(), [db])
  if (!recorded || !outages) return null
  const found = termsAsked(school, dateAt(now, school.zone)).flatMap((term) =>
    lintTerm(school, term, null, { recorded, outages, now })
      .filter((one) => one.person === person)
      .map((one) => `${term.name}: ${findingSentence(one)}`),
  )
  const lines = [...new Set(found)]
  return lines.length === 0 ? null : (
    <ul className={styles.findings} aria-label={termSheetWords.findings}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
