// «Сегодня»: the day's lessons by the bells, what is recorded of each and where it is; terms and own entries beside it.
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useLocation } from 'wouter'
import { entryStates, isBacklog } from '../../domain/entry-state.ts'
import type { OpenDuty } from '../../domain/findings/duty.ts'
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
import { type ReadDay, useDuties, useReadDay, useReminders } from './use-day.ts'

const termName = (school: School, date: SchoolDate): string | null =>
  school.terms.find((one) => one.from <= date && date <= one.to)?.name ?? null

interface DayProps {
  who: SignedIn
  school: School
  day: ReadDay
  now: string
}

const Lessons = ({ who, school, day, now }: DayProps) => {
  const { person } = who
  const { date, own, lost, ofClass } = day
  const today = dateAt(now, school.zone)
  return (
    <div className={styles.main}>
      {own.length === 0 && <EmptyDay {...{ school, person, date, today }} />}
      <LessonList {...{ person, school, day, now, lost }} lessons={own} />
      <div className={styles.foot}>
        <Link href="/provisional">{todayWords.notInLists}</Link>
        {date === today && own.length > 0 && <NotifySwitch />}
      </div>
      {ofClass.length > 0 && (
        <details className={styles.ofClass} open={own.length === 0}>
          <summary>{todayWords.otherLessons(ofClass.length)}</summary>
          <LessonList {...{ person, school, day, now }} lessons={ofClass} calm />
        </details>
      )}
    </div>
  )
}

interface SideProps {
  school: School
  duties: readonly OpenDuty[]
  now: string
  byState: Record<ShownState, number>
}

const Side = ({ school, duties, now, byState }: SideProps) => (
  <div className={styles.side}>
    <DutiesPanel {...{ school, duties, now }} />
    <MyEntries byState={byState} />
  </div>
)

const Loaded = ({ who, school, asked }: { who: SignedIn; school: School; asked: SchoolDate | null }) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const [, go] = useLocation()
  const now = useNow()
  const today = dateAt(now, school.zone)
  const picked = asked ?? today
  const day = useReadDay(who.person, school, picked, now)
  const duties = useDuties(who.person, school, now)
  const reminders = useReminders(who.person, school, now)
  const states = useLiveQuery(() => countStates(db, log), [db, log.person])
  // All of it comes at once: nothing moves under a finger when the slower part has been read.
  if (!states || !day || !duties) return null
  const waiting = entryStates.filter(isBacklog).reduce((sum, one) => sum + states.byState[one], 0)
  const isMine = (one: SchoolDate): boolean => dayOf(school, who.person, one).own.length > 0
  const { date, own } = day
  return (
    <div className={styles.page}>
      <Reminders zone={school.zone} />
      <OutagePanel {...{ school, now, waiting }} />
      <header className={styles.head}>
        <div>
          <h1>{longDate(date)}</h1>
          <p>
            {[own.length > 0 ? lessonsCount(own.length) : todayWords.noLessons, termName(school, date)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {date === today && <ReminderLine school={school} reminders={reminders} />}
        <DayPicker
          {...{ date: picked, today }}
          hasLessons={isMine}
          onPick={(one) => go(one === today ? '/today' : `/today/${one}`)}
        />
      </header>
      <div className={styles.columns}>
        <Lessons key={date} {...{ who, school, day, now }} />
        <Side {...{ school, duties, now }} byState={states.byState} />
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
