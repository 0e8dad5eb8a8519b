// The panel for the cell that is chosen: attendance, or a mark.
import { useState } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { AbsenceReason, AisText, MarkValue } from '../../../domain/value.ts'
import { lessonWords } from '../../messages/lesson/panel.ts'
import { letterOf } from '../../messages/values.ts'
import { IndividualTask } from '../facts/individual-task.tsx'
import {
  attendanceCell,
  attendanceOf,
  type CellViews,
  valueIn,
  viewOf,
  workKey,
  worksOf,
} from '../lesson-cells.ts'
import type { ListedPupil } from '../pupil-names.ts'
import type { Selected } from '../pupil-row.tsx'
import type { Acts } from '../use-lesson.ts'
import type { tapsOf } from '../use-taps.ts'
import { AttendancePad } from './attendance-pad.tsx'
import { MarkPad } from './mark-pad.tsx'
import styles from './panel.module.css'

interface ChosenCellProps {
  lesson: Lesson
  views: CellViews
  at: Selected | null
  /** The next mark joins the first one here. */
  second: boolean
  pupils: readonly ListedPupil[]
  taps: ReturnType<typeof tapsOf>
  acts: Acts
  mayGiveReason: boolean
}

export const ChosenCell = (props: ChosenCellProps) => {
  const { lesson, views, at, second, pupils, taps, acts, mayGiveReason } = props
  const [tasked, setTasked] = useState(false)
  const pupil = pupils.find((one) => one.id === at?.pupil)
  if (!pupil || !at) {
    return <p className={styles.hint}>{lessonWords.tapHint(letterOf('absent'))}</p>
  }
  const work = worksOf(views).find((one) => workKey(one) === at.column)
  const task = { kind: 'individualHomework', lesson: lesson.id, pupil: pupil.id } as const
  const reason = { kind: 'absenceReason', lesson: lesson.id, pupil: pupil.id } as const
  const chosen = work
    ? ({ kind: 'mark', lesson: lesson.id, pupil: pupil.id, ...work } as const)
    : attendanceCell(lesson, pupil.id)
  const common = {
    ...{ pupil, hasTask: valueIn(views, task) !== null, onTask: () => setTasked(true) },
    state: viewOf(views, chosen)?.state ?? null,
  }
  return (
    <>
      {work ? (
        <MarkPad
          {...{ ...common, work, second }}
          value={valueIn(views, chosen) as MarkValue | AisText | null}
          onMark={(mark) => taps.mark(at, mark)}
          onOwe={() => taps.owe(at)}
          onClear={() => taps.clear(at)}
          onSecond={() => taps.second(at)}
        />
      ) : (
        <AttendancePad
          {...{ ...common, mayGiveReason }}
          value={attendanceOf(views, lesson, pupil.id)}
          reason={valueIn(views, reason) as AbsenceReason | null}
          onAttendance={(value) => taps.attendance(pupil.id, value)}
          onReason={(given) => taps.reason(pupil.id, given)}
        />
      )}
      {tasked && (
        <IndividualTask key={pupil.id} {...{ lesson, views, acts, pupil }} onClose={() => setTasked(false)} />
      )}
    </>
  )
}
