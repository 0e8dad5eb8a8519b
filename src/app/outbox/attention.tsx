// What the hub did not take as it is: the reason, what to do, and the way to the cell.
import { Link } from 'wouter'
import type { EntryId } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import type { ListedEntry } from '../../store/outbox-view.ts'
import { noteReadRefusal } from '../../store/reading/queue-facts.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { placeOfCell } from '../messages/entry-place.ts'
import { passedBySentence } from '../messages/queue.ts'
import { refusalSentences } from '../messages/refusals.ts'
import { stateWords } from '../messages/states.ts'
import { valueText } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { wayTo } from './entry-line.tsx'
import styles from './outbox.module.css'

interface AttentionProps {
  list: readonly ListedEntry[]
  school: School | null
  onSendFirst(ids: readonly EntryId[]): void
}

const Item = ({ listed, school, onSendFirst }: Omit<AttentionProps, 'list'> & { listed: ListedEntry }) => {
  const { db } = useRuntime()
  const { entry, state, reason } = listed
  const place = placeOfCell(school, entry.cell)
  const way = wayTo(listed)
  const isPassedBy = state === 'queued'
  const word = isPassedBy ? stateWords.held : stateWords[state]
  return (
    <li className={styles.item} data-state={isPassedBy ? 'held' : state}>
      <Glyph name={isPassedBy ? 'held' : state} size={20} />
      <div>
        <p>
          <b className={styles.word}>{word}.</b> {place.lesson}
          {place.pupil && `, ${place.pupil}`}: {place.what}, <b>{valueText(entry.value)}</b>
        </p>
        <p className={styles.meaning}>
          {isPassedBy ? passedBySentence : reason ? refusalSentences[reason] : ''}
        </p>
      </div>
      <div className={styles.acts}>
        {isPassedBy && <Button onClick={() => onSendFirst([entry.id])}>Отправить ещё раз</Button>}
        {state === 'refused' && way && (
          <Link href={way} className={styles.act}>
            Исправить
          </Link>
        )}
        {state === 'refused' && (
          <Button kind="quiet" onClick={() => void noteReadRefusal(db, entry.id)}>
            Понятно
          </Button>
        )}
      </div>
    </li>
  )
}

export const Attention = ({ list, ...rest }: AttentionProps) =>
  list.length > 0 && (
    <section className={styles.group} aria-label="Требует внимания">
      <h2 className={styles.groupHead}>Требует внимания: {list.length}</h2>
      <ul>
        {list.map((listed) => (
          <Item key={listed.entry.id} listed={listed} {...rest} />
        ))}
      </ul>
    </section>
  )
