// One lesson of the day: when, whom, what is recorded, where it is, and the one thing to do.
import { Link } from 'wouter'
import { type Lesson, planItemOf } from '../../domain/lesson.ts'
import { className, type School } from '../../domain/school.ts'
import type { Instant } from '../../domain/time.ts'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { counted } from '../messages/counts.ts'
import { stateWords } from '../messages/states.ts'
import { clockTime, span } from '../messages/time.ts'
import type { LessonSummary } from './day-summary.ts'
import styles from './today.module.css'

export const targetName = (school: School, lesson: Lesson): string => {
  const { target } = lesson
  if (target.kind === 'group') return school.groups.find((one) => one.id === target.id)?.name ?? target.id
  const found = school.classes.find((one) => one.id === target.id)
  return found ? className(found) : target.id
}

export const subjectName = (school: School, lesson: Lesson): string =>
  school.subjects.find((one) => one.id === lesson.subject)?.name ?? lesson.subject

const teacherName = (school: School, id: string): string => {
  const found = school.staff.find((one) => one.id === id)
  return found ? `${found.lastName} ${found.firstName[0]}.` : id
}

const moment = (lesson: Lesson, now: Instant) =>
  now < lesson.begins ? 'before' : now < lesson.ends ? 'now' : 'after'

const whereWords = (lesson: Lesson, now: Instant, { state }: LessonSummary): [GlyphName, string] => {
  if (state !== null) return [state, stateWords[state]]
  return moment(lesson, now) === 'before' ? ['notBegun', 'урок не начался'] : ['none', 'записи нет']
}

const action = (lesson: Lesson, now: Instant, summary: LessonSummary): string => {
  if (summary.state === 'conflict') return 'Решить'
  if (moment(lesson, now) === 'before') return 'Тема и задание'
  return summary.marked ? 'Открыть' : 'Отметить'
}

/** How many thirds of the way to АИС the lesson's entries have come. */
const steps = (summary: LessonSummary): number =>
  ({ queued: 1, sending: 1, accepted: 2, carrying: 2, transferred: 3, verified: 3 })[
    summary.state as 'queued'
  ] ?? 0

interface RowProps {
  school: School
  lesson: Lesson
  summary: LessonSummary
  now: Instant
  person: string
}

const About = ({ school, lesson, summary, now, person }: RowProps) => {
  const topic = summary.topic ?? planItemOf(school, lesson)?.topic ?? null
  const note =
    lesson.teacher === person
      ? lesson.insteadOf && `Замещение за ${teacherName(school, lesson.insteadOf)}`
      : `Ведёт ${teacherName(school, lesson.teacher)}`
  const goesOn = moment(lesson, now) === 'now'
  return (
    <>
      <span className={styles.title}>
        <b>{targetName(school, lesson)}</b> {subjectName(school, lesson)}
      </span>
      <small>{[note, topic].filter(Boolean).join(' · ')}</small>
      {goesOn && (
        <small className={styles.now}>идёт, ещё {span(Date.parse(lesson.ends) - Date.parse(now))}</small>
      )}
    </>
  )
}

const Figures = ({ lesson, summary, now }: RowProps) =>
  moment(lesson, now) === 'before' && summary.entries === 0 ? (
    <small className={styles.wide}>посещаемость и отметки откроются с началом урока (п. 2.5)</small>
  ) : (
    <>
      <span className={styles.figure} data-zero={summary.absent === 0}>
        <small>Н</small>
        {summary.absent}
      </span>
      <span className={styles.figure} data-zero={summary.marks === 0}>
        <small>отметки</small>
        {summary.marks}
      </span>
      <span className={styles.homework} data-zero={summary.homework === null}>
        <small>задание</small>
        {summary.homework ?? 'нет'}
      </span>
    </>
  )

export const LessonRow = (props: RowProps) => {
  const { school, lesson, summary, now } = props
  const [glyph, words] = whereWords(lesson, now, summary)
  const goesOn = moment(lesson, now) === 'now'
  const href = summary.state === 'conflict' ? '/conflicts' : `/lesson/${encodeURIComponent(lesson.id)}`
  return (
    <li className={styles.row} data-now={goesOn}>
      <div className={styles.period}>
        <b>{lesson.period}</b>
        <small>{clockTime(lesson.begins, school.zone)}</small>
        <small>{clockTime(lesson.ends, school.zone)}</small>
      </div>
      <div className={styles.about}>
        <About {...props} />
      </div>
      <div className={styles.figures}>
        <Figures {...props} />
      </div>
      <div className={styles.where}>
        <span>
          <Glyph name={glyph} size={16} /> {words}
        </span>
        {summary.entries > 0 && (
          <>
            <span
              className={styles.track}
              data-steps={steps(summary)}
              data-state={summary.state}
              aria-hidden="true"
            >
              <i />
              <i />
              <i />
            </span>
            <small>
              {counted(summary.entries, ['запись', 'записи', 'записей'])}
              {!summary.marked && ', посещаемость не отмечена'}
            </small>
          </>
        )}
      </div>
      <Link href={href} className={goesOn ? styles.primary : styles.open}>
        {action(lesson, now, summary)}
        <span className="visually-hidden">
          : {lesson.period} урок, {targetName(school, lesson)}
        </span>
      </Link>
    </li>
  )
}
