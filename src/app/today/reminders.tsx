// What a deputy or the head asks of this person: a strip with who and when, until it is put aside.
import { useLiveQuery } from 'dexie-react-hooks'
import { dismissReminder, readReminders } from '../../store/reminders.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { dateAndTime } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

export const Reminders = ({ zone }: { zone: string }) => {
  const { db } = useRuntime()
  const open = useLiveQuery(() => readReminders(db), [db], [])
  return open.map((one) => (
    <Panel
      key={one.id}
      tone="accent"
      as="div"
      role="note"
      title={`${one.sender}, ${dateAndTime(one.at, zone)}`}
      actions={<Button onClick={() => void dismissReminder(db, one.id)}>{todayWords.understood}</Button>}
    >
      {one.text}
    </Panel>
  ))
}
