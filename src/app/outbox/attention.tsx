// What the hub did not take as it is: the reason, what to do, and the way to the cells.
import { Link } from 'wouter'
import type { EntryId } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import { noteReadRefusals } from '../../store/reading/queue-facts.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { screenHeading, useGivingFocus } from '../../ui/lost-focus.ts'
import { entries as entriesCount } from '../messages/counts.ts'
import { placeOfCell } from '../messages/entry-place.ts'
import { refusalSentences } from '../messages/refusals.ts'
import { outboxWords } from '../messages/screens/outbox/page.ts'
import { passedBySentence } from '../messages/screens/queue.ts'
import { stateWords } from '../messages/states.ts'
import { valueText } from '../messages/values.ts'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { EntryLine, wayTo } from './entry-line.tsx'
import styles from './outbox.module.css'
import type { Trouble } from './queue-view.ts'

interface AttentionProps {
  list: readonly Trouble[]
  school: School | null
  onSendFirst(ids: readonly EntryId[]): void
}

const sentenceOf = ({ kind, entries: [first] }: Trouble): string =>
  kind === 'passedBy' ? passedBySentence : first.reason ? refusalSentences[first.reason] : ''

const Place = ({ trouble, school }: { trouble: Trouble; school: School | null }) => {
  const [first, ...more] = trouble.entries
  const place = placeOfCell(school, first.entry.cell)
  if (more.length > 0) return `${place.lesson}: ${entriesCount(more.length + 1)}`
  return (
    <>
      {[place.lesson, place.pupil].filter(Boolean).join(', ')}: {place.what},{' '}
      <b>{valueText(first.entry.value)}</b>
    </>
  )
}

const Item = ({ trouble, school, onSendFirst }: Omit<AttentionProps, 'list'> & { trouble: Trouble }) => {
  const { db } = useRuntime()
  useGivingFocus(screenHeading)
  const { kind, entries } = trouble
  const ids = entries.map((one) => one.entry.id)
  const state = kind === 'refused' ? 'refused' : 'held'
  return (
    <li className={styles.item} data-state={state}>
      <Glyph name={state} size={20} />
      <div>
        <p>
          <b className={styles.word}>{stateWords[state]}.</b> <Place trouble={trouble} school={school} />
        </p>
        <p className={styles.meaning}>{sentenceOf(trouble)}</p>
      </div>
      <div className={styles.acts}>
        {kind === 'passedBy' && <Button onClick={() => onSendFirst(ids)}>{outboxWords.sendAgain}</Button>}
        {kind === 'refused' && (
          <Link href={wayTo(entries[0])} className={styles.act}>
            {outboxWords.fix}
          </Link>
        )}
        {kind === 'refused' && (
          <Button kind="quiet" settles onClick={() => heard(noteReadRefusals(db, ids))}>
            {outboxWords.understood}
          </Button>
        )}
      </div>
      {entries.length > 1 && (
        <details className={styles.which}>
          <summary>{outboxWords.whichEntries}</summary>
          <ul>
            {entries.map((one) => (
              <EntryLine key={one.entry.id} listed={one} school={school} inLesson />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

export const Attention = ({ list, ...rest }: AttentionProps) =>
  list.length > 0 && (
    <section className={styles.group} aria-label={outboxWords.attention}>
      <h2 className={styles.groupHead}>
        {outboxWords.attentionCount(list.reduce((sum, one) => sum + one.entries.length, 0))}
      </h2>
      <ul>
        {list.map((trouble) => (
          <Item key={trouble.key} trouble={trouble} {...rest} />
        ))}
      </ul>
    </section>
  )
