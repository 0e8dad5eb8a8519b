// What was done last in this lesson, newest first.
import { pupilOf } from '../../../domain/cell.ts'
import type { Entry } from '../../../domain/entry.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import type { Author } from '../../../store/journal.ts'
import { entries as countedEntries } from '../../messages/counts.ts'
import { lessonWords } from '../../messages/lesson/panel.ts'
import { clockTime } from '../../messages/time.ts'
import { cellWords, valueText } from '../../messages/values.ts'
import styles from '../lesson.module.css'
import type { ListedPupil } from '../pupil-names.ts'
import { useHistory } from './undo-bar.tsx'

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
  return lessonWords.atOnce(countedEntries(entries.length))
}

export const LastActs = ({ lesson, pupils, author, zone }: LastActsProps) => {
  const { acts } = useHistory(lesson, author)
  return (
    <section className={styles.last} aria-label={lessonWords.lastActs}>
      <h2>{lessonWords.lastActs}</h2>
      <ol>
        {acts.slice(0, 4).map((one) => (
          <li key={one.act} data-undone={one.undone}>
            <span>
              {actText(one.entries, pupils)}
              {one.undone && <i className="visually-hidden">{lessonWords.undonePart}</i>}
            </span>
            <small>{one.entries[0] && clockTime(one.entries[0].recordedAt, zone)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
