// The day's rows in order of the bells. Arrows walk along them; what fell out of the timetable stands among them in words.
import type { KeyboardEvent } from 'react'
import type { Lesson } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, type Instant } from '../../domain/time.ts'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { letterOf } from '../messages/values.ts'
import styles from './lesson-row.module.css'
import { LessonRow, type LessonTurn } from './lesson-row.tsx'
import { LostRow } from './lost-row.tsx'
import type { ReadDay } from './use-day.ts'

interface ListProps {
  person: string
  school: School
  day: ReadDay
  lessons: readonly Lesson[]
  lost?: readonly Lesson[]
  now: Instant
  /** Others' lessons are told without a call to act. */
  calm?: boolean
}

const walk = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}

const turnsOf = ({ zone }: School, lessons: readonly Lesson[], now: Instant, calm: boolean): LessonTurn[] => {
  const current = lessons.some((one) => one.begins <= now && now < one.ends)
  const next = lessons.find((one) => now < one.begins)
  return lessons.map((one) => {
    if (now >= one.ends) return 'after'
    if (now >= one.begins) return calm ? 'after' : 'now'
    return one === next && !current && !calm && one.date === dateAt(now, zone) ? 'next' : 'before'
  })
}

const Head = () => (
  <div className={styles.head} aria-hidden="true">
    <span>{todayWords.lesson}</span>
    <span>{todayWords.about}</span>
    <span>{letterOf('absent')}</span>
    <span>{todayWords.marks}</span>
    <span>{todayWords.homework}</span>
    <span>{todayWords.where}</span>
  </div>
)

export const LessonList = ({ person, school, day, lessons, lost = [], now, calm = false }: ListProps) => {
  const { date, summaries, findings } = day
  const turns = turnsOf(school, lessons, now, calm)
  const rows = [
    ...lessons.map((lesson, at) => ({ lesson, turn: turns[at] ?? ('before' as const) })),
    ...lost.map((lesson) => ({ lesson, turn: null })),
  ].sort((a, b) => a.lesson.period - b.lesson.period)
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; arrows only move among them
    <div className={styles.list} onKeyDown={walk}>
      <Head />
      <ol>
        {rows.map(({ lesson, turn }) => {
          const found = findings.get(lesson.id) ?? []
          if (turn === null)
            return <LostRow key={lesson.id} {...{ school, lesson, person, date }} findings={found} />
          const summary = summaries.get(lesson.id)
          return (
            summary && (
              <LessonRow
                key={lesson.id}
                {...{ school, lesson, summary, now, turn, person }}
                findings={found}
              />
            )
          )
        })}
      </ol>
    </div>
  )
}
