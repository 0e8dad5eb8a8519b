// «Урок отмечен» for a view of a lesson: decided on the cells it is asked with, on the КТП and on what stands typed.
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo } from 'react'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { draftKey, dropDraft, readTyped } from '../../store/draft.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { proposedTopic } from './facts/planned-topic.ts'
import { type Finishing, finishingOf } from './finishing.ts'
import type { CellViews } from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'

interface FinishingPlace {
  school: School
  lesson: Lesson
  pupils: readonly ListedPupil[]
  person: string
}

/** `of` decides on any cells; `now` is its word on those of the screen. */
export const useFinishing = (views: CellViews, { school, lesson, pupils, person }: FinishingPlace) => {
  const { db } = useRuntime()
  const typed = useLiveQuery(() => readTyped(db, person, lesson.id), [db, person, lesson.id])
  const proposed = useMemo(
    () =>
      mayWrite(school, person, { kind: 'topic', lesson: lesson.id }).ok
        ? proposedTopic(school, lesson)
        : undefined,
    [school, lesson, person],
  )
  const of = (fresh: CellViews): Finishing => finishingOf(lesson, fresh, pupils, { proposed, typed })
  const now = of(views)
  const allRecorded = now.blank === 0
  useEffect(() => {
    // Nobody is left to be called: the roll call of the cards is over, in whatever view it ended.
    if (allRecorded) void dropDraft(db, draftKey('cards', person, lesson.id))
  }, [db, allRecorded, person, lesson.id])
  return { of, now, writes: now.changes.length > 0 || typed === undefined }
}
