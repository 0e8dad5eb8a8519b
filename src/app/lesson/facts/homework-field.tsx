// Homework: a text, or the fact «не задано», with the time it falls due (п. 2.8).
import { homeworkDue, type Lesson, planItemOf } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import type { HomeworkValue } from '../../../domain/value.ts'
import { draftKey } from '../../../store/draft.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { homeworkWaits } from '../../messages/lesson/facts.ts'
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
    const said = next === null ? 'пусто' : 'none' in next ? 'не задано' : next.text
    return acts.act([{ cell, value: next, ...seen }], `Домашнее задание: ${said}`)
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
          waits
            ? homeworkWaits
            : `Домашнее задание, до ${clockTime(homeworkDue(school, lesson), school.zone)}, п. 2.8`
        }
        placeholder={none ? 'не задано' : (planned ?? '')}
        maxLength={4000}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      <div className={styles.chips}>
        {waits && <RecordTyped onRecord={leave} />}
        <Button pressed={none} onClick={() => void save(none ? null : { none: true })}>
          не задано
        </Button>
        {last !== null && (
          <Button
            pressed={recorded === last}
            title={last}
            aria-label={`как в прошлый раз: ${last}`}
            onClick={() => void save({ text: last })}
          >
            как в прошлый раз
          </Button>
        )}
        {planned !== null && planned !== last && (
          <Button
            pressed={recorded === planned}
            title={planned}
            aria-label={`по КТП: ${planned}`}
            onClick={() => void save({ text: planned })}
          >
            по КТП
          </Button>
        )}
      </div>
    </div>
  )
}
