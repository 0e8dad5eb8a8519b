// A lesson of the timetable that this person does not give on this date: cancelled, moved, joined, given to another.
import { movedFrom } from '../../domain/calendar/lesson-change.ts'
import type { Finding } from '../../domain/findings/finding.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { staffName } from '../messages/entry-place.ts'
import { findingLines } from '../messages/findings.ts'
import { lostWords } from '../messages/screens/lessons.ts'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { shortDate } from '../messages/time.ts'
import styles from './lesson-row.module.css'
import { subjectName, targetName } from './lesson-row.tsx'

interface LostProps {
  school: School
  lesson: Lesson
  person: string
  date: string
  findings: readonly Finding[]
}

const why = ({ school, lesson, person, date }: LostProps): string => {
  if (lesson.closed !== null) return lostWords[lesson.closed]
  if (lesson.date !== date) return todayWords.movedTo(shortDate(lesson.date), lesson.period)
  return lesson.teacher === person ? '' : todayWords.taughtForYou(staffName(school, lesson.teacher))
}

export const LostRow = (props: LostProps) => {
  const { school, lesson, findings } = props
  return (
    <li className={styles.row} data-turn="lost">
      <div className={styles.period}>
        <b>{movedFrom(school, lesson)?.period ?? lesson.period}</b>
      </div>
      <div className={styles.about}>
        <span className={styles.title}>
          <b>{targetName(school, lesson)}</b> {subjectName(school, lesson)}
        </span>
        {findingLines(findings).map((line) => (
          <small key={line} className={styles.finding}>
            {line}
          </small>
        ))}
      </div>
      <div className={styles.lost}>{why(props)}</div>
    </li>
  )
}
