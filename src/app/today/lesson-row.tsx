// One lesson of the day: when, whom, what is recorded, where it is, and the one thing to do. The whole row is a link to
// the lesson; a disagreement in it has a link of its own.
import { Link } from 'wouter'
import { movedFrom } from '../../domain/calendar/lesson-change.ts'
import type { Finding } from '../../domain/findings/finding.ts'
import { isTaughtRemotely, type Lesson, mergedInto, planItemOf } from '../../domain/lesson.ts'
import { className, type School } from '../../domain/school.ts'
import type { Instant } from '../../domain/time.ts'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { entries } from '../messages/counts.ts'
import { staffName } from '../messages/entry-place.ts'
import { findingLines } from '../messages/findings.ts'
import { remoteWord } from '../messages/lesson/class.ts'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { stateWords } from '../messages/states.ts'
import { clockTime, shortDate, span } from '../messages/time.ts'
import { letterOf } from '../messages/values.ts'
import type { LessonSummary } from './day-summary.ts'
import styles from './lesson-row.module.css'

export const targetName = (school: School, lesson: Lesson): string => {
  const { target } = lesson
  if (target.kind === 'group') return school.groups.find((one) => one.id === target.id)?.name ?? target.id
  const found = school.classes.find((one) => one.id === target.id)
  return found ? className(found) : target.id
}

export const subjectName = (school: School, lesson: Lesson): string =>
  school.subjects.find((one) => one.id === lesson.subject)?.name ?? lesson.subject

/** `now`: it goes on; `next`: the first that has not begun. */
export type LessonTurn = 'before' | 'next' | 'now' | 'after'

interface RowProps {
  school: School
  lesson: Lesson
  summary: LessonSummary
  findings: readonly Finding[]
  now: Instant
  turn: LessonTurn
  person: string
}

const notBegun = (turn: LessonTurn): boolean => turn === 'before' || turn === 'next'

const whereWords = (turn: LessonTurn, { state }: LessonSummary): [GlyphName, string] => {
  if (state !== null) return [state, stateWords[state]]
  if (notBegun(turn)) return ['notBegun', todayWords.notBegun]
  return turn === 'now' ? ['empty', todayWords.empty] : ['none', todayWords.noEntries]
}

const action = (turn: LessonTurn, summary: LessonSummary): string => {
  if (notBegun(turn)) return todayWords.topicAndHomework
  return summary.marked ? todayWords.open : todayWords.mark
}

/** How many thirds of the way to АИС the lesson's entries have come. */
const steps = ({ state }: LessonSummary): number => {
  if (state === 'verified') return 3
  if (state === 'queued' || state === 'sending' || state === null) return 1
  return 2
}

const whose = ({ school, lesson, person }: RowProps): string | null => {
  if (lesson.teacher !== person) return todayWords.taughtBy(staffName(school, lesson.teacher))
  return lesson.insteadOf && todayWords.insteadOf(staffName(school, lesson.insteadOf))
}

const whence = ({ school, lesson }: RowProps): string | null => {
  const from = movedFrom(school, lesson)
  if (from === null) return null
  const day = from.date === lesson.date ? '' : `${shortDate(from.date)}, `
  return todayWords.movedFrom(day, from.period)
}

const together = ({ school, lesson }: RowProps): string | null => {
  const guests = mergedInto(school, lesson)
  if (guests.length === 0) return null
  return todayWords.together(
    guests.map((one) => `${targetName(school, one)} ${subjectName(school, one)}`).join(', '),
  )
}

const About = (props: RowProps) => {
  const { school, lesson, summary, findings } = props
  const topic = summary.topic ?? planItemOf(school, lesson)?.topic ?? null
  const remote = isTaughtRemotely(school, lesson) ? remoteWord : null
  return (
    <div className={styles.about}>
      <span className={styles.title}>
        <b>{targetName(school, lesson)}</b> {subjectName(school, lesson)}
      </span>
      {[whose(props), whence(props), together(props), remote].filter(Boolean).map((note) => (
        <small key={note} className={styles.note}>
          {note}
        </small>
      ))}
      {topic && <small>{topic}</small>}
      {findingLines(findings).map((line) => (
        <small key={line} className={styles.finding}>
          {line}
        </small>
      ))}
    </div>
  )
}

const Figure = ({ name, n }: { name: string; n: number }) => (
  <span className={styles.figure} data-zero={n === 0}>
    <small>{name}</small> {n}
  </span>
)

const Figures = ({ lesson, summary, now, turn, school }: RowProps) => {
  const begins = clockTime(lesson.begins, school.zone)
  if (notBegun(turn) && summary.entries === 0) {
    const wait = span(Date.parse(lesson.begins) - Date.parse(now))
    return (
      <div className={styles.wide}>
        <span data-next={turn === 'next'}>
          {turn === 'next' ? todayWords.next(wait) : todayWords.opensIn(begins)}
        </span>
        <small>{todayWords.closedTillBegin}</small>
      </div>
    )
  }
  if (turn === 'now' && !summary.marked) {
    return (
      <div className={styles.wide}>
        <b>{todayWords.goesOn(span(Date.parse(lesson.ends) - Date.parse(now)))}</b>
        <small>{todayWords.notMarkedClause}</small>
      </div>
    )
  }
  return (
    <div className={styles.figures}>
      <Figure name={letterOf('absent')} n={summary.absent} />
      <Figure name={todayWords.marksSmall} n={summary.marks} />
      <span className={styles.homework} data-zero={summary.homework === null}>
        <small>{todayWords.homeworkSmall}</small> {summary.homework ?? todayWords.noHomework}
      </span>
    </div>
  )
}

/** «3 из 14 на планшете», and who is to act where a person is. */
const trackWords = ({ behind, entries: all, state, marked }: LessonSummary): string => {
  const share = behind === all ? entries(all) : todayWords.partOf(behind, all)
  return [share, state === 'conflict' && todayWords.personDecides, !marked && todayWords.notMarked]
    .filter(Boolean)
    .join(', ')
}

const Where = ({ turn, summary }: RowProps) => {
  const [glyph, words] = whereWords(turn, summary)
  return (
    <div className={styles.where}>
      <span data-state={summary.state ?? glyph}>
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
          <small>{trackWords(summary)}</small>
        </>
      )}
    </div>
  )
}

export const LessonRow = (props: RowProps) => {
  const { school, lesson, summary, turn } = props
  const about = (
    <span className="visually-hidden">{todayWords.lessonOf(lesson.period, targetName(school, lesson))}</span>
  )
  return (
    <li className={styles.row} data-turn={turn}>
      <div className={styles.period}>
        <b>{lesson.period}</b>
        <small>{clockTime(lesson.begins, school.zone)}</small>
        <small>{clockTime(lesson.ends, school.zone)}</small>
      </div>
      <About {...props} />
      <Figures {...props} />
      <Where {...props} />
      <div className={styles.acts}>
        <Link
          href={`/lesson/${encodeURIComponent(lesson.id)}`}
          className={turn === 'now' ? styles.primary : styles.open}
          data-row=""
        >
          {action(turn, summary)}
          {about}
        </Link>
        {summary.conflict !== null && (
          <Link href={`/conflicts/${encodeURIComponent(summary.conflict)}`} className={styles.resolve}>
            {todayWords.resolve}
            {about}
          </Link>
        )}
      </div>
    </li>
  )
}
