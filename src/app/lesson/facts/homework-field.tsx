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
import { type CellViews, puttingInTurn, seenIn, typedIn, valueIn } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'
import { RecordTyped } from './record-typed.tsx'
import { useDraft } from './use-draft.ts'
import { useLastHomework } from './use-last-homework.ts'

interface HomeworkFieldProps {
  school: School
  lesson: Lesson
  views: CellViews
  acts: Pick<Acts, 'act' | 'actOnFresh' | 'log'>
}

export const HomeworkField = ({ school, lesson, views, acts }: HomeworkFieldProps) => {
  const cell = { kind: 'homework', lesson: lesson.id } as const
  const value = valueIn(views, cell)
  const none = value !== null && 'none' in value
  const last = useLastHomework(school, lesson, acts.log)
  const planned = planItemOf(school, lesson)?.homework ?? null
  const saidOf = (next: HomeworkValue | null): string =>
    factWords.homeworkSaid(next === null ? keyWords.empty : 'none' in next ? factWords.noHomework : next.text)
  const recorded = typedIn(value)
  const key = draftKey('homework', acts.log.person, lesson.id)
  const { text, type, leave, waits } = useDraft({ key, log: acts.log, views, cell }, (typed, seen) => {
    const value = typed === '' ? null : { text: typed }
    return acts.act([{ cell, value, ...seen }], saidOf(value))
  })
  /** A chip; the text that stands typed is recorded before it. */
  const choose = async (next: HomeworkValue | null): Promise<void> => {
    const shown = seenIn(views, cell)
    await leave()
    await acts.actOnFresh(lesson, (fresh) => ({
      ...{ changes: puttingInTurn(fresh, lesson, cell, next, shown), said: saidOf(next) },
    }))
  }
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
        <Button pressed={none} onClick={() => void choose(none ? null : { none: true })}>
          {factWords.noHomework}
        </Button>
        {last !== null && (
          <Button
            pressed={recorded === last}
            title={last}
            aria-label={factWords.asLastTimeLong(last)}
            onClick={() => void choose({ text: last })}
          >
            {factWords.asLastTime}
          </Button>
        )}
        {planned !== null && planned !== last && (
          <Button
            pressed={recorded === planned}
            title={planned}
            aria-label={factWords.byPlanLong(planned)}
            onClick={() => void choose({ text: planned })}
          >
            {factWords.byPlan}
          </Button>
        )}
      </div>
    </div>
  )
}
