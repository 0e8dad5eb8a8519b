// What was done last in this lesson, newest first.
import { useLiveQuery } from 'dexie-react-hooks'
import { lessonOf, pupilOf } from '../../../domain/cell.ts'
import type { Entry } from '../../../domain/entry.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import type { Author } from '../../../store/journal.ts'
import { type ActView, readActs } from '../../../store/undo.ts'
import { clockTime } from '../../messages/time.ts'
import { cellWords, valueText } from '../../messages/values.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import styles from '../lesson.module.css'
import type { ListedPupil } from '../pupil-names.ts'

interface LastActsProps {
  lesson: Lesson
  pupils: readonly ListedPupil[]
  author: Author
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

const isHere = (act: ActView, lesson: Lesson): boolean =>
  act.entries.some((entry) => lessonOf(entry.cell) === lesson.id)

/** «Отменить» takes back the newest act of all, so it is offered only in the lesson where that act was done. */
export const useMayUndo = (lesson: Lesson, { log }: Author): boolean => {
  const { db } = useRuntime()
  const recent = useLiveQuery(() => readActs(db, log, 50), [db, log.device, log.person], [])
  const newest = recent.find((one) => !one.undone)
  return newest !== undefined && isHere(newest, lesson)
}

export const LastActs = ({ lesson, pupils, author, zone }: LastActsProps) => {
  const { db } = useRuntime()
  const { log } = author
  const recent = useLiveQuery(() => readActs(db, log, 30), [db, log.device, log.person], [])
  const here = recent
    .filter((one) => one.entries.some((entry) => lessonOf(entry.cell) === lesson.id))
    .slice(0, 4)
  return (
    <section className={styles.last} aria-label="Последние действия">
      <h2>Последние действия</h2>
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
