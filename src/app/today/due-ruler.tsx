// A ruler of days from the return of access to the due date: where now stands, the stricter reading, the last moment.
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { isWorkingDay, type WorkWeek } from '../../domain/calendar/working-day.ts'
import type { Instant, SchoolDate } from '../../domain/time.ts'
import { dateAt, momentOf, plusDays } from '../../domain/time.ts'
import { todayOutageWords } from '../messages/screens/today/outages.ts'
import { deadline, shortDate } from '../messages/time.ts'
import styles from './due-ruler.module.css'

interface Ends {
  restoredAt: Instant
  strict: Instant
  due: Instant
  now: Instant
  zone: string
  /** Where they are known, days off are told from working days. */
  working?: { week: WorkWeek; calendar: WorkCalendar }
}

interface RulerDay {
  date: SchoolDate
  /** Which working day after the return; 0 for the day of the return, null for a day off; undefined where nobody knows. */
  working: number | null | undefined
}

const daysBetween = (known: Ends['working'], first: SchoolDate, last: SchoolDate): RulerDay[] => {
  const days: RulerDay[] = []
  let working = 0
  for (let date = first; date <= last; date = plusDays(date, 1)) {
    const works = known && isWorkingDay(date, known.week, known.calendar)
    if (works && date !== first) working += 1
    days.push({ date, working: date === first ? 0 : works ? working : known && null })
  }
  return days
}

const dayWords = ({ working }: RulerDay, narrow: boolean): string => {
  if (working === 0) return narrow ? todayOutageWords.returnShort : todayOutageWords.return
  if (working === undefined) return ''
  if (working === null) return narrow ? todayOutageWords.dayOffShort : todayOutageWords.dayOff
  return narrow ? todayOutageWords.workingDayShort(working) : todayOutageWords.workingDay(working)
}

/** Everything it shows stands beside it in words, so a screen reader passes it by. */
export const DueRuler = ({ restoredAt, strict, due, now, zone, working }: Ends) => {
  const first = dateAt(restoredAt, zone)
  const last = dateAt(new Date(Date.parse(due) - 1).toISOString(), zone)
  const days = daysBetween(working, first, last)
  const from = Date.parse(momentOf(first, '00:00', zone))
  const whole = Date.parse(momentOf(last, '24:00', zone)) - from
  const place = (at: Instant): string =>
    `${Math.min(100, Math.max(0, ((Date.parse(at) - from) / whole) * 100))}%`
  const narrow = days.length > 3
  return (
    <div className={styles.ruler} aria-hidden="true">
      <div className={styles.marks}>
        {strict !== due && (
          <span className={styles.strictWord} style={{ left: place(strict) }}>
            {todayOutageWords.strictly}
          </span>
        )}
        <span className={styles.endWord}>{todayOutageWords.dueAt(deadline(due, zone).slice(-5))}</span>
      </div>
      <div className={styles.bar}>
        {days.map((day) => (
          <span key={day.date} data-off={day.working === null} />
        ))}
        <i className={styles.past} style={{ width: place(now) }} />
        <i className={styles.now} style={{ left: place(now) }} />
        {strict !== due && <i className={styles.strict} style={{ left: place(strict) }} />}
        <i className={styles.end} style={{ left: place(due) }} />
      </div>
      <div className={styles.days}>
        {days.map((day) => (
          <span key={day.date} data-off={day.working === null}>
            <b>{shortDate(day.date)}</b>
            {dayWords(day, narrow)}
          </span>
        ))}
      </div>
    </div>
  )
}
