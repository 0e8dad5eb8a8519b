// «Урок отмечен» for a view of a lesson: decided on the cells it is asked with, on the КТП and on what stands typed.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { draftKey, dropDraft, readTyped } from '../../store/draft.ts'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { useTables } from '../runtime/use-tables.ts'
import { proposedTopic } from './facts/planned-topic.ts'
import { type Finishing, finishingOf } from './finishing.ts'
import type { CellViews } from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'
import { type Turn, turnOf } from './turn.ts'

interface FinishingPlace {
  school: School
  lesson: Lesson
  pupils: readonly ListedPupil[]
  person: string
}

/** False while acts of the view before this one are on their way: the screen does not show yet what they leave. */
const useLanded = (turn: Turn): boolean => {
  const [landed, setLanded] = useState(() => !turn.isBusy())
  useEffect(() => {
    if (!landed) void turn.take(async () => setLanded(true))
  }, [turn, landed])
  return landed
}

/** `of` decides on any cells; `now` is its word on those of the screen. */
export const useFinishing = (views: CellViews, { school, lesson, pupils, person }: FinishingPlace) => {
  const { db } = useRuntime()
  const landed = useLanded(turnOf(db, person, lesson.id))
  const typed = useTables(() => readTyped(db, person, lesson.id), ['draft'], [person, lesson.id])
  const proposed = useMemo(
    () =>
      mayWrite(school, person, { kind: 'topic', lesson: lesson.id }).ok
        ? proposedTopic(school, lesson)
        : undefined,
    [school, lesson, person],
  )
  const newest = useRef({ pupils, facts: { proposed, typed } })
  newest.current = { pupils, facts: { proposed, typed } }
  /** By what is known when its turn comes: a press waits for the acts before it. */
  const of = (fresh: CellViews): Finishing =>
    finishingOf(lesson, fresh, newest.current.pupils, newest.current.facts)
  const now = of(views)
  const allRecorded = now.blank === 0
  useEffect(() => {
    // Nobody is left to be called: the roll call of the cards is over, in whatever view it ended.
    if (allRecorded) heard(dropDraft(db, draftKey('cards', person, lesson.id)))
  }, [db, allRecorded, person, lesson.id])
  return { of, now, writes: now.changes.length > 0 || typed === undefined || !landed }
}
