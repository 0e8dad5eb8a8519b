// On every screen while the journal is open: the bells remind of lessons that nobody has been marked in (п. 2.5).
import { useEffect, useRef } from 'react'
import type { School } from '../../domain/school.ts'
import type { SignedIn } from '../../store/device.ts'
import { reminderSentence } from '../messages/screens/lessons.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import { announce } from '../shell/announcer.tsx'
import { targetName } from '../today/lesson-row.tsx'
import { useReminders } from '../today/use-day.ts'
import { notify } from './notify.ts'

const Watch = ({ who, school }: { who: SignedIn; school: School }) => {
  const reminders = useReminders(who.person, school, useNow())
  const told = useRef(new Set<string>())
  // Once a lesson and once more after its bell: whoever has heard it is not called again.
  useEffect(() => {
    for (const { lesson, leftMs } of reminders) {
      const key = `${lesson.id} ${leftMs > 0 ? 'soon' : 'over'}`
      if (told.current.has(key)) continue
      told.current.add(key)
      const words = reminderSentence(lesson.period, targetName(school, lesson), Math.ceil(leftMs / 60_000))
      announce(words)
      if (document.visibilityState === 'hidden') void notify(words, lesson.id)
    }
  }, [reminders, school])
  return null
}

export const ReminderWatch = ({ who }: { who: SignedIn }) => {
  const school = useSchool()
  return school ? <Watch who={who} school={school} /> : null
}
