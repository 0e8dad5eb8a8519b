// What «Урок отмечен» says and writes, in every view of a lesson: `present` for the blank, and the planned topic if there is none.
import type { Cell } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import type { TopicValue } from '../../domain/value.ts'
import type { Typed } from '../../store/draft.ts'
import type { CellChange } from '../../store/journal.ts'
import { lessonWords } from '../messages/lesson/panel.ts'
import { attendanceOf, type CellViews, changeOf, presentForBlank, valueIn, viewOf } from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'

export interface Finishing {
  away: number
  /** Everybody else: whoever came late is here too. */
  here: number
  /** Of them, so many have no entry yet. */
  blank: number
  /** `planned` is written by this act; `typed` by the teacher, who has not recorded it; `notMine` is nobody's to miss. */
  topic: 'recorded' | 'planned' | 'typed' | 'missing' | 'notMine'
  /** Texts that stand typed and are no entries: never written by this act, and never written over. */
  unrecorded: readonly Cell[]
  changes: readonly CellChange[]
  said: string
}

/** What is known beside the cells: looked up by the caller, for this is asked after each tap. */
export interface FinishingFacts {
  /** The КТП's topic for this lesson; undefined for who may not write it. */
  proposed: TopicValue | null | undefined
  /** Undefined while it is being read: then no topic is written. */
  typed: readonly Typed[] | undefined
}

const isUnrecorded = (views: CellViews, { cell, text }: Typed): boolean => {
  const value = valueIn(views, cell)
  return text.trim() !== (value !== null && 'text' in value ? value.text : '')
}

export const finishingOf = (
  lesson: Lesson,
  views: CellViews,
  pupils: readonly ListedPupil[],
  { proposed, typed }: FinishingFacts,
): Finishing => {
  const away = pupils.filter(({ id }) => attendanceOf(views, lesson, id)?.code === 'absent').length
  const blank = presentForBlank(views, lesson, pupils)
  const unrecorded = (typed ?? []).filter((one) => isUnrecorded(views, one)).map((one) => one.cell)
  const cell = { kind: 'topic', lesson: lesson.id } as const
  const topicOf = (): Finishing['topic'] => {
    if (valueIn(views, cell) !== null || viewOf(views, cell)?.state === 'conflict') return 'recorded'
    if (proposed === undefined) return 'notMine'
    if (unrecorded.some((one) => one.kind === 'topic')) return 'typed'
    return proposed ? 'planned' : 'missing'
  }
  const topic = topicOf()
  const planned = topic === 'planned' && proposed && typed ? [changeOf(views, cell, proposed)] : []
  return {
    ...{ away, here: pupils.length - away, blank: blank.length, topic, unrecorded },
    changes: [...blank, ...planned],
    said: lessonWords.marked(away, pupils.length - away),
  }
}
