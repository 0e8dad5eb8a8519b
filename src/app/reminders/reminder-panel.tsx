// What the bells remind of, beside the date; and the one press that lets the system say it too.
import { Link } from 'wouter'
import type { Reminder } from '../../domain/findings/reminder.ts'
import type { School } from '../../domain/school.ts'
import { Button } from '../../ui/button.tsx'
import { reminderSentence } from '../messages/screens/lessons.ts'
import { targetName } from '../today/lesson-row.tsx'
import styles from '../today/today.module.css'
import { type NotifyState, useNotifyPermission } from './notify.ts'

const notifyWords: Record<NotifyState, string | null> = {
  default: 'Планшет может напоминать об уроках без отметки, пока журнал открыт в фоне.',
  granted: 'Планшет напомнит об уроке без отметки, пока журнал открыт в фоне.',
  denied: 'Уведомления журнала запрещены в браузере. Напоминания видны здесь.',
  unsupported: null,
}

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
      {more.length > 0 &&
        `Уроки ${reminders.map((one) => one.lesson.period).join(', ')}: не отмечены, п. 2.5`}
    </p>
  )
}

export const NotifySwitch = () => {
  const { state, ask } = useNotifyPermission()
  const words = notifyWords[state]
  return (
    words && (
      <span>
        {words} {state === 'default' && <Button onClick={() => void ask()}>Разрешить напоминания</Button>}
      </span>
    )
  )
}
