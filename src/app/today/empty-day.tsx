// A day without lessons: it is said plainly, with what still waits and where the last lessons are.
import { Link } from 'wouter'
import { lastSchoolDay } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../domain/time.ts'
import { EmptyState } from '../../ui/panel.tsx'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { nothingOpenSentence, notInAisSentence } from '../messages/screens/transfer.ts'
import { longDate } from '../messages/time.ts'
import { useOpenStates } from '../outbox/use-open-states.ts'
import { dayOf } from './day.ts'
import styles from './today.module.css'

interface EmptyProps {
  school: School
  person: string
  date: SchoolDate
  today: SchoolDate
}

const farBack = 40

/** The newest day before on which this person taught. */
const lastTaught = (school: School, person: string, date: SchoolDate): SchoolDate | null => {
  let day = lastSchoolDay(school, plusDays(date, -1))
  for (let tries = 0; day !== null && tries < farBack; tries += 1) {
    if (dayOf(school, person, day).own.length > 0) return day
    day = lastSchoolDay(school, plusDays(day, -1))
  }
  return null
}

export const EmptyDay = ({ school, person, date, today }: EmptyProps) => {
  const last = lastTaught(school, person, date)
  const states = useOpenStates(person)
  const open = states ? notInAisSentence(states) : null
  return (
    <EmptyState title={date === today ? todayWords.freeToday : todayWords.freeDay}>
      {states && (open ?? nothingOpenSentence(states))}
      <div className={styles.waits}>
        {open && <Link href="/outbox">{todayWords.openQueue}</Link>}
        {last && <Link href={`/today/${last}`}>{todayWords.lastLessons(longDate(last).toLowerCase())}</Link>}
      </div>
    </EmptyState>
  )
}
