// What was done last in this lesson, newest first, and the way to take the last act back.
import { useLiveQuery } from 'dexie-react-hooks'
import { Undo2 } from 'lucide-react'
import { lessonOf, pupilOf } from '../../domain/cell.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { Author } from '../../store/journal.ts'
import { readActs } from '../../store/undo.ts'
import { Button } from '../../ui/button.tsx'
import { clockTime } from '../messages/time.ts'
import { cellWords, valueText } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import styles from './lesson.module.css'
import type { ListedPupil } from './pupil-names.ts'
import type { Acts } from './use-lesson.ts'

interface LastActsProps {
  lesson: Lesson
  pupils: readonly ListedPupil[]
  author: Author
  acts: Acts
  zone: string
}

const entryText = (entry: Entry, pupils: readonly ListedPupil[]): string => {
  const id = pupilOf(entry.cell)
  const name = pupils.find((one) => one.id === id)?.name
  return `${name ?? cellWords(entry.cell)}: ${valueText(entry.value)}`
}

const actText = (entries: readonly Entry[], pupils: readonly ListedPupil[]): string => {
  const last = entries.at(-1)
  if (!last) return ''
  if (entries.length <= 2) return entryText(last, pupils)
  return `Урок отмечен: ${entries.length} записей`
}

export const LastActs = ({ lesson, pupils, author, acts, zone }: LastActsProps) => {
  const { db } = useRuntime()
  const { log } = author
  const recent = useLiveQuery(() => readActs(db, log, 30), [db, log.device, log.person], [])
  const here = recent
    .filter((one) => one.entries.some((entry) => lessonOf(entry.cell) === lesson.id))
    .slice(0, 4)
  // «Отменить» takes back the newest act of all, so it is offered only where that act can be seen.
  const newest = recent.find((one) => !one.undone)
  const mayUndo = newest?.entries.some((entry) => lessonOf(entry.cell) === lesson.id) ?? false
  return (
    <section className={styles.last} aria-label="Последние действия">
      <header>
        <h2>Последние действия</h2>
        {mayUndo && (
          <Button kind="quiet" onClick={() => void acts.undo()}>
            <Undo2 size={18} aria-hidden="true" /> Отменить
          </Button>
        )}
      </header>
      <ol>
        {here.map((one) => (
          <li key={one.act} data-undone={one.undone}>
            <span>{actText(one.entries, pupils)}</span>
            <small>{one.entries[0] && clockTime(one.entries[0].recordedAt, zone)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
