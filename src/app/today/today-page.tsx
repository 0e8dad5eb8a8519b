// «Сегодня»: the day's lessons by the bells, what is recorded of each and where it is.

import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useLocation } from 'wouter'
import { isBacklog } from '../../domain/entry-state.ts'
import { type Lesson, lastSchoolDay, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, plusDays, type SchoolDate } from '../../domain/time.ts'
import { readLessonCells } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { listEntries } from '../../store/outbox-view.ts'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { lessons as lessonsCount } from '../messages/counts.ts'
import { longDate } from '../messages/time.ts'
import { useLog, useNow, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { DayPicker } from './day-picker.tsx'
import { type LessonSummary, summarize } from './day-summary.ts'
import { LessonRow } from './lesson-row.tsx'
import { MyEntries } from './my-entries.tsx'
import { OutagePanel } from './outage-panel.tsx'
import styles from './today.module.css'

interface Day {
  own: Lesson[]
  /** Lessons that others give to the class this person leads: for reasons of absence (п. 2.9). */
  ofClass: Lesson[]
}

const dayOf = (school: School, person: string, date: SchoolDate): Day => {
  const all = lessonsOn(school, date)
  const led = school.classes.filter((one) => one.classTeacher === person).map((one) => one.id)
  return {
    own: all.filter((lesson) => lesson.teacher === person),
    ofClass: all.filter(
      (lesson) => lesson.teacher !== person && lesson.classes.some((id) => led.includes(id)),
    ),
  }
}

const useSummaries = (who: SignedIn, school: School, lessons: readonly Lesson[]) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const key = lessons.map((lesson) => lesson.id).join()
  return useLiveQuery(async () => {
    const summaries = new Map<string, LessonSummary>()
    for (const lesson of lessons) {
      summaries.set(lesson.id, summarize(school, lesson, await readLessonCells(db, lesson.id, log)))
    }
    return summaries
  }, [db, school, log.person, key])
}

const LessonList = ({
  who,
  school,
  lessons,
}: {
  who: SignedIn
  school: School
  lessons: readonly Lesson[]
}) => {
  const now = useNow()
  const summaries = useSummaries(who, school, lessons)
  return (
    <ol className={styles.list}>
      {lessons.map((lesson) => {
        const summary = summaries?.get(lesson.id)
        return (
          summary && <LessonRow key={lesson.id} {...{ school, lesson, summary, now }} person={who.person} />
        )
      })}
    </ol>
  )
}

/** What the school day before was left without an attendance (п. 2.5). */
const Unmarked = ({ who, school, today }: { who: SignedIn; school: School; today: SchoolDate }) => {
  const before = lastSchoolDay(school, plusDays(today, -1))
  const lessons = before === null ? [] : dayOf(school, who.person, before).own
  const summaries = useSummaries(who, school, lessons)
  const left = summaries ? [...summaries.values()].filter((one) => !one.marked).length : 0
  if (before === null || left === 0) return null
  return (
    <Panel tone="warn">
      {longDate(before)}: не отмечено {lessonsCount(left)}, срок был до конца того дня (п. 2.5).{' '}
      <Link href={`/today/${before}`}>Открыть этот день</Link>
    </Panel>
  )
}

/** On a day off the last school day is shown, and it is said. */
const dayNote = (school: School, person: string, today: SchoolDate, asked: SchoolDate | null) => {
  if (asked !== null) return { date: asked, note: null }
  if (lessonsOn(school, today).length > 0) return { date: today, note: null }
  for (let day = lastSchoolDay(school, today), tries = 0; day !== null && tries < 7; tries += 1) {
    if (dayOf(school, person, day).own.length > 0 || tries === 6) {
      return { date: day, note: 'Сегодня уроков нет. Показан последний учебный день' }
    }
    day = lastSchoolDay(school, plusDays(day, -1))
  }
  return { date: today, note: 'Сегодня уроков нет' }
}

const Loaded = ({ who, school, asked }: { who: SignedIn; school: School; asked: SchoolDate | null }) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const [, go] = useLocation()
  const now = useNow()
  const today = dateAt(now, school.zone)
  const { date, note } = dayNote(school, who.person, today, asked)
  const { own, ofClass } = dayOf(school, who.person, date)
  const waiting = useLiveQuery(
    async () => {
      const list = await listEntries(db, log)
      return list.filter((one) => isBacklog(one.state)).length
    },
    [db, log.person],
    0,
  )
  return (
    <div className={styles.page}>
      <OutagePanel {...{ school, now, waiting }} />
      <header className={styles.head}>
        <h1>{longDate(date)}</h1>
        <p>{[note, lessonsCount(own.length)].filter(Boolean).join(' · ')}</p>
        <DayPicker
          date={date}
          today={today}
          onPick={(day) => go(day === today ? '/today' : `/today/${day}`)}
        />
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          {date === today && <Unmarked {...{ who, school, today }} />}
          {own.length === 0 && (
            <EmptyState title="В этот день у вас уроков нет">Выберите другой день.</EmptyState>
          )}
          <LessonList {...{ who, school }} lessons={own} />
          {ofClass.length > 0 && (
            <Panel title="Другие уроки вашего класса">
              <LessonList {...{ who, school }} lessons={ofClass} />
            </Panel>
          )}
        </div>
        <MyEntries who={who} />
      </div>
    </div>
  )
}

export const TodayPage = ({ who, date }: { who: SignedIn; date: string | null }) => {
  const school = useSchool()
  if (school === undefined) return null
  if (school === null) {
    return (
      <EmptyState page title="Списки классов ещё не загружены">
        Они придут со школьного сервера, как только он ответит. Дождитесь связи или подойдите ближе к Wi-Fi
        школы.
      </EmptyState>
    )
  }
  return <Loaded who={who} school={school} asked={date} />
}
