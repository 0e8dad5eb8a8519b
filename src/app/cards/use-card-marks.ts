// The marks of the pupil on the card: under which work they stand, and whether the next one joins the first («5/4»).
import { useState } from 'react'
import type { WorkRef } from '../../domain/cell.ts'
import type { TodayColumn } from '../grid/grid-columns.ts'
import type { WrittenLesson } from '../grid/grid-model.ts'
import type { Writing } from '../grid/grid-value.ts'
import { markOf, workKey, worksOf } from '../lesson/lesson-cells.ts'
import type { MarkCommand } from './roll-call.ts'

const anyWork: WorkRef = { workType: 'oralAnswer', n: 1 }

/** `write` is false when nothing will be written, and the person has been told why. */
export const useCardMarks = (
  { cells, lesson }: WrittenLesson,
  pupil: string | null,
  write: (column: TodayColumn, writing: Writing, second: boolean) => boolean,
) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const [joining, setJoining] = useState<string | null>(null)
  const works = worksOf(cells.views)
  // Works that are added or come later move no default under a finger.
  const [first] = useState(() => works.at(-1) ?? anyWork)
  const standing = (key: string | null): WorkRef | undefined => works.find((one) => workKey(one) === key)
  const work = standing(chosen) ?? standing(workKey(first)) ?? works.at(-1) ?? anyWork
  /** Another card or another work ends the waiting for a second mark. */
  const place = `${pupil} ${workKey(work)}`
  const second = joining === place
  return {
    ...{ works, work, second },
    value: pupil === null ? null : markOf(cells.views, lesson, pupil, work),
    choose: (next: WorkRef): void => setChosen(workKey(next)),
    run: (command: MarkCommand): void => {
      if (command.kind === 'second') return setJoining(second ? null : place)
      const writing: Writing = command.kind === 'clearMark' ? { kind: 'clear' } : command
      if (write({ kind: 'work', work }, writing, second)) setJoining(null)
    },
  }
}

export type CardMarks = ReturnType<typeof useCardMarks>
