// Any other day by one tap: the day before, today, the day after, or a date.
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { plusDays, type SchoolDate } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import styles from './today.module.css'

interface DayPickerProps {
  date: SchoolDate
  today: SchoolDate
  onPick(date: SchoolDate): void
}

export const DayPicker = ({ date, today, onPick }: DayPickerProps) => (
  <div className={styles.picker}>
    <Button aria-label="День раньше" onClick={() => onPick(plusDays(date, -1))}>
      <ChevronLeft aria-hidden="true" />
    </Button>
    <label>
      <span className="visually-hidden">Дата</span>
      <input
        type="date"
        value={date}
        onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)}
      />
    </label>
    <Button aria-label="День позже" onClick={() => onPick(plusDays(date, 1))}>
      <ChevronRight aria-hidden="true" />
    </Button>
    {date !== today && <Button onClick={() => onPick(today)}>Сегодня</Button>}
  </div>
)
