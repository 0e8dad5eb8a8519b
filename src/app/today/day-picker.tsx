// Any other day by one tap: the days of the week as a strip, the day before and after, or a date.
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import { plusDays, type SchoolDate, weekdayOf } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import { longDate, shortDate } from '../messages/time.ts'
import styles from './day-picker.module.css'

interface DayPickerProps {
  date: SchoolDate
  today: SchoolDate
  hasLessons(date: SchoolDate): boolean
  onPick(date: SchoolDate): void
}

const pathOf = (date: SchoolDate, today: SchoolDate): string => (date === today ? '/today' : `/today/${date}`)

/** Monday to Saturday, and a Sunday that is looked at or has lessons. */
const weekOf = (date: SchoolDate, hasLessons: (date: SchoolDate) => boolean): SchoolDate[] => {
  const monday = plusDays(date, 1 - weekdayOf(date))
  const days = Array.from({ length: 7 }, (_, n) => plusDays(monday, n))
  return days.filter((day, n) => n < 6 || day === date || hasLessons(day))
}

export const DayPicker = ({ date, today, hasLessons, onPick }: DayPickerProps) => (
  <div className={styles.picker}>
    <Button aria-label="День раньше" onClick={() => onPick(plusDays(date, -1))}>
      <ChevronLeft aria-hidden="true" />
    </Button>
    <nav className={styles.week} aria-label="Дни недели">
      {weekOf(date, hasLessons).map((day) => {
        const [weekday = '', number = ''] = shortDate(day).split(' ')
        return (
          <Link
            key={day}
            href={pathOf(day, today)}
            className={styles.day}
            aria-current={day === date ? 'date' : undefined}
            data-today={day === today}
            data-free={!hasLessons(day)}
          >
            <span className="visually-hidden">
              {`${longDate(day)}${day === today ? ', сегодня' : ''}${hasLessons(day) ? '' : ', уроков нет'}`}
            </span>
            <small aria-hidden="true">{weekday}</small>
            <span aria-hidden="true">{number.slice(0, 2)}</span>
          </Link>
        )
      })}
    </nav>
    <Button aria-label="День позже" onClick={() => onPick(plusDays(date, 1))}>
      <ChevronRight aria-hidden="true" />
    </Button>
    <label>
      <span className="visually-hidden">Дата</span>
      <input
        type="date"
        value={date}
        onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)}
      />
    </label>
    {date !== today && <Button onClick={() => onPick(today)}>Сегодня</Button>}
  </div>
)
