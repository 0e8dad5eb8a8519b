// What the bells remind of, on top of the day; and the one press that lets the system say it too.
import { Link } from 'wouter'
import type { Reminder } from '../../domain/findings/reminder.ts'
import type { School } from '../../domain/school.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { reminderSentence } from '../messages/lessons.ts'
import { targetName } from '../today/lesson-row.tsx'
import styles from '../today/today.module.css'
import { type NotifyState, useNotifyPermission } from './notify.ts'

const notifyWords: Record<NotifyState, string | null> = {
  default: 'Планшет может напоминать об уроках без отметки, пока журнал открыт в фоне.',
  granted: 'Планшет напомнит об уроке без отметки, пока журнал открыт в фоне.',
  denied: 'Уведомления журнала запрещены в браузере. Напоминания видны здесь.',
  unsupported: null,
}

export const ReminderPanel = ({ school, reminders }: { school: School; reminders: readonly Reminder[] }) =>
  reminders.length > 0 && (
    <Panel tone="warn" aria-label="Напоминания">
      <div className={styles.reminder}>
        {reminders.map(({ lesson, leftMs }) => (
          <Link key={lesson.id} href={`/lesson/${encodeURIComponent(lesson.id)}`}>
            {reminderSentence(lesson.period, targetName(school, lesson), Math.ceil(leftMs / 60_000))}
          </Link>
        ))}
        <span>до 24:00, п. 2.5</span>
      </div>
    </Panel>
  )

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
