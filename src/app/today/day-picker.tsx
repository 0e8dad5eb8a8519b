// Any other day by one tap: the days of the week as a strip, the day before and after, or a date.
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import { plusDays, type SchoolDate, weekdayOf } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { longDate, shortDate } from '../messages/time.ts'
import styles from './day-picker.module.css'

interface DayPickerProps {
  date: SchoolDate
  today: SchoolDate
  hasLessons(date: SchoolDate): boolean
  onPick(date: SchoolDate): void
}

const pathOf = (date: SchoolDate, today: SchoolDate): string => (date === today ? '/today' : `/today/${date}`)

const weekOf = (date: SchoolDate): SchoolDate[] => {
  const monday = plusDays(date, 1 - weekdayOf(date))
  return Array.from({ length: 7 }, (_, n) => plusDays(monday, n))
}

export const DayPicker = ({ date, today, hasLessons, onPick }: DayPickerProps) => (
  <div className={styles.picker}>
    {date !== today && (
      <Button className={styles.today} onClick={() => onPick(today)}>
        {todayWords.today}
      </Button>
    )}
    <Button aria-label={todayWords.earlier} onClick={() => onPick(plusDays(date, -1))}>
      <ChevronLeft aria-hidden="true" />
    </Button>
    <nav className={styles.week} aria-label={todayWords.weekdays}>
      {weekOf(date).map((day) => {
        const [weekday = '', number = ''] = shortDate(day).split(' ')
        return (
          <Link
            key={day}
            href={pathOf(day, today)}
            className={styles.day}
            aria-current={day === date ? 'date' : undefined}
            data-today={day === today}
            data-free={!hasLessons(day)}
            data-spare={weekdayOf(day) === 7 && day !== date && !hasLessons(day)}
          >
            <span className="visually-hidden">
              {`${longDate(day)}${day === today ? todayWords.isToday : ''}${hasLessons(day) ? '' : todayWords.isFree}`}
            </span>
            <small aria-hidden="true">{weekday}</small>
            <span aria-hidden="true">{number.slice(0, 2)}</span>
          </Link>
        )
      })}
    </nav>
    <Button aria-label={todayWords.later} onClick={() => onPick(plusDays(date, 1))}>
      <ChevronRight aria-hidden="true" />
    </Button>
    <label>
      <span className="visually-hidden">{todayWords.date}</span>
      <input
        type="date"
        value={date}
        onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)}
      />
    </label>
  </div>
)
