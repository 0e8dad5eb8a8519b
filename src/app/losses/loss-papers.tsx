// The days of a loss, and the lessons of the chosen one to type in.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plusDays, type SchoolDate } from '../../domain/time.ts'
import { hubSentence } from '../messages/problems.ts'
import { paperWords } from '../messages/screens/losses/paper-sheet.ts'
import { longDate } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import styles from './losses.module.css'
import { PaperLessonForm } from './paper-sheet.tsx'

const daysBetween = (from: SchoolDate, to: SchoolDate): SchoolDate[] => {
  const days: SchoolDate[] = []
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day)
  return days
}

export const LossPapers = ({ loss, from, to }: { loss: string; from: SchoolDate; to: SchoolDate }) => {
  const { hub } = useRuntime()
  const [day, setDay] = useState(to)
  const { data } = useQuery({ queryKey: ['losses', loss, day], queryFn: () => hub.paperSheet(loss, day) })
  return (
    <div className={styles.papers}>
      {from !== to && (
        <label>
          {paperWords.day}{' '}
          <select value={day} onChange={(event) => setDay(event.target.value)}>
            {daysBetween(from, to).map((one) => (
              <option key={one} value={one}>
                {longDate(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {data && data.kind !== 'ok' && <p role="alert">{hubSentence(data)}</p>}
      {data?.kind === 'ok' && data.value.lessons.length === 0 && <p>{paperWords.noLessons}</p>}
      {data?.kind === 'ok' &&
        data.value.lessons.map((lesson) => <PaperLessonForm key={lesson.id} loss={loss} lesson={lesson} />)}
    </div>
  )
}
