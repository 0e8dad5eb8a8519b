// A ruler from the return of access to the due date: where now stands, the stricter reading, the last moment.
import type { Instant } from '../../domain/time.ts'
import { dateAt, momentOf, plusDays } from '../../domain/time.ts'
import { deadline, shortDate } from '../messages/time.ts'
import styles from './due-ruler.module.css'

interface Ends {
  restoredAt: Instant
  strict: Instant
  due: Instant
  now: Instant
  zone: string
}

export const DueRuler = ({ restoredAt, strict, due, now, zone }: Ends) => {
  const first = dateAt(restoredAt, zone)
  const from = Date.parse(momentOf(first, '00:00', zone))
  const whole = Date.parse(due) - from
  const place = (at: Instant): string =>
    `${Math.min(100, Math.max(0, ((Date.parse(at) - from) / whole) * 100))}%`
  const days = Math.round(whole / 86_400_000)
  const shown = Array.from({ length: days }, (_, n) => plusDays(first, n))
  return (
    <div className={styles.ruler} aria-hidden="true">
      <div className={styles.days}>
        {shown.map((date) => (
          <span key={date}>{days > 6 ? date.slice(8) : shortDate(date)}</span>
        ))}
      </div>
      <div className={styles.bar}>
        <i className={styles.past} style={{ width: place(now) }} />
        <i className={styles.now} style={{ left: place(now) }} />
        <i className={styles.strict} style={{ left: place(strict) }} />
        <i className={styles.end} />
      </div>
      <div className={styles.words}>
        <span className={styles.strictWord}>строго {deadline(strict, zone)}</span>
        <span className={styles.endWord}>срок 24:00</span>
      </div>
    </div>
  )
}
