// Homework: a text, or the fact «не задано», with the time it falls due (п. 2.8).
import { homeworkDue, type Lesson, planItemOf } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import type { HomeworkValue } from '../../../domain/value.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { clockTime } from '../../messages/time.ts'
import styles from '../lesson.module.css'
import { type CellViews, changeOf, valueIn } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'
import { useDraft } from './use-draft.ts'

interface HomeworkFieldProps {
  school: School
  lesson: Lesson
  views: CellViews
  acts: Acts
}

export const HomeworkField = ({ school, lesson, views, acts }: HomeworkFieldProps) => {
  const cell = { kind: 'homework', lesson: lesson.id } as const
  const value = valueIn(views, cell) as HomeworkValue | null
  const none = value !== null && 'none' in value
  const save = (next: HomeworkValue | null): Promise<boolean> => {
    const said = next === null ? 'пусто' : 'none' in next ? 'не задано' : next.text
    return acts.act([changeOf(views, cell, next)], `Домашнее задание: ${said}`)
  }
  const recorded = value !== null && 'text' in value ? value.text : ''
  const { text, type, leave } = useDraft(`homework/${lesson.id}`, recorded, (typed) =>
    save(typed === '' ? null : { text: typed }),
  )
  return (
    <div className={styles.homework}>
      <TextField
        label={`Домашнее задание, до ${clockTime(homeworkDue(school, lesson), school.zone)}, п. 2.8`}
        placeholder={none ? 'не задано' : (planItemOf(school, lesson)?.homework ?? '')}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      <Button pressed={none} onClick={() => void save(none ? null : { none: true })}>
        не задано
      </Button>
    </div>
  )
}
