// «Сегодня»: the day's lessons by the bells, what is recorded of each and where it is; terms and own entries beside it.
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { entryStates, isBacklog } from '../../domain/entry-state.ts'
import { lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, type SchoolDate } from '../../domain/time.ts'
import type { ShownState } from '../../domain/transfer/not-carried.ts'
import type { SignedIn } from '../../store/device.ts'
import { countStates } from '../../store/outbox-view.ts'
import { EmptyState } from '../../ui/panel.tsx'
import { lessons as lessonsCount } from '../messages/counts.ts'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { longDate } from '../messages/time.ts'
import { NotifySwitch, ReminderLine } from '../reminders/reminder-panel.tsx'
import { useLog, useNow, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { dayOf } from './day.ts'
import { DayPicker } from './day-picker.tsx'
import { DutiesPanel } from './duties-panel.tsx'
import { EmptyDay } from './empty-day.tsx'
import { LessonList } from './lesson-list.tsx'
import { MyEntries } from './my-entries.tsx'
import { OutagePanel } from './outage-panel.tsx'
import { Reminders } from './reminders.tsx'
import styles from './today.module.css'
import { useDuties, useReminders } from './use-day.ts'

const termName = (school: School, date: SchoolDate): string | null =>
  school.terms.find((one) => one.from <= date && date <= one.to)?.name ?? null

interface DayProps {
  who: SignedIn
  school: School
  date: SchoolDate
  now: string
}

const Lessons = ({ who, school, date, now }: DayProps) => {
  const { person } = who
  const today = dateAt(now, school.zone)
  const { own, lost, ofClass } = useMemo(() => dayOf(school, person, date), [school, person, date])
  return (
    <div className={styles.main}>
      {own.length === 0 && <EmptyDay {...{ school, person, date, today }} />}
      <LessonList {...{ person, school, now, date, lost }} lessons={own} />
      <div className={styles.foot}>
        <Link href="/provisional">{todayWords.notInLists}</Link>
        {date === today && own.length > 0 && <NotifySwitch />}
      </div>
      {ofClass.length > 0 && (
        <details className={styles.ofClass} open={own.length === 0}>
          <summary>{todayWords.otherLessons(ofClass.length)}</summary>
          <LessonList {...{ person, school, now, date }} lessons={ofClass} calm />
        </details>
      )}
    </div>
  )
}

const Side = ({ who, school, now, byState }: SideProps) => {
  const duties = useDuties(who.person, school, now)
  return (
    <div className={styles.side}>
      {duties && <DutiesPanel {...{ school, duties, now }} />}
      <MyEntries byState={byState} />
    </div>
  )
}

interface SideProps {
  who: SignedIn
  school: School
  now: string
  byState: Record<ShownState, number>
}

const Loaded = ({ who, school, asked }: { who: SignedIn; school: School; asked: SchoolDate | null }) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const [, go] = useLocation()
  const now = useNow()
  const today = dateAt(now, school.zone)
  const date = asked ?? today
  const reminders = useReminders(who.person, school, now)
  const states = useLiveQuery(() => countStates(db, log), [db, log.person])
  if (!states) return null
  const waiting = entryStates.filter(isBacklog).reduce((sum, one) => sum + states.byState[one], 0)
  const isMine = (day: SchoolDate): boolean =>
    lessonsOn(school, day).some((one) => one.teacher === who.person)
  const own = lessonsOn(school, date).filter((one) => one.teacher === who.person).length
  return (
    <div className={styles.page}>
      <Reminders zone={school.zone} />
      <OutagePanel {...{ school, now, waiting }} />
      <header className={styles.head}>
        <div>
          <h1>{longDate(date)}</h1>
          <p>
            {[own > 0 ? lessonsCount(own) : todayWords.noLessons, termName(school, date)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {date === today && <ReminderLine school={school} reminders={reminders} />}
        <DayPicker
          {...{ date, today }}
          hasLessons={isMine}
          onPick={(day) => go(day === today ? '/today' : `/today/${day}`)}
        />
      </header>
      <div className={styles.columns}>
        <Lessons key={date} {...{ who, school, date, now }} />
        <Side {...{ who, school, now }} byState={states.byState} />
      </div>
    </div>
  )
}

export const TodayPage = ({ who, date }: { who: SignedIn; date: string | null }) => {
  const school = useSchool()
  if (school === undefined) return null
  if (school === null) {
    return (
      <EmptyState page title={todayWords.noListsTitle}>
        {todayWords.noLists}
      </EmptyState>
    )
  }
  return <Loaded who={who} school={school} asked={date} />
}
