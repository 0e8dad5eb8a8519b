// The topic: the КТП item whose turn it is proposes itself (п. 2.7); another one is flagged, never blocked.
import { Check } from 'lucide-react'
import { useId } from 'react'
import { type Lesson, planOf } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { longestText, type TopicValue } from '../../../domain/value.ts'
import { draftKey } from '../../../store/draft.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { factWords, topicLabel, topicWaits } from '../../messages/lesson/facts.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import styles from '../lesson.module.css'
import { type CellViews, seenIn, valueIn } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'
import { proposedTopic, topicOf } from './planned-topic.ts'
import { RecordTyped } from './record-typed.tsx'
import { useDraft } from './use-draft.ts'

interface TopicFieldProps {
  school: School
  lesson: Lesson
  views: CellViews
  acts: Pick<Acts, 'act' | 'log'>
}

export const TopicField = ({ school, lesson, views, acts }: TopicFieldProps) => {
  const listId = useId()
  const cell = { kind: 'topic', lesson: lesson.id } as const
  const value = valueIn(views, cell)
  const planned = proposedTopic(school, lesson)
  const save = (next: TopicValue | null, seen = seenIn(views, cell)): Promise<boolean> =>
    acts.act([{ cell, value: next, ...seen }], factWords.topicSaid(next?.text ?? keyWords.empty))
  const key = draftKey('topic', acts.log.person, lesson.id)
  const { text, type, leave, waits } = useDraft({ key, log: acts.log, views, cell }, (typed, seen) =>
    save(typed === '' ? null : topicOf(school, lesson, typed), seen),
  )
  const planItem = value !== null && 'planItem' in value ? value.planItem : null
  const deviates = value !== null && planned !== null && planItem !== planned.planItem
  const proposes = value === null && planned !== null && text === ''
  return (
    <div className={styles.topic} data-proposes={proposes || waits}>
      <TextField
        label={waits ? topicWaits : topicLabel(planned?.planItem ?? null, deviates)}
        {...(deviates ? { note: factWords.inPlan(planned.planItem, planned.text) } : {})}
        {...(planned ? { placeholder: planned.text, title: text || planned.text } : {})}
        list={listId}
        maxLength={longestText}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      <datalist id={listId}>
        {planOf(school, lesson).map((item) => (
          <option key={item.no} value={item.topic}>
            № {item.no}
          </option>
        ))}
      </datalist>
      {waits && <RecordTyped onRecord={leave} />}
      {proposes && (
        <Button
          aria-label={factWords.recordPlannedLong(planned.text)}
          title={factWords.recordPlanned}
          onClick={() => void leave().then(() => save(planned))}
        >
          <Check size={20} aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}
