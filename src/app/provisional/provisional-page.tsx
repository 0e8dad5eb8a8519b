// «Урок не из списка»: a substitute whose tablet lacks the class records by name; the hub finds the place later.
import type { FormEvent } from 'react'
import type { School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../lesson/said.ts'
import { useActs, useAuthor } from '../lesson/use-lesson.ts'
import { provisionalPageWords } from '../messages/screens/provisional.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import styles from './provisional.module.css'
import { changesOf } from './provisional-changes.ts'
import { ProvisionalList } from './provisional-list.tsx'
import { useTypedLesson } from './use-typed-lesson.ts'

const blank = { topic: '', homework: '', noHomework: false, absent: '' }

const ProvisionalForm = ({ who, school }: { who: SignedIn; school: School }) => {
  const author = useAuthor(who, school)
  const { act, trouble, said } = useActs(author)
  const { text: saved } = useWords(said)
  const today = dateAt(useNow(), school.zone)
  const fresh = { ...blank, schoolClass: '', date: today, period: '' }
  const { typed, set, done } = useTypedLesson(who.person, fresh)
  const changes = changesOf(typed)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    // This screen shows nothing of what a colleague may have put into these cells.
    const unseen = changes.map((one) => ({ ...one, saw: null, follows: [] }))
    const title = provisionalPageWords.lessonTitle(typed.schoolClass, typed.period)
    if (await act(unseen, title)) await done(typed, { ...typed, ...blank })
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={provisionalPageWords.target}
        placeholder={provisionalPageWords.targetExample}
        required
        maxLength={40}
        value={typed.schoolClass}
        onChange={(event) => set({ schoolClass: event.currentTarget.value })}
      />
      <TextField
        label={provisionalPageWords.day}
        type="date"
        required
        max={today}
        value={typed.date}
        onChange={(event) => set({ date: event.currentTarget.value })}
      />
      <TextField
        label={provisionalPageWords.period}
        type="number"
        required
        min={1}
        max={12}
        value={typed.period}
        onChange={(event) => set({ period: event.currentTarget.value })}
      />
      <TextField
        className={styles.whole ?? ''}
        label={provisionalPageWords.topic}
        value={typed.topic}
        onChange={(event) => set({ topic: event.currentTarget.value })}
      />
      <TextField
        className={styles.whole ?? ''}
        label={provisionalPageWords.homework}
        disabled={typed.noHomework}
        value={typed.noHomework ? provisionalPageWords.noHomework : typed.homework}
        onChange={(event) => set({ homework: event.currentTarget.value })}
      />
      <Button pressed={typed.noHomework} onClick={() => set({ noHomework: !typed.noHomework })}>
        {provisionalPageWords.noHomework}
      </Button>
      <TextField
        className={styles.whole ?? ''}
        multiline
        label={provisionalPageWords.absent}
        rows={5}
        value={typed.absent}
        onChange={(event) => set({ absent: event.currentTarget.value })}
      />
      {trouble && (
        <p role="alert" className={`${styles.trouble} ${styles.whole}`}>
          {trouble}
        </p>
      )}
      <div className={`${styles.act} ${styles.whole}`}>
        <Button kind="primary" type="submit" disabled={changes.length === 0}>
          {provisionalPageWords.record}
        </Button>
        {saved && !trouble && <span>{saved}</span>}
      </div>
    </form>
  )
}

export const ProvisionalPage = ({ who }: { who: SignedIn }) => {
  const school = useSchool()
  return (
    <div className={styles.page}>
      <h1>{provisionalPageWords.title}</h1>
      <Panel>{provisionalPageWords.lead}</Panel>
      {school && (
        <Panel>
          <ProvisionalForm who={who} school={school} />
        </Panel>
      )}
      <ProvisionalList person={who.person} />
    </div>
  )
}
