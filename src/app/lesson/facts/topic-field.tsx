// The lesson's topic: the plan's item is proposed (п. 2.7), a deviation is flagged and never blocked.
import { type Lesson, planItemOf } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import type { TopicValue } from '../../../domain/value.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from '../lesson.module.css'
import { type CellViews, changeOf, valueIn } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'
import { useDraft } from './use-draft.ts'

interface TopicFieldProps {
  school: School
  lesson: Lesson
  views: CellViews
  acts: Acts
}

export const proposedTopic = (school: School, lesson: Lesson): TopicValue | null => {
  const item = planItemOf(school, lesson)
  return item && { planItem: item.no, text: item.topic }
}

export const TopicField = ({ school, lesson, views, acts }: TopicFieldProps) => {
  const cell = { kind: 'topic', lesson: lesson.id } as const
  const value = valueIn(views, cell) as TopicValue | null
  const planned = proposedTopic(school, lesson)
  const save = (next: TopicValue | null): Promise<boolean> =>
    acts.act([changeOf(views, cell, next)], `Тема урока: ${next?.text ?? 'пусто'}`)
  const { text, type, leave } = useDraft(`topic/${lesson.id}`, value?.text ?? '', (typed) => {
    if (typed === '') return save(null)
    return save(typed === planned?.text ? planned : { planItem: null, text: typed })
  })
  const deviates = value !== null && planned !== null && value.planItem !== planned.planItem
  return (
    <div className={styles.field}>
      <TextField
        label="Тема урока, п. 2.7"
        {...(planned
          ? {
              note: deviates
                ? `Не по КТП: там № ${planned.planItem}, ${planned.text}`
                : `КТП, № ${planned.planItem}: ${planned.text}`,
            }
          : {})}
        placeholder={planned?.text ?? ''}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      {value === null && planned && text === '' && (
        <Button onClick={() => void save(planned)}>Записать тему из КТП</Button>
      )}
    </div>
  )
}
