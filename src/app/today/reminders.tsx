// What a deputy or the head asks of this person: a strip with who and when, until it is put aside.
import { useLiveQuery } from 'dexie-react-hooks'
import { dismissReminder, readReminders, type ToldReminder } from '../../store/reminders.ts'
import { Button } from '../../ui/button.tsx'
import { screenHeading, useGivingFocus } from '../../ui/lost-focus.ts'
import { Panel } from '../../ui/panel.tsx'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { dateAndTime } from '../messages/time.ts'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

const Reminder = ({ one, zone }: { one: ToldReminder; zone: string }) => {
  const { db } = useRuntime()
  useGivingFocus(screenHeading)
  return (
    <Panel
      tone="accent"
      as="div"
      role="note"
      title={`${one.sender}, ${dateAndTime(one.at, zone)}`}
      actions={
        <Button settles onClick={() => heard(dismissReminder(db, one.id))}>
          {todayWords.understood}
        </Button>
      }
    >
      {one.text}
    </Panel>
  )
}

export const Reminders = ({ zone }: { zone: string }) => {
  const { db } = useRuntime()
  const open = useLiveQuery(() => readReminders(db), [db], [])
  return open.map((one) => <Reminder key={one.id} {...{ one, zone }} />)
}
