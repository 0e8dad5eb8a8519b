// What the bells remind of, beside the date; and the one press that lets the system say it too.
import { Link } from 'wouter'
import type { Reminder } from '../../domain/findings/reminder.ts'
import type { School } from '../../domain/school.ts'
import { Button } from '../../ui/button.tsx'
import { notifyWords, reminderSentence, reminderWords } from '../messages/screens/lessons.ts'
import { targetName } from '../today/lesson-row.tsx'
import styles from '../today/today.module.css'
import { useNotifyPermission } from './notify.ts'

/** Stands where it always stands, so that no row moves when the bell rings. */
export const ReminderLine = ({ school, reminders }: { school: School; reminders: readonly Reminder[] }) => {
  const [first, ...more] = reminders
  return (
    <p className={styles.reminder}>
      {first && more.length === 0 && (
        <Link href={`/lesson/${encodeURIComponent(first.lesson.id)}`}>
          {reminderSentence(
            first.lesson.period,
            targetName(school, first.lesson),
            Math.ceil(first.leftMs / 60_000),
          )}
        </Link>
      )}
      {more.length > 0 && reminderWords.notMarked(reminders.map((one) => one.lesson.period).join(', '))}
    </p>
  )
}

export const NotifySwitch = () => {
  const { state, ask } = useNotifyPermission()
  const words = notifyWords[state]
  return (
    words && (
      <span>
        {words}{' '}
        {state === 'default' && <Button onClick={() => void ask()}>{reminderWords.allowNotices}</Button>}
      </span>
    )
  )
}
