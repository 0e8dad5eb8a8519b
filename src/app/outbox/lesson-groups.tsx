// What has not left the tablet, lesson by lesson: each can go before the others.
import { useState } from 'react'
import type { EntryId } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { entries } from '../messages/counts.ts'
import { placeOfCell } from '../messages/entry-place.ts'
import { outboxWords } from '../messages/screens/outbox/page.ts'
import { stateMeanings } from '../messages/states.ts'
import { EntryLine } from './entry-line.tsx'
import styles from './outbox.module.css'
import type { QueuedLesson } from './queue-view.ts'

interface GroupsProps {
  lessons: readonly QueuedLesson[]
  school: School | null
  onSendFirst(ids: readonly EntryId[]): void
}

const shownAtOnce = 8

const LessonGroup = ({
  group,
  school,
  onSendFirst,
}: Omit<GroupsProps, 'lessons'> & { group: QueuedLesson }) => {
  const [all, setAll] = useState(false)
  const [newest] = group.entries
  if (!newest) return null
  const { lesson } = placeOfCell(school, newest.entry.cell)
  const shown = all ? group.entries : group.entries.slice(0, shownAtOnce)
  const hidden = group.entries.length - shown.length
  return (
    <section className={styles.lesson} aria-label={lesson}>
      <header>
        <h3>
          {lesson} <small>{entries(group.entries.length)}</small>
        </h3>
        <Button onClick={() => onSendFirst(group.entries.map((one) => one.entry.id))}>
          {outboxWords.sendFirst}
          <span className="visually-hidden">: {lesson}</span>
        </Button>
      </header>
      <ul>
        {shown.map((one) => (
          <EntryLine key={one.entry.id} listed={one} school={school} inLesson>
            <Button onClick={() => onSendFirst([one.entry.id])}>{outboxWords.sendThisFirst}</Button>
          </EntryLine>
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {outboxWords.showMore(hidden)}
        </Button>
      )}
    </section>
  )
}

export const LessonGroups = ({ lessons, ...rest }: GroupsProps) => {
  const count = lessons.reduce((sum, one) => sum + one.entries.length, 0)
  return (
    count > 0 && (
      <section className={styles.group} aria-label={outboxWords.onTablet(count)}>
        <h2 className={styles.groupHead}>
          <Glyph name="queued" size={18} /> {outboxWords.onTablet(count)}
          <small className={styles.meaning}>{outboxWords.newestFirst(stateMeanings.queued)}</small>
        </h2>
        {lessons.map((group) => (
          <LessonGroup key={group.lesson} group={group} {...rest} />
        ))}
      </section>
    )
  )
}
