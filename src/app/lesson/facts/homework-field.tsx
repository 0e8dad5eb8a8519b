// Homework: a text, or the fact «не задано», with the time it falls due (п. 2.8).
import { homeworkDue, type Lesson, planItemOf } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { type HomeworkValue, longestText } from '../../../domain/value.ts'
import { draftKey } from '../../../store/draft.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { factWords, homeworkWaits } from '../../messages/lesson/facts.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { clockTime } from '../../messages/time.ts'
import styles from '../lesson.module.css'
import { type CellViews, seenIn, typedIn, valueIn } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'
import { RecordTyped } from './record-typed.tsx'
import { useDraft } from './use-draft.ts'
import { useLastHomework } from './use-last-homework.ts'

interface HomeworkFieldProps {
  school: School
  lesson: Lesson
  views: CellViews
  acts: Pick<Acts, 'act' | 'log'>
}

export const HomeworkField = ({ school, lesson, views, acts }: HomeworkFieldProps) => {
  const cell = { kind: 'homework', lesson: lesson.id } as const
  const value = valueIn(views, cell)
  const none = value !== null && 'none' in value
  const last = useLastHomework(school, lesson, acts.log)
  const planned = planItemOf(school, lesson)?.homework ?? null
  const save = (next: HomeworkValue | null, seen = seenIn(views, cell)): Promise<boolean> => {
    const said = next === null ? keyWords.empty : 'none' in next ? factWords.noHomework : next.text
    return acts.act([{ cell, value: next, ...seen }], factWords.homeworkSaid(said))
  }
  const recorded = typedIn(value)
  const key = draftKey('homework', acts.log.person, lesson.id)
  const { text, type, leave, waits } = useDraft({ key, log: acts.log, views, cell }, (typed, seen) =>
    save(typed === '' ? null : { text: typed }, seen),
  )
  return (
    <div className={styles.homework} data-short={last === null && planned === null}>
      <TextField
        label={
          waits ? homeworkWaits : factWords.homeworkLabel(clockTime(homeworkDue(school, lesson), school.zone))
        }
        placeholder={none ? factWords.noHomework : (planned ?? '')}
        maxLength={longestText}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      <div className={styles.chips}>
        {waits && <RecordTyped onRecord={leave} />}
        <Button pressed={none} onClick={() => void save(none ? null : { none: true })}>
          {factWords.noHomework}
        </Button>
        {last !== null && (
          <Button
            pressed={recorded === last}
            title={last}
            aria-label={factWords.asLastTimeLong(last)}
            onClick={() => void save({ text: last })}
          >
            {factWords.asLastTime}
          </Button>
        )}
        {planned !== null && planned !== last && (
          <Button
            pressed={recorded === planned}
            title={planned}
            aria-label={factWords.byPlanLong(planned)}
            onClick={() => void save({ text: planned })}
          >
            {factWords.byPlan}
          </Button>
        )}
      </div>
    </div>
  )
}
