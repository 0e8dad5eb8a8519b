// What a deputy does with one lesson: another teacher, another place, or its pupils into another lesson of the hour.
import { useState } from 'react'
import type { ListEdit } from '../../contract/school-edit-schema.ts'
import { type Lesson, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { Button } from '../../ui/button.tsx'
import { PickField } from '../../ui/pick-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { schoolFields } from '../messages/screens/school/fields.ts'
import { schoolLessonWords } from '../messages/screens/school/lessons.ts'
import { lessonName, teacherChoices, teacherName } from './lesson-words.ts'
import styles from './school.module.css'

export interface ActProps {
  school: School
  lesson: Lesson
}

export const changeOf = (school: School, lesson: Lesson) =>
  school.changes?.find((one) => one.lesson === lesson.id)
export const substitutionOf = (school: School, lesson: Lesson) =>
  school.substitutions.find((one) => one.lesson === lesson.id)

const beside = (a: Lesson, b: Lesson): boolean => a.id !== b.id && a.begins < b.ends && b.begins < a.ends

export const Substitute = ({ school, lesson, onPick }: ActProps & { onPick(edit: ListEdit): void }) => {
  const busy = new Set(
    lessonsOn(school, lesson.date)
      .filter((one) => one.begins < lesson.ends && lesson.begins < one.ends)
      .map((one) => one.teacher),
  )
  const choices = teacherChoices(school)
    .filter((one) => one.value !== lesson.teacher)
    .map((one) => ({
      ...one,
      label: busy.has(one.value) ? schoolLessonWords.busyTeacher(one.label) : one.label,
    }))
  const had = substitutionOf(school, lesson)
  return (
    <PickField
      label={schoolLessonWords.whoTeaches}
      none={schoolFields.pickTeacher}
      choices={choices}
      act={schoolFields.appoint}
      onPick={(teacher) =>
        onPick({
          list: 'substitutions',
          ...(had && { remove: { lesson: lesson.id } }),
          add: { lesson: lesson.id, teacher },
        })
      }
    />
  )
}

export const Move = ({ school, lesson, onPick }: ActProps & { onPick(edit: ListEdit): void }) => {
  const [date, setDate] = useState(lesson.date)
  const [period, setPeriod] = useState(String(lesson.period))
  const had = changeOf(school, lesson)
  return (
    <div className={styles.row}>
      <TextField
        label={schoolFields.toDay}
        type="date"
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextField
        label={schoolFields.whichPeriod}
        type="number"
        min={1}
        max={12}
        value={period}
        onChange={(event) => setPeriod(event.currentTarget.value)}
      />
      <Button
        kind="primary"
        onClick={() =>
          onPick({
            list: 'changes',
            ...(had && { remove: { lesson: lesson.id } }),
            add: { lesson: lesson.id, kind: 'moved', date, period },
          })
        }
      >
        {schoolLessonWords.doMove}
      </Button>
    </div>
  )
}

/** Two groups, or two classes, sit together: the pupils of this lesson have their cells in the other one. */
export const Merge = ({ school, lesson, onPick }: ActProps & { onPick(edit: ListEdit): void }) => {
  const others = lessonsOn(school, lesson.date).filter((one) => beside(one, lesson))
  const had = changeOf(school, lesson)
  return (
    <PickField
      label={schoolLessonWords.mergeWith}
      note={schoolLessonWords.mergeNote}
      none={others.length === 0 ? schoolLessonWords.noOthers : schoolFields.pickLesson}
      choices={others.map((one) => ({
        value: one.id,
        label: `${lessonName(school, one)}, ${teacherName(school, one.teacher)}`,
      }))}
      act={schoolLessonWords.doMerge}
      onPick={(into) =>
        onPick({
          list: 'changes',
          ...(had && { remove: { lesson: lesson.id } }),
          add: { lesson: lesson.id, kind: 'merged', into },
        })
      }
    />
  )
}
