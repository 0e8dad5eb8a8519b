// What «Урок отмечен» says and writes, in every view of a lesson: `present` for the blank, and the planned topic if there is none.
import type { Lesson } from '../../domain/lesson.ts'
import type { TopicValue } from '../../domain/value.ts'
import type { CellChange } from '../../store/journal.ts'
import { attendanceOf, type CellViews, changeOf, presentForBlank, valueIn } from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'

export interface Finishing {
  away: number
  /** Everybody else: whoever came late is here too. */
  here: number
  /** Of them, so many have no entry yet. */
  blank: number
  bringsTopic: boolean
  changes: readonly CellChange[]
  said: string
}

/** `proposed` is the КТП's topic for this lesson: looked up by the caller, for this is asked after each tap. */
export const finishingOf = (
  lesson: Lesson,
  views: CellViews,
  pupils: readonly ListedPupil[],
  proposed: TopicValue | null,
): Finishing => {
  const away = pupils.filter(({ id }) => attendanceOf(views, lesson, id)?.code === 'absent').length
  const here = pupils.length - away
  const blank = presentForBlank(views, lesson, pupils)
  const topicCell = { kind: 'topic', lesson: lesson.id } as const
  const planned = valueIn(views, topicCell) === null ? proposed : null
  const topic = planned ? [changeOf(views, topicCell, planned)] : []
  return {
    ...{ away, here, blank: blank.length, bringsTopic: planned !== null },
    changes: [...blank, ...topic],
    said: `Урок отмечен: нет ${away}, на уроке ${here}`,
  }
}
